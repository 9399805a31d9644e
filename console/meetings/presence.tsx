// Who is there: those with a seat, how many of the quorum as they are ticked, and recorded after one confirmation.

import { useState } from 'react';
import type { Submitted } from '../../server/contract/entries.ts';
import type { MeetingView } from '../../server/contract/meetings/meetings.ts';
import { programmePath } from '../api.ts';
import { Tag } from '../ui/condition.tsx';
import { Modal } from '../ui/modal.tsx';
import { useWords } from '../words/language.tsx';

import { actBody, type Recorder, Recording } from './recording.tsx';
import { useSeats } from './use-seats.ts';
import { meetingsWords } from './words.ts';

interface Props {
  view: MeetingView;
  /** Null: it cannot be recorded by the reader, or not any more. */
  recorder: Recorder | null;
}

export function Presence({ view, recorder }: Props) {
  const { t } = useWords(meetingsWords);
  const { present, quorum, away } = view;
  const { names, nameOf } = useSeats(view.roll);
  return (
    <section className="card" aria-labelledby="presence">
      <h2 id="presence">{t('meeting.presence')}</h2>
      {present === null && <p>{t('meeting.notRecorded')}</p>}
      {present !== null && (
        <p>
          <Quorum present={present.length} quorum={quorum} /> {names(present)}
        </p>
      )}
      {away.map(({ account, reason }) => (
        <p key={account} className="small">
          {t('meeting.wasAway', { name: nameOf(account), reason })}
        </p>
      ))}
      {recorder && <Ticks key={present?.join() ?? ''} view={view} recorder={recorder} />}
    </section>
  );
}

export function Quorum({ present, quorum }: { present: number; quorum: number }) {
  const { t } = useWords(meetingsWords);
  const isEnough = present >= quorum;
  const word = t(isEnough ? 'meeting.enough' : 'meeting.few');
  return (
    <span role="status">
      {t('meeting.presentNow', { present, quorum })}{' '}
      <Tag tone={isEnough ? 'good' : 'bad'} icon={isEnough ? 'check' : 'cross'} text={word} />
    </span>
  );
}

function Ticks({ view, recorder }: { view: MeetingView; recorder: Recorder }) {
  const { t } = useWords(meetingsWords);
  const [there, setThere] = useState<readonly string[]>(view.present ?? []);
  const [away, setAway] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(view.away.map(({ account, reason }) => [account, reason])),
  );
  const [presides, setPresides] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { everyone, nameOf, forWhom } = useSeats(view.roll);
  const isThere = (account: string) => there.includes(account);
  const chairs = [view.chair, view.deputyChair];
  const hasChair = chairs.some((one) => one !== null && isThere(one));
  const tick = (account: string, on: boolean) =>
    setThere(on ? [...there, account] : there.filter((one) => one !== account));
  return (
    <div className="no-print meeting-ticks">
      <fieldset>
        <legend className="hidden">{t('meeting.presence')}</legend>
        {everyone.map((seat) => {
          const { account, name } = seat;
          const stead = forWhom(seat);
          return (
            <div key={account} className="meeting-seat">
              <label className="choice">
                <input
                  type="checkbox"
                  checked={isThere(account)}
                  onChange={(event) => tick(account, event.target.checked)}
                />
                {name}
                {stead && <span className="soft">{t('meeting.beside', { said: stead })}</span>}
              </label>
              {!isThere(account) && (
                <input
                  type="text"
                  aria-label={t('meeting.why', { name })}
                  placeholder={t('meeting.why', { name })}
                  value={away[account] ?? ''}
                  onChange={(event) => setAway({ ...away, [account]: event.target.value })}
                />
              )}
            </div>
          );
        })}
      </fieldset>
      {!hasChair && there.length > 0 && (
        <div className="field">
          <label htmlFor="meeting-presides">{t('meeting.presides')}</label>
          <select
            id="meeting-presides"
            value={presides}
            onChange={(event) => setPresides(event.target.value)}
          >
            <option value="">{t('meeting.nobody')}</option>
            {there.map((account) => (
              <option key={account} value={account}>
                {nameOf(account)}
              </option>
            ))}
          </select>
        </div>
      )}
      <Quorum present={there.length} quorum={view.quorum} />
      <p>
        <button
          type="button"
          className="button"
          aria-haspopup="dialog"
          disabled={there.length === 0}
          onClick={() => setIsOpen(true)}
        >
          {t('meeting.record')}
        </button>
      </p>
      {isOpen && (
        <Confirm
          {...{ view, recorder, there, away }}
          presides={hasChair ? '' : presides}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}

interface ConfirmProps {
  view: MeetingView;
  recorder: Recorder;
  there: readonly string[];
  away: Readonly<Record<string, string>>;
  presides: string;
  onClose: () => void;
}

function Confirm({ view, recorder, there, away, presides, onClose }: ConfirmProps) {
  const { t } = useWords(meetingsWords);
  const { everyone, names, nameOf } = useSeats(view.roll);
  const missing = everyone.filter(({ account }) => !there.includes(account));
  const whyOf = (account: string) => (away[account] ?? '').trim();
  const said = missing.map(({ account, name }) =>
    whyOf(account) === '' ? name : t('meeting.reasoned', { name, reason: whyOf(account) }),
  );
  const absent = missing.map(({ account }) => ({
    account,
    ...(whyOf(account) === '' ? {} : { reason: whyOf(account) }),
  }));
  const fact = {
    type: 'meeting.attended',
    meeting: view.number,
    present: there,
    ...(absent.length > 0 ? { away: absent } : {}),
    ...(presides === '' ? {} : { presides }),
  };
  const lines = [
    t('meeting.willPresent', { names: names(there) }),
    ...(said.length > 0 ? [t('meeting.willAway', { names: said.join(t('meeting.and')) })] : []),
    ...(presides === '' ? [] : [t('meeting.willPreside', { name: nameOf(presides) })]),
    t('meeting.presentNow', { present: there.length, quorum: view.quorum }),
  ];
  return (
    <Modal title={t('meeting.record')} onClose={onClose}>
      <Recording<Submitted>
        recorder={recorder}
        path={`${programmePath(recorder.code)}/events`}
        body={actBody(fact, view.setting.today)}
        lines={lines}
        onClose={onClose}
        onDone={onClose}
      />
    </Modal>
  );
}
