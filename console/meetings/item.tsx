// One item of the agenda: what it decides, who takes no part, the vote and what came of it, and what may be recorded of it now.
import { useState } from 'react';
import type { MeetingItemView, MeetingView } from '../../server/contract/meetings/meetings.ts';
import { meetingWords, type Voice } from '../../server/contract/meetings/words.ts';
import { Tag } from '../ui/condition.tsx';
import { Modal } from '../ui/modal.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useWords } from '../words/language.tsx';
import { AnswerForm } from './answer-form.tsx';
import { conveningWords } from './convening/words.ts';
import type { Recorder } from './recording.tsx';
import { RecusalForm } from './recusal-form.tsx';
import { isLeft, VOICES } from './said.ts';
import { useSeats } from './use-seats.ts';
import { VoteForm } from './vote-form.tsx';
import { meetingsWords } from './words.ts';

interface Props {
  view: MeetingView;
  item: MeetingItemView;
  /** Null: the reader is not of the secretariat, or the meeting is over. */
  secretary: Recorder | null;
  /** Null: the reader has no seat, or the meeting is over. */
  member: Recorder | null;
}

export function Item({ view, item, secretary, member }: Props) {
  const { t, say } = useWords(meetingsWords);
  const { names, nameOf } = useSeats(view.roll);
  const { number, undisclosed, system, systemName, what, title } = item;
  if (undisclosed || !systemName || !what || system === null)
    return (
      <li className="card" value={number}>
        {undisclosed && say(undisclosed)}
      </li>
    );
  return (
    <li className="card meeting-item" value={number}>
      <h3>{t('meeting.item', { number, system: say(systemName), what: say(what) })}</h3>
      {title && <p>{title}</p>}
      <p className="small">
        <SystemLink code={view.setting.programme} system={system} past={null}>
          {say(systemName)}
        </SystemLink>{' '}
        {item.of && <span className="soft">{t('meeting.lookedAt', { version: item.of.version })}</span>}
      </p>
      {item.mustRecuse.length > 0 && (
        <p className="notice warn small">{t('meeting.mustRecuse', { names: names(item.mustRecuse) })}</p>
      )}
      {item.recused.map(({ account, reason }) => (
        <p key={account} className="small">
          {t('meeting.recused', { name: nameOf(account), reason })}
        </p>
      ))}
      {view.status === 'open' && !item.now && <p className="small soft">{t('meeting.nothingNow')}</p>}
      <Counted view={view} item={item} />
      <Conditions item={item} />
      {item.out.length > 0 && item.outcome === null && (
        <p className="small">{t('meeting.out', { names: names(item.out) })}</p>
      )}
      <Came view={view} item={item} />
      <Acts {...{ view, item, secretary, member }} />
    </li>
  );
}

/** How many there were, what each said, and what was made of a tie. */
function Counted({ view, item }: Pick<Props, 'view' | 'item'>) {
  const { t, say } = useWords(meetingsWords);
  const { names } = useSeats(view.roll);
  const { count, motion, votes, voters, casting, reason } = item;
  if (!count) return null;
  const { present, quorum } = count;
  if (motion === null || votes.length === 0)
    return <p className="small">{t('meeting.itemQuorum', { present, quorum })}</p>;
  const by = (voice: Voice) =>
    votes
      .filter((vote) => vote.voice === voice && voters.includes(vote.account))
      .map(({ account }) => account);
  // Whoever presides may have answered beforehand what a tie comes to.
  const beside = votes.filter(({ account }) => !voters.includes(account));
  return (
    <div>
      <p>{t('meeting.counted', { ...count, motion: say(meetingWords.motion[motion]) })}</p>
      <ul className="small">
        {VOICES.filter((voice) => by(voice).length > 0).map((voice) => (
          <li key={voice}>
            {t('meeting.said', {
              voice: say(meetingWords.voice[voice]),
              count: by(voice).length,
              names: names(by(voice)),
            })}
          </li>
        ))}
      </ul>
      {beside.map(({ account, voice }) => (
        <p key={account} className="small">
          {t('meeting.presiderSays', { name: names([account]), voice: say(meetingWords.voice[voice]) })}
        </p>
      ))}
      {casting && <p className="small">{t('meeting.cast', { voice: say(meetingWords.voice[casting]) })}</p>}
      {reason && <p className="small">{t('meeting.because', { reason })}</p>}
    </div>
  );
}

function Conditions({ item: { conditions } }: Pick<Props, 'item'>) {
  const { t, say, day } = useWords(conveningWords);
  return (
    <ul className="small">
      {conditions.map(({ text, ownerLabel, dueOn, reopens }) => (
        <li key={text + dueOn}>
          {t('conditions.line', {
            text,
            owner: say(ownerLabel),
            day: day(dueOn),
            reopens: t(reopens === 'approval' ? 'conditions.approval' : 'conditions.nextGate'),
          })}
        </li>
      ))}
    </ul>
  );
}

function Came({ view, item }: Pick<Props, 'view' | 'item'>) {
  const { t, say } = useWords(meetingsWords);
  const { outcome, motion, said } = item;
  if (outcome === null) {
    if (view.status !== 'open') return null;
    const voted = item.out.length > 0 ? 'meeting.gathering' : 'meeting.voted';
    return <p className="small soft">{t(motion === null ? 'meeting.unvoted' : voted)}</p>;
  }
  return (
    <div>
      <strong>{say(meetingWords.outcome[outcome])}</strong>{' '}
      {item.taken && <Tag tone="good" icon="check" text={t('meeting.taken')} />}
      {isLeft(item) && <Tag tone="warn" icon="alert" text={t('meeting.notTaken')} />}
      {said && <p className="small">{say(said)}</p>}
    </div>
  );
}

type Opened = 'vote' | 'recuse' | 'answer';

function Acts({ view, item, secretary, member }: Props) {
  const { t } = useWords(meetingsWords);
  // Who began it goes on, whatever others record meanwhile: what speaks against it by then the answer says.
  const [opened, setOpened] = useState<{ which: Opened; recorder: Recorder; isOwn: boolean } | null>(null);
  const isInPerson = view.form === 'inPerson';
  const { number } = item;
  const onClose = () => setOpened(null);
  const voting = isInPerson && view.present !== null && item.now ? secretary : null;
  const answering = member && item.answerable.includes(member.account) ? member : null;
  const recusing = secretary ?? member;
  const button = (word: Parameters<typeof t>[0], which: Opened, recorder: Recorder | null) =>
    recorder && (
      <button
        type="button"
        className="button slim"
        aria-haspopup="dialog"
        onClick={() => setOpened({ which, recorder, isOwn: secretary === null })}
      >
        {t(word)}
      </button>
    );
  const title = {
    vote: 'meeting.voteTitle',
    answer: 'meeting.answerTitle',
    recuse: 'meeting.recuseTitle',
  } as const;
  return (
    <div className="meeting-acts no-print">
      {button(item.motion === null ? 'meeting.vote' : 'meeting.voteAgain', 'vote', voting)}
      {button('meeting.answer', 'answer', answering)}
      {button('meeting.recuse', 'recuse', recusing)}
      {opened && (
        <Modal title={t(title[opened.which], { number })} onClose={onClose}>
          {opened.which === 'vote' && <VoteForm {...{ view, item, ...opened, onClose }} />}
          {opened.which === 'answer' && <AnswerForm {...{ view, item, ...opened, onClose }} />}
          {opened.which === 'recuse' && <RecusalForm {...{ view, item, ...opened, onClose }} />}
        </Modal>
      )}
    </div>
  );
}
