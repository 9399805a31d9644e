// One confirmation for whatever is recorded of a meeting: it repeats what will be, records it once, and says what came of it.
import type { ReactNode } from 'react';
import type { Delivery } from '../acts/sending/delivery.ts';
import { useOnce } from '../acts/sending/once.ts';
import { Unanswered } from '../acts/sending/unanswered.tsx';
import { post as send } from '../api.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import type { Stead } from './said.ts';
import { meetingsWords } from './words.ts';
import '../acts/acts.css';

export interface Recorder {
  code: string;
  account: string;
  /** The post in which it is recorded, and its name. */
  post: string;
  postLabel: string;
  /** In whose stead the post is held; null where it is the reader's own. */
  stead: Stead | null;
}

interface Props<T> {
  recorder: Recorder;
  path: string;
  /** What is sent, but for the id of the request. */
  body: Readonly<Record<string, unknown>>;
  /** Goes without an id: it does nothing twice by itself. */
  isPlain?: boolean;
  lines: readonly string[];
  /** What stands in the way of sending; null where nothing does. */
  lacks?: string | null;
  onClose: () => void;
  onDone: (answer: T) => void;
  /** Of an act in the record of a system: which, and what it is called, to be asked for where no answer comes. */
  act?: Pick<Delivery, 'system' | 'systemName' | 'act' | 'seenVersion'>;
  /** Where the content is typed: it rests while that is on its way, or may have arrived. */
  fields?: ReactNode;
}

export function Recording<T>(props: Props<T>) {
  const { recorder, path, body, isPlain = false, lines, lacks = null, onClose, onDone, fields, act } = props;
  const { t } = useWords(meetingsWords);
  const sent = { ...body, post: recorder.post };
  const once = useOnce<T>({
    code: recorder.code,
    content: JSON.stringify(sent),
    send: (id, signal) =>
      send<T>(path, isPlain ? sent : { ...sent, requestId: id }, recorder.account, signal),
    onDone,
    act: act && { ...act, account: recorder.account, code: recorder.code, draft: '' },
  });
  return (
    <>
      {fields && (
        <fieldset className="act-fields" disabled={once.isBusy}>
          {fields}
        </fieldset>
      )}
      <section className="notice" aria-label={t('meeting.willRecord')}>
        <strong>{t('meeting.willRecord')}</strong>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="small soft">
          {t(recorder.stead ? 'meeting.byPost' : 'meeting.asPost', { post: recorder.postLabel })}
        </p>
        {recorder.stead && <InStead stead={recorder.stead} />}
      </section>
      {lacks && <p className="fault">{lacks}</p>}
      <Unanswered once={once} unsure={t('meeting.unsure')} />
      {once.refused && <ProblemNotice error={once.refused} title={t('meeting.refused')} />}
      <footer className="act-foot">
        <p className="small soft">{t('meeting.final')}</p>
        <button type="button" className="button" onClick={onClose}>
          {t('act.cancel')}
        </button>
        <button
          type="button"
          className="button solid"
          disabled={once.isPending || lacks !== null}
          onClick={once.press}
        >
          {t(once.isPending ? 'meeting.sending' : 'meeting.confirm')}
        </button>
      </footer>
    </>
  );
}

/** Whose seat it is, and by when its holder looks at what is done in their name. */
function InStead({ stead }: { stead: Stead }) {
  const { t, say, day } = useWords(meetingsWords);
  const name = stead.holder?.name;
  const word = stead.kind === 'forAbsent' ? 'meeting.inName' : 'meeting.inStead';
  return (
    <p>
      <strong>{say(stead.kindLabel)}</strong>
      {t('mark.colon')}
      {name ? t(word, { name }) : t('meeting.vacant')}
      {stead.seenBy && t('meeting.seenBy', { day: day(stead.seenBy) })}
    </p>
  );
}

/** An act of the programme: it rests on no sight of it, what was looked at stands in the fact. */
export const actBody = (fact: { type: string; [more: string]: unknown }, today: string) => ({
  fact,
  occurredOn: today,
  seenVersion: 0,
});
