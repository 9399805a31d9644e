// One item of the agenda: what it decides, who takes no part, the vote and what came of it, and what may be recorded of it now.
import { useState } from 'react';
import type { MeetingItemView, MeetingView } from '../../server/contract/meetings/meetings.ts';
import { meetingWords } from '../../server/contract/meetings/words.ts';
import { Tag } from '../ui/condition.tsx';
import { Modal } from '../ui/modal.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useWords } from '../words/language.tsx';
import { AnswerForm } from './answer-form.tsx';
import type { Recorder } from './recording.tsx';
import { RecusalForm } from './recusal-form.tsx';
import { isLeft, nameOf } from './said.ts';
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
  const { number, undisclosed, system, systemName, what, title } = item;
  if (undisclosed || !systemName || !what || system === null)
    return (
      <li className="card" value={number}>
        {undisclosed && say(undisclosed)}
      </li>
    );
  const names = (accounts: readonly string[]) =>
    accounts.map((one) => nameOf(view, one)).join(t('meeting.and'));
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
          {t('meeting.recused', { name: nameOf(view, account), reason })}
        </p>
      ))}
      {view.status === 'open' && !item.now && <p className="small soft">{t('meeting.nothingNow')}</p>}
      <Counted item={item} />
      {item.out.length > 0 && item.outcome === null && (
        <p className="small">{t('meeting.out', { names: names(item.out) })}</p>
      )}
      <Came view={view} item={item} />
      <Acts {...{ view, item, secretary, member }} />
    </li>
  );
}

function Counted({ item: { count, motion, votes } }: Pick<Props, 'item'>) {
  const { t, say } = useWords(meetingsWords);
  if (!count) return null;
  const { present, quorum } = count;
  if (motion === null || votes.length === 0)
    return <p className="small">{t('meeting.itemQuorum', { present, quorum })}</p>;
  const facts = { ...count, motion: say(meetingWords.motion[motion]) };
  return <p>{t('meeting.counted', facts)}</p>;
}

function Came({ view, item }: Pick<Props, 'view' | 'item'>) {
  const { t, say } = useWords(meetingsWords);
  const { outcome, motion, said } = item;
  if (outcome === null) {
    if (view.status !== 'open') return null;
    return <p className="small soft">{t(motion === null ? 'meeting.unvoted' : 'meeting.voted')}</p>;
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

function Acts({ view, item, secretary, member }: Props) {
  const { t } = useWords(meetingsWords);
  const [opened, setOpened] = useState<'vote' | 'recuse' | 'answer' | null>(null);
  const isInPerson = view.form === 'inPerson';
  const { number } = item;
  const close = () => setOpened(null);
  const canVote = secretary && isInPerson && view.present !== null && item.now;
  const canAnswer = member && !isInPerson && item.out.includes(member.account);
  const canRecuse = secretary ?? member;
  const button = (word: Parameters<typeof t>[0], which: typeof opened) => (
    <button type="button" className="button slim" aria-haspopup="dialog" onClick={() => setOpened(which)}>
      {t(word)}
    </button>
  );
  return (
    <div className="meeting-acts no-print">
      {canVote && button(item.motion === null ? 'meeting.vote' : 'meeting.voteAgain', 'vote')}
      {canAnswer && button('meeting.answer', 'answer')}
      {canRecuse && button('meeting.recuse', 'recuse')}
      {opened === 'vote' && canVote && (
        <Modal title={t('meeting.voteTitle', { number })} onClose={close}>
          <VoteForm {...{ view, item, recorder: secretary, onClose: close }} />
        </Modal>
      )}
      {opened === 'answer' && canAnswer && (
        <Modal title={t('meeting.answerTitle', { number })} onClose={close}>
          <AnswerForm {...{ view, item, recorder: member, onClose: close }} />
        </Modal>
      )}
      {opened === 'recuse' && canRecuse && (
        <Modal title={t('meeting.recuseTitle', { number })} onClose={close}>
          <RecusalForm {...{ view, item, recorder: canRecuse, isOwn: secretary === null, onClose: close }} />
        </Modal>
      )}
    </div>
  );
}
