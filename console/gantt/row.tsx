// One system's row: its name, a bar a phase with the plan above and what came of it below, toriis at gates, diamonds at deadlines.
import type { ScheduledPhase } from '../../server/contract/planning/schedule.ts';
import { useWords } from '../words/language.tsx';
import { type Axis, type Bar, placeOf } from './axis.ts';
import { type Chosen, type LaidPhase, type LaidRow, ROW } from './layout.ts';
import { cut, NAMES, WIDTH, whole, xOf } from './scale.ts';
import { ganttWords } from './words.ts';

interface Props {
  laid: LaidRow;
  axis: Axis;
  index: number;
  /** The bar that Tab reaches: row and phase. */
  at: [number, number];
  onAt: (at: [number, number]) => void;
  onOpen: (chosen: Chosen) => void;
}

export function RowParts({ laid, axis, index, at, onAt, onOpen }: Props) {
  const { say } = useWords(ganttWords);
  const { row, y, phases } = laid;
  return (
    <g>
      <line x1={0} x2={WIDTH} y1={y + ROW} y2={y + ROW} className="gantt-line" />
      <text x={6} y={y + 17} className="gantt-name">
        {cut(say(row.name), NAMES - 12, 12)}
        <title>{say(row.name)}</title>
      </text>
      <text x={6} y={y + 32} className="gantt-under">
        {cut(say(row.phaseLabel), NAMES - 12, 10)}
        <title>{say(row.phaseLabel)}</title>
      </text>
      {phases.map((phase, number) => {
        const isAt = at[0] === index && at[1] === number;
        return (
          <PhaseBar
            key={phase.phase.id}
            laid={phase}
            y={y}
            name={say(row.name)}
            place={`${index}/${number}`}
            reached={isAt}
            onFocus={() => onAt([index, number])}
            onOpen={() => onOpen({ system: row.system, phase: phase.phase.id })}
          />
        );
      })}
      {row.deadlines.map(({ deadline, dueOn, status }) => {
        if (dueOn === null) return null;
        const x = xOf(placeOf(axis, dueOn));
        return (
          <path key={deadline} className={`gantt-due ${status}`} d={`M${x} ${y + 27} l5 5 l-5 5 l-5 -5 Z`} />
        );
      })}
    </g>
  );
}

interface BarProps {
  laid: LaidPhase;
  y: number;
  name: string;
  place: string;
  reached: boolean;
  onFocus: () => void;
  onOpen: () => void;
}

function PhaseBar({ laid, y, name, place, reached, onFocus, onOpen }: BarProps) {
  const { t, say } = useWords(ganttWords);
  const told = usePhaseWords();
  const { phase, plan, actual, ghost, gate } = laid;
  const sentence = told(phase).join(t('mark.and'));
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button within a drawing
    <g
      role="button"
      tabIndex={reached ? 0 : -1}
      data-at={place}
      className="gantt-bar"
      aria-label={`${name} ${sentence}`}
      onFocus={onFocus}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onOpen();
      }}
    >
      <title>{sentence}</title>
      {ghost && <rect {...box(ghost, y + 2, 16)} className="gantt-ghost" />}
      {plan && <PlanBar bar={plan} y={y + 4} phase={phase} />}
      {plan && (
        <text x={xOf(plan.from) + 5} y={y + 14.5} className="gantt-label">
          {whole(say(phase.label), widthOf(plan) - 10, 9.5)}
        </text>
      )}
      {actual && (
        <rect
          {...box(actual, y + 20, 5)}
          className={phase.days.left ? 'gantt-actual' : 'gantt-actual open'}
        />
      )}
      {gate !== null && <Torii x={xOf(gate)} y={y + 5} passed={phase.gate?.passedOn != null} />}
    </g>
  );
}

const widthOf = ({ from, to }: Bar): number => xOf(to) - xOf(from);
const box = (bar: Bar, y: number, height: number) => ({
  x: xOf(bar.from),
  y,
  width: Math.max(2, widthOf(bar)),
  height,
});

/** What is only assumed is hatched; an end known by its month alone tapers. */
function PlanBar({ bar, y, phase }: { bar: Bar; y: number; phase: ScheduledPhase }) {
  const [x, end] = [xOf(bar.from), Math.max(xOf(bar.to), xOf(bar.from) + 3)];
  const taper = Math.min(6, (end - x) / 3);
  const [left, right] = [bar.softFrom ? x + taper : x, bar.softTo ? end - taper : end];
  const d = `M${left} ${y} H${right} L${end} ${y + 7} L${right} ${y + 14} H${left} L${x} ${y + 7} Z`;
  return <path d={d} className={`gantt-plan ${phase.position} ${phase.plan?.assumed ? 'assumed' : ''}`} />;
}

/** A torii: the gate at a phase's end, filled once it is passed. */
function Torii({ x, y, passed }: { x: number; y: number; passed: boolean }) {
  return (
    <path
      className={passed ? 'gantt-gate passed' : 'gantt-gate'}
      d={`M${x - 6} ${y} Q${x} ${y + 1.6} ${x + 6} ${y} M${x - 4.5} ${y + 4} H${x + 4.5} M${x - 3} ${y + 1} V${y + 12} M${x + 3} ${y + 1} V${y + 12}`}
    />
  );
}

/** A phase part by part: what its bar says to whoever does not see it. */
export function usePhaseWords(): (phase: ScheduledPhase) => string[] {
  const { t, say, day, half } = useWords(ganttWords);
  const span = (from: string, to: string) =>
    t('gantt.span', { from: day(from, 'short'), to: day(to, 'short') });
  return ({ label, plan, days, gate }) => [
    say(label),
    plan ? `${t('gantt.plan')} ${span(plan.startOn, plan.endOn)}` : t('gantt.unplanned'),
    ...(plan?.assumed ? [`${t('gantt.assumed')}: ${half(plan.assumed)}`] : []),
    days.entered
      ? `${t('gantt.actual')} ${days.left ? span(days.entered, days.left) : t('gantt.since', { from: day(days.entered, 'short') })}`
      : t('gantt.notBegun'),
    ...(gate
      ? [
          `${say(gate.label)} ${gate.passedOn ? t('gantt.passed', { day: day(gate.passedOn, 'short') }) : t('gantt.notPassed')}`,
        ]
      : []),
  ];
}
