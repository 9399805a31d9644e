// Deciding on a correction that somebody proposed, who sees both sides and why; who may not decide is told whom it waits for.
import { useState } from 'react';
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import type { Submitted } from '../../server/contract/entries.ts';
import { Field } from '../acts/form/field.tsx';
import { systemPath } from '../asks.ts';
import { Recording } from '../meetings/recording.tsx';
import { steadOf } from '../meetings/said.ts';
import { useWords } from '../words/language.tsx';
import { Proposed } from './matter.tsx';
import { correctionWords } from './words.ts';
import { deliveryOf, type Working } from './working.ts';

type Open = NonNullable<CorrectionDraft['open']>;
const types = {
  approve: 'correction.approved',
  dismiss: 'correction.dismissed',
  withdraw: 'correction.withdrawn',
} as const;
type Way = keyof typeof types;

interface Props {
  open: Open;
  draft: CorrectionDraft;
  account: string;
  /** Null where the reader holds no post in which they may do anything about it. */
  working: Working | null;
}

export function Decide({ open, draft, account, working }: Props) {
  const { t, say, language } = useWords(correctionWords);
  const isOwn = open.by.account === account;
  const isOfOwn = [draft.stands.account, open.should?.account].includes(account);
  const mayDecide = working !== null && !isOwn && !isOfOwn;
  const posts = open.waitsFor.map(({ label }) => say(label)).join(language === 'ja' ? '、' : ', ');
  return (
    <section className="card" aria-labelledby="open">
      <h2 id="open">{t('correction.open')}</h2>
      <Proposed stands={draft.stands} open={open} />
      {!mayDecide && (
        <p className="notice">
          {t('correction.waitsFor', { posts })} {isOfOwn && !isOwn && t('correction.ofOwn')}
        </p>
      )}
      {mayDecide && <Choice {...working} open={open} offered={['approve', 'dismiss']} />}
      {isOwn && working && (
        <details>
          <summary>{t('correction.withdraw')}</summary>
          <Choice {...working} open={open} offered={['withdraw']} />
        </details>
      )}
    </section>
  );
}

interface ChoiceProps extends Working {
  open: Open;
  offered: readonly [Way, ...Way[]];
}

function Choice({ code, account, view, draft, post, onDone, onClose, open, offered }: ChoiceProps) {
  const { t, say } = useWords(correctionWords);
  const [how, choose] = useState<Way>(offered[0]);
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const needsReason = how !== 'approve';
  const changes = useChanges(draft, open);
  const said = needsReason ? { reason: words } : words === '' ? {} : { note: words };
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<Submitted>
        recorder={{ code, account, post: post.post, postLabel: say(post.label), stead: steadOf(post) }}
        path={`${systemPath(code, view.row.system)}/events`}
        body={{
          fact: { type: types[how], entry: draft.entry, ...said },
          occurredOn: view.setting.today,
          seenVersion: draft.version,
        }}
        lines={[
          t(`correction.${how}`),
          ...changes,
          ...(words === '' ? [] : [t('correction.why', { reason: words })]),
        ]}
        lacks={needsReason && words === '' ? t('act.fillIn', { field: t('correction.dismissReason') }) : null}
        act={deliveryOf({ view, draft }, correctionWords[`correction.${how}`])}
        onClose={onClose}
        onDone={() => onDone(t('correction.decided'))}
        fields={
          <>
            {offered.length > 1 && <Ways {...{ offered, how, choose }} />}
            <Words {...{ needsReason, typed, setTyped }} />
          </>
        }
      />
    </form>
  );
}

/** What the decision is about, as it is said once more before it is recorded. */
function useChanges({ stands }: CorrectionDraft, { should, differs }: Open): string[] {
  const { t, say, day } = useWords(correctionWords);
  if (!should) return [t('correction.voids', { what: say(stands.summary) })];
  const change = (field: string, was: string, now: string) => t('correction.change', { field, was, now });
  return [
    ...differs.map(({ field, wrong, right }) => change(say(field), say(wrong), say(right))),
    ...(should.occurredOn === stands.occurredOn
      ? []
      : [change(t('correction.occurred'), day(stands.occurredOn), day(should.occurredOn))]),
    ...(should.account === stands.account ? [] : [change(t('correction.name'), stands.name, should.name)]),
  ];
}

interface WaysProps {
  offered: readonly Way[];
  how: Way;
  choose: (how: Way) => void;
}

function Ways({ offered, how, choose }: WaysProps) {
  const { t } = useWords(correctionWords);
  return (
    <fieldset className="field">
      <legend>{t('correction.decision')}</legend>
      {offered.map((one) => (
        <label key={one} className="choice">
          <input type="radio" name="decision" checked={how === one} onChange={() => choose(one)} />
          {t(`correction.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface WordsProps {
  needsReason: boolean;
  typed: string;
  setTyped: (typed: string) => void;
}

function Words({ needsReason, typed, setTyped }: WordsProps) {
  const { t } = useWords(correctionWords);
  return (
    <Field
      id="correction-said"
      label={t(needsReason ? 'correction.dismissReason' : 'correction.noteField')}
      optional={!needsReason}
      fault={undefined}
    >
      {(tied) => (
        <textarea {...tied} rows={2} value={typed} onChange={(event) => setTyped(event.target.value)} />
      )}
    </Field>
  );
}
