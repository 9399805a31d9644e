// What of the programme itself is the reader's: amendments, what was decided in their name, vendors' notices, meetings; a line with its act.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Submitted } from '../../server/contract/entries.ts';
import type { TodayBeside, TodayView } from '../../server/contract/telling/today.ts';
import { programmePath } from '../api.ts';
import { systemPath } from '../asks.ts';
import { Recording } from '../meetings/recording.tsx';
import { meQuery, systemQuery } from '../queries.ts';
import { Tag } from '../ui/condition.tsx';
import { Modal } from '../ui/modal.tsx';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Systems } from './lines.tsx';
import { todayWords } from './words.ts';

/** Nothing is shown where nothing is: most readers have none of it. */
export function BesideLines({ code, view }: { code: string; view: TodayView }) {
  const { t } = useWords(todayWords);
  const { beside } = view;
  if (beside.length === 0) return null;
  return (
    <section className="today-part" aria-labelledby="today-beside">
      <h2 id="today-beside">
        {t('today.beside')} <span className="today-count">{beside.length}</span>
      </h2>
      <ul className="today-lines">
        {beside.map((one) => (
          <Line
            key={[one.code, one.made?.system, one.number].join('/')}
            {...{ code, one, today: view.setting.today }}
          />
        ))}
      </ul>
    </section>
  );
}

interface Props {
  code: string;
  one: TodayBeside;
  today: string;
}

function Line({ code, one, today }: Props) {
  const { t, say } = useWords(todayWords);
  const { text, systems, late, post } = one;
  return (
    <li className={late ? 'today-line past' : 'today-line'} data-code={one.code}>
      <p>
        {late && <Tag tone="full" icon="alert" text={t('today.late')} />}{' '}
        <span className="today-text">{say(text)}</span>
        {systems.length > 0 && (
          <>
            <span aria-hidden="true"> — </span>
            <Systems code={code} systems={systems} post={null} />
          </>
        )}
      </p>
      <p className="today-acts">
        <Way {...{ code, one, today }} />
        {post && <span className="small soft">{t('today.as', { post: say(post.label) })}</span>}
      </p>
    </li>
  );
}

/** Where it is done: on the page of what it is about, or here by one confirmation. */
function Way({ code, one, today }: Props) {
  const { t } = useWords(todayWords);
  const number = String(one.number);
  switch (one.code) {
    case 'amendment':
      return (
        <Link
          className="button slim"
          to="/programmes/$code/settings/amendments/$number"
          params={{ code, number }}
        >
          {t('today.toAmendment')}
        </Link>
      );
    case 'meeting':
      return (
        <Link className="button slim" to="/programmes/$code/meetings/$number" params={{ code, number }}>
          {t('today.toMeeting')}
        </Link>
      );
    case 'vendorNotice':
      return (
        <Link className="button slim" to="/programmes/$code/procurement" params={{ code }}>
          {t('today.toNotice')}
        </Link>
      );
    case 'seeing':
      return <Seeing {...{ code, one, today }} />;
  }
}

function Seeing({ code, one, today }: Props) {
  const { t, say } = useWords(todayWords);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      {one.made?.system && (
        <Link
          to="/programmes/$code/systems/$system"
          params={{ code, system: one.made.system }}
          search={{}}
          hash="history"
        >
          {t('today.toEntry', { seq: one.number })}
        </Link>
      )}
      <button type="button" className="button slim" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {t('today.see')}
      </button>
      {isOpen && (
        <Modal title={t('today.see')} onClose={close}>
          <SeenForm {...{ code, one, today }} line={say(one.text)} onClose={close} />
        </Modal>
      )}
    </>
  );
}

interface FormProps extends Props {
  line: string;
  onClose: () => void;
}

/** In a migration it rests on what was seen of it, in the programme on the fact alone. */
function SeenForm(props: FormProps) {
  const { code, one } = props;
  const system = one.made?.system ?? null;
  const view = useQuery({ ...systemQuery(code, system ?? '', null), enabled: system !== null });
  if (system !== null && !view.data) return <Waiting error={view.error} />;
  return <Seen {...props} seenVersion={view.data?.row.version ?? 0} />;
}

function Seen({ code, one, today, line, onClose, seenVersion }: FormProps & { seenVersion: number }) {
  const { t, say } = useWords(todayWords);
  const { data: me } = useQuery(meQuery);
  const [typed, setTyped] = useState('');
  // What was seen when the dialog opened; what others record meanwhile is told by the door.
  const [seen] = useState(seenVersion);
  const { made, number, post } = one;
  const note = typed.trim();
  if (!me || !made || !post) return null;
  const path = made.system === null ? programmePath(code) : systemPath(code, made.system);
  const fact = { type: 'decision.seen', entry: number, of: made.of, ...(note === '' ? {} : { note }) };
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <Recording<Submitted>
        fields={
          <div className="field">
            <label htmlFor="seen-note">{t('today.note')}</label>
            <textarea
              id="seen-note"
              rows={2}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
        }
        recorder={{ code, account: me.account, post: post.post, postLabel: say(post.label), stead: null }}
        path={`${path}/events`}
        body={{ fact, occurredOn: today, seenVersion: seen }}
        lines={[line, ...(note === '' ? [] : [`${t('today.note')}${t('mark.colon')}${note}`])]}
        onClose={onClose}
        onDone={onClose}
      />
    </form>
  );
}
