// Closing a meeting: what it resolved is repeated, carried to each system on its own, and told line by line; what is left is gone on with.
import { useState } from 'react';
import type {
  CarriedView,
  MeetingCarried,
  MeetingItemView,
  MeetingView,
} from '../../server/contract/meetings/meetings.ts';
import { meetingWords } from '../../server/contract/meetings/words.ts';
import { Field } from '../acts/form/field.tsx';
import { Modal } from '../ui/modal.tsx';
import { useWords } from '../words/language.tsx';
import { meetingPath } from './queries.ts';
import { type Recorder, Recording } from './recording.tsx';
import { isLeft } from './said.ts';
import { meetingsWords } from './words.ts';

interface Props {
  view: MeetingView;
  recorder: Recorder;
}

export function Closing({ view, recorder }: Props) {
  const { t } = useWords(meetingsWords);
  const [isOpen, setIsOpen] = useState(false);
  const [came, setCame] = useState<MeetingCarried | null>(null);
  const left = view.status === 'closed' && view.agenda.some(isLeft);
  const close = () => setIsOpen(false);
  const word = view.status === 'open' ? 'meeting.close' : 'meeting.resume';
  return (
    <section className="no-print" aria-label={t('meeting.close')}>
      {came && <Came items={came.items} />}
      {(view.status === 'open' || left) && (
        <button type="button" className="button solid" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
          {t(word)}
        </button>
      )}
      {isOpen && (
        <Modal title={t(word)} onClose={close}>
          <Confirm
            view={view}
            recorder={recorder}
            onClose={close}
            onDone={(answer) => {
              setCame(answer);
              close();
            }}
          />
        </Modal>
      )}
    </section>
  );
}

interface ConfirmProps extends Props {
  onClose: () => void;
  onDone: (answer: MeetingCarried) => void;
}

function Confirm({ view, recorder, onClose, onDone }: ConfirmProps) {
  const { t } = useWords(meetingsWords);
  const isOpen = view.status === 'open';
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const lines = useLines(view);
  const reasons = Object.entries(typed)
    .map(([item, reason]) => ({ item: Number(item), reason: reason.trim() }))
    .filter(({ reason }) => reason !== '');
  const path = `${meetingPath(recorder.code, String(view.number))}/${isOpen ? 'close' : 'resume'}`;
  return (
    <form className="act-form" onSubmit={(event) => event.preventDefault()}>
      <p>{t(isOpen ? 'meeting.willClose' : 'meeting.resumeNote')}</p>
      <Recording<MeetingCarried>
        fields={
          isOpen &&
          view.form === 'circulation' &&
          view.agenda.map(({ number }) => (
            <Field
              key={number}
              id={`meeting-reason-${number}`}
              label={t('meeting.reasonFor', { number })}
              optional
              fault={undefined}
            >
              {(tied) => (
                <textarea
                  {...tied}
                  rows={2}
                  value={typed[number] ?? ''}
                  onChange={(event) => setTyped({ ...typed, [number]: event.target.value })}
                />
              )}
            </Field>
          ))
        }
        recorder={recorder}
        path={path}
        body={isOpen && reasons.length > 0 ? { reasons } : {}}
        isPlain={!isOpen}
        lines={lines}
        onClose={onClose}
        onDone={onDone}
      />
    </form>
  );
}

function useLines(view: MeetingView): string[] {
  const { t, say } = useWords(meetingsWords);
  const line = ({ number, systemName, what, motion, count }: MeetingItemView): string => {
    const about = { number, system: systemName ? say(systemName) : '', what: what ? say(what) : '' };
    if (motion === null || !count) return t('meeting.willNot', about);
    return t('meeting.willResolve', { ...about, ...count, motion: say(meetingWords.motion[motion]) });
  };
  return view.agenda
    .filter((item) => item.undisclosed === null && (view.status === 'open' || isLeft(item)))
    .map(line);
}

function Came({ items }: { items: readonly CarriedView[] }) {
  const { t, say } = useWords(meetingsWords);
  return (
    <div role="status">
      <ul className="meeting-came">
        {items.map(({ number, systemName, as, entry, refusals }) => (
          <li key={number} className={`notice small ${as === 'taken' || as === 'already' ? 'good' : 'warn'}`}>
            {t('meeting.carried', { number, system: say(systemName), as: t(`meeting.as.${as}`) })}
            {entry !== null && t('meeting.entry', { seq: entry })}
            {refusals.map(({ code, message }) => (
              <p key={code + message.ja}>{say(message)}</p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
