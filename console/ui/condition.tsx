// How a migration stands, in words with a sign: stage, activity, regime, deadline, rehearsal, assumption.
import type { BoardRow } from '../../server/contract/migrations/board.ts';
import type { DeadlineView } from '../../server/contract/migrations/deadline.ts';
import { useSpeech } from '../words/language.tsx';
import { Day } from './day.tsx';
import { Icon, type IconName } from './icon.tsx';

type Condition = Pick<BoardRow, 'stage' | 'activity' | 'regime' | 'pendingOn' | 'live'>;
const stageSigns = { working: 'dot', underReview: 'eye', goingBack: 'back' } as const;

export function StageTag({ row }: { row: Condition }) {
  const { t } = useSpeech();
  if (row.activity !== 'active') {
    const icon: IconName = row.activity === 'onHold' ? 'pause' : 'cross';
    return <Tag tone="warn" icon={icon} text={t(`activity.${row.activity}`)} />;
  }
  if (row.live) return <Tag tone="good" icon="check" text={t('board.live')} />;
  if (!row.stage) return <Tag tone="good" icon="check" text={t('stage.final')} />;
  const tone = row.stage === 'underReview' ? 'key' : row.stage === 'goingBack' ? 'warn' : '';
  return <Tag tone={tone} icon={stageSigns[row.stage]} text={t(`stage.${row.stage}`)} />;
}

export function RegimeTag({ row }: { row: Condition }) {
  const { t } = useSpeech();
  if (row.regime === 'standard') return null;
  const said = row.pendingOn === null ? row.regime : 'pending';
  return <Tag tone="past" icon="clock" text={t(`regime.${said}`)} />;
}

export function Tag({ tone, icon, text }: { tone: string; icon: IconName; text: string }) {
  return (
    <span className={`tag ${tone}`}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

export function RehearsalTag() {
  const { t } = useSpeech();
  return (
    <span className="tag rehearsal" title={t('app.rehearsalNote')}>
      {t('app.rehearsal')}
    </span>
  );
}

/** A gate's condition: met, missing, or missing and only worth a warning. */
export function ConditionTag({ met, hard }: { met: boolean; hard: boolean }) {
  const { t } = useSpeech();
  if (met) return <Tag tone="good" icon="check" text={t('system.met')} />;
  return hard ? (
    <Tag tone="bad" icon="cross" text={t('system.missing')} />
  ) : (
    <Tag tone="warn" icon="alert" text={t('system.warning')} />
  );
}

/** The mark of what no source says; its reason is in the title and read out. */
export function Assumed({ why }: { why: string | null }) {
  const { t, half } = useSpeech();
  if (!why) return null;
  const own = half(why);
  return (
    <span className="assumed" title={t('app.assumedNote', { why: own })}>
      {t('app.assumed')}
      <span className="hidden">{`${t('mark.open')}${own}${t('mark.close')}`}</span>
    </span>
  );
}

/** Days left, today, or days over: overdue is a sign and a word, not a colour alone. */
export function DaysLeft({ deadline }: { deadline: DeadlineView }) {
  const { t } = useSpeech();
  const { daysLeft, open } = deadline;
  if (!open || daysLeft === null) return null;
  if (daysLeft < 0) {
    return <Tag tone="full" icon="alert" text={t('deadline.over', { days: -daysLeft })} />;
  }
  if (daysLeft === 0) return <Tag tone="bad" icon="clock" text={t('deadline.today')} />;
  const text = t('deadline.left', { days: daysLeft });
  if (daysLeft <= 30) return <Tag tone="warn" icon="clock" text={text} />;
  return <span className="soft figure nowrap">{text}</span>;
}

export function DeadlineCell({ deadline }: { deadline: DeadlineView | null }) {
  const { t, say } = useSpeech();
  if (!deadline) return <span className="soft">{t('board.noDeadline')}</span>;
  return (
    <div className="deadline-cell">
      <span className="deadline-when">
        {deadline.dueOn && <Day value={deadline.dueOn} />} <DaysLeft deadline={deadline} />{' '}
        <Assumed why={deadline.assumed} />
      </span>
      <span className="soft">{say(deadline.label)}</span>
    </div>
  );
}
