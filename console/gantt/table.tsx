// The same plan as a table: what the chart draws, in words and days.
import type { ScheduledPhase, ScheduleRow } from '../../server/contract/planning/schedule.ts';
import type { Past } from '../asks.ts';
import { Assumed } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useWords } from '../words/language.tsx';
import { ganttWords } from './words.ts';

export function GanttTable({
  code,
  rows,
  past,
}: {
  code: string;
  rows: readonly ScheduleRow[];
  past: Past | null;
}) {
  const { t, say } = useWords(ganttWords);
  const heads = ['gantt.system', 'gantt.phase', 'gantt.plan', 'gantt.actual', 'gantt.gate'] as const;
  return (
    <Scroll label={t('gantt.caption')}>
      <table className="grid-table gantt-table">
        <caption className="hidden">{t('gantt.caption')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.system}>
            {row.phases.map((phase, index) => (
              <tr key={phase.id}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={row.phases.length}>
                    <SystemLink code={code} system={row.system} past={past}>
                      {say(row.name)}
                    </SystemLink>
                    <span className="schedule-under soft">{say(row.waveLabel)}</span>
                  </th>
                )}
                <PhaseCells phase={phase} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

function PhaseCells({ phase: { label, plan, days, gate } }: { phase: ScheduledPhase }) {
  const { t, say } = useWords(ganttWords);
  return (
    <>
      <th scope="row">{say(label)}</th>
      <td>
        {plan ? (
          <>
            <Span from={plan.startOn} to={plan.endOn} /> <Assumed why={plan.assumed} />
          </>
        ) : (
          <span className="soft">{t('gantt.unplanned')}</span>
        )}
      </td>
      <td>
        {days.entered ? (
          <Span from={days.entered} to={days.left} />
        ) : (
          <span className="soft">{t('gantt.notBegun')}</span>
        )}
      </td>
      <td>
        {gate && (
          <>
            {say(gate.label)}{' '}
            {gate.passedOn ? (
              <Day value={gate.passedOn} />
            ) : (
              <span className="soft">{t('gantt.notPassed')}</span>
            )}
          </>
        )}
      </td>
    </>
  );
}

function Span({ from, to }: { from: string; to: string | null }) {
  return (
    <span className="span-of-days">
      <Day value={from} />
      <span>～</span>
      {to && <Day value={to} />}
    </span>
  );
}
