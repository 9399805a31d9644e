// The path of one system as a schedule: plan and actual days, who owns and who decides, what was decided on what.
import type { PhaseView } from '../../server/contract/migrations/system.ts';
import { Assumed } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { Icon } from '../ui/icon.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useSpeech } from '../words/language.tsx';
import type { Paper } from './papers/compare.ts';
import { PaperLine } from './papers/paper-line.tsx';

interface Props {
  phases: readonly PhaseView[];
  /** Every document that is known here. */
  papers: readonly Paper[];
}

export function Schedule({ phases, papers }: Props) {
  const { t } = useSpeech();
  return (
    <section className="card" aria-labelledby="schedule">
      <h2 id="schedule">{t('system.schedule')}</h2>
      <Scroll label={t('system.scheduleCaption')}>
        <table className="grid-table schedule">
          <caption className="hidden">{t('system.scheduleCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('system.phase')}</th>
              <th scope="col">{t('system.plan')}</th>
              <th scope="col">{t('system.actual')}</th>
              <th scope="col">{t('system.decidedBy')}</th>
            </tr>
          </thead>
          <tbody>
            {phases.map((phase, index) => (
              <Row key={phase.id} phase={phase} number={index + 1} papers={papers} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Row({ phase, number, papers }: { phase: PhaseView; number: number } & Pick<Props, 'papers'>) {
  const { t, say } = useSpeech();
  const here = phase.position === 'here';
  return (
    <tr className={phase.position} aria-current={here ? 'step' : undefined}>
      <th scope="row">
        <span className="schedule-phase">
          <span className="schedule-mark" aria-hidden="true">
            {phase.position === 'past' ? <Icon name="check" /> : number}
          </span>
          <span>
            {say(phase.label)}
            <span className="hidden">{`${t('mark.open')}${t(`board.${phase.position === 'past' ? 'passed' : phase.position}`)}${t('mark.close')}`}</span>
            <span className="schedule-under soft">
              {phase.owners.map(({ label }) => say(label)).join(t('mark.and'))}
              {phase.steps.length > 0 && `　${t('system.steps', { steps: phase.steps.join(' ') })}`}
            </span>
          </span>
        </span>
      </th>
      <td>
        {phase.plan ? (
          <>
            <span className="span-of-days">
              <Day value={phase.plan.startOn} />
              <span>～</span>
              <Day value={phase.plan.endOn} />
            </span>{' '}
            <Assumed why={phase.plan.assumed} />
          </>
        ) : (
          <span className="soft">{t('system.unplanned')}</span>
        )}
      </td>
      <td>
        <Actual phase={phase} />
      </td>
      <td>
        <Decided phase={phase} papers={papers} />
      </td>
    </tr>
  );
}

function Actual({ phase: { days } }: { phase: PhaseView }) {
  const { t, day } = useSpeech();
  if (!days.entered && !days.left) return null;
  return (
    <>
      <span className="span-of-days">
        {days.entered && <Day value={days.entered} />}
        <span>～</span>
        {days.left && <Day value={days.left} />}
      </span>
      {days.submitted && !days.left && (
        <span className="schedule-under">
          {t('system.submittedOn', { day: day(days.submitted, 'short') })}
        </span>
      )}
    </>
  );
}

type Asked = NonNullable<PhaseView['gate']>['approvals'];

/** Those of one round decide in any order. */
const inRounds = (approvals: Asked): Asked[] =>
  [...new Set(approvals.map(({ round }) => round))]
    .toSorted((a, b) => a - b)
    .map((round) => approvals.filter((approval) => approval.round === round));

function Decided({ phase, papers }: { phase: PhaseView } & Pick<Props, 'papers'>) {
  const { t, say } = useSpeech();
  const { gate, passed, evidence, undisclosed } = phase;
  if (!gate) return null;
  return (
    <>
      <span>
        {inRounds(gate.approvals)
          .map((round) => round.map(({ label }) => say(label)).join(t('mark.dot')))
          .join(' → ')}{' '}
        <Assumed why={gate.assumed} />
      </span>
      {passed?.approvals.map((approval) => (
        <span key={approval.account + approval.on} className="schedule-under">
          <Icon name="check" /> {approval.name} <Day value={approval.on} />
          {approval.warnings.length > 0 &&
            `${t('mark.open')}${t('system.warning')}${t('mark.colon')}${approval.warnings.join(t('mark.and'))}${t('mark.close')}`}
          {approval.note !== null && t('system.noteBeside', { note: approval.note })}
        </span>
      ))}
      {passed?.source && (
        <span className="schedule-under soft">{t('system.imported', { source: passed.source })}</span>
      )}
      {undisclosed && <span className="schedule-under soft">{say(undisclosed)}</span>}
      {evidence.map((paper) => (
        <PaperLine key={paper.sha256 + paper.documentNo} paper={paper} all={papers} />
      ))}
    </>
  );
}
