// The deadlines of one system, with what they rest on.
import type { DeadlineView, ExplainedDeadline } from '../../server/contract/migrations/deadline.ts';
import { Assumed, DaysLeft, Tag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import type { IconName } from '../ui/icon.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useSpeech } from '../words/language.tsx';
import { Warned, type WarnedOf } from './warned.tsx';

const signs: Record<DeadlineView['status'], { tone: string; icon: IconName }> = {
  waiting: { tone: '', icon: 'pause' },
  pending: { tone: 'key', icon: 'clock' },
  missed: { tone: 'bad', icon: 'alert' },
  met: { tone: 'good', icon: 'check' },
  metLate: { tone: 'warn', icon: 'check' },
  dropped: { tone: '', icon: 'pause' },
};

interface Props {
  deadlines: readonly ExplainedDeadline[];
  /** Null: who was warned is not asked. */
  warnedOf: WarnedOf | null;
}

export function Deadlines({ deadlines, warnedOf }: Props) {
  const { t } = useSpeech();
  const isOver = ({ status }: DeadlineView) =>
    status === 'met' || status === 'metLate' || status === 'dropped';
  const when = (deadline: DeadlineView) => deadline.dueAt ?? '9999';
  const open = deadlines.filter((each) => !isOver(each)).sort((a, b) => when(a).localeCompare(when(b)));
  const over = deadlines.filter(isOver);
  return (
    <section className="card" aria-labelledby="deadlines">
      <h2 id="deadlines">{t('deadline.title')}</h2>
      {deadlines.length === 0 && <p>{t('deadline.none')}</p>}
      {open.length > 0 && <Table deadlines={open} warnedOf={warnedOf} />}
      {over.length > 0 && (
        <details className="folded">
          <summary>{t('deadline.closed', { count: over.length })}</summary>
          <Table deadlines={over} warnedOf={warnedOf} />
        </details>
      )}
    </section>
  );
}

function Table({ deadlines, warnedOf }: Props) {
  const { t } = useSpeech();
  return (
    <Scroll label={t('deadline.caption')}>
      <table className="grid-table">
        <caption className="hidden">{t('deadline.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('deadline.name')}</th>
            <th scope="col">{t('deadline.due')}</th>
            <th scope="col">{t('deadline.leftColumn')}</th>
            <th scope="col">{t('deadline.status')}</th>
            <th scope="col">{t('deadline.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {deadlines.map((deadline) => (
            <Row key={deadline.deadline} deadline={deadline} warnedOf={warnedOf} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ deadline, warnedOf }: { deadline: ExplainedDeadline } & Pick<Props, 'warnedOf'>) {
  const { t, say, day } = useSpeech();
  const { status, dueOn, nominalOn, derivation } = deadline;
  return (
    <tr>
      <th scope="row">
        {say(deadline.label)}{' '}
        {deadline.kind && <span className="tag">{t(`deadline.kind.${deadline.kind}`)}</span>}{' '}
        {deadline.hard && (
          <span className="tag" title={t('deadline.hardNote')}>
            {t('deadline.hard')}
          </span>
        )}
      </th>
      <td>
        {dueOn ? <Day value={dueOn} /> : t('app.undecided')}
        {deadline.undecided && (
          <span className="schedule-under soft">
            {t('deadline.undecidedSince', { day: day(deadline.undecided.since, 'short') })}
          </span>
        )}
        {nominalOn && nominalOn !== dueOn && (
          <span className="schedule-under soft">
            {t('deadline.nominal', { day: day(nominalOn, 'short') })}
          </span>
        )}
        {deadline.caution && <span className="schedule-under soft">{t(`deadline.${deadline.caution}`)}</span>}
        {derivation.length > 0 && (
          <details className="folded">
            <summary>{t('deadline.counted')}</summary>
            <ol className="plain-list small">
              {derivation.map((part) => (
                <li key={part.en}>{say(part)}</li>
              ))}
            </ol>
          </details>
        )}
      </td>
      <td>
        <DaysLeft deadline={deadline} />
      </td>
      <td>
        <Tag {...signs[status]} text={deadline.undecided ? t('app.undecided') : t(`deadline.${status}`)} />
        {deadline.extended && <span className="schedule-under">{t('deadline.wasExtended')}</span>}
        {deadline.recordedLate && <span className="schedule-under">{t('deadline.recordedLate')}</span>}
        <Told deadline={deadline} />
        {warnedOf && <Warned {...warnedOf} deadline={deadline.deadline} label={deadline.label} />}
      </td>
      <td>
        {deadline.basis} <Assumed why={deadline.assumed} />
      </td>
    </tr>
  );
}

/** What is asked for, and who has said that they know of it. */
function Told({ deadline: { asked, acknowledged } }: { deadline: DeadlineView }) {
  const { t, day } = useSpeech();
  return (
    <>
      {asked && (
        <span className="schedule-under">
          {t('deadline.asked', { by: asked.by, day: day(asked.dueOn, 'short') })}
        </span>
      )}
      {acknowledged.map(({ post, by, doneBy }) => (
        <span key={post} className="schedule-under soft">
          {doneBy
            ? t('deadline.acknowledgedUntil', { by, day: day(doneBy, 'short') })
            : t('deadline.acknowledged', { by })}
        </span>
      ))}
    </>
  );
}
