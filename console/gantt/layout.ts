// Where everything of a Gantt chart lies: rows under their waves, bars, signs and lines, in the units of its own drawing. Pure.
import { latestDay } from '../../machines/values/date.ts';
import type { Schedule, ScheduledPhase, ScheduleRow } from '../../server/contract/planning/schedule.ts';
import { type Axis, axisOver, type Bar, barOf, placeOf } from './axis.ts';

export const HEAD = 44;
export const WAVE = 20;
export const ROW = 40;
const LANES = 12;

export interface Chosen {
  system: string;
  phase: string;
}

export interface LaidPhase {
  phase: ScheduledPhase;
  plan: Bar | null;
  actual: Bar | null;
  /** The plan as it stood on the day that is compared with, where it was another. */
  ghost: Bar | null;
  /** Where the gate's sign stands: the day it was passed, or is planned to be. */
  gate: number | null;
}
export interface LaidRow {
  row: ScheduleRow;
  y: number;
  phases: LaidPhase[];
  /** The date of the law for this system; null where it has none. */
  legal: number | null;
}
export interface Laid {
  axis: Axis;
  waves: { id: string; label: ScheduleRow['waveLabel']; y: number }[];
  rows: LaidRow[];
  /** The lane is how far beside its gate a line goes down: those from one place have one each. */
  waits: { key: string; from: [number, number]; to: [number, number]; lane: number }[];
  height: number;
}

type Planned = { startOn: string; endOn: string };

export function laid(schedule: Schedule, then: Schedule | null): Laid {
  const { rows, setting } = schedule;
  const today = setting.asOf ?? setting.today;
  const axis = axisOver(rows.flatMap(daysOf), today);
  const ghosts = ghostsOf(then);
  const waves: Laid['waves'] = [];
  let y = HEAD;
  const placed = rows.toSorted(byWave(rows)).map((row) => {
    if (waves.at(-1)?.id !== row.wave) {
      waves.push({ id: row.wave, label: row.waveLabel, y });
      y += WAVE;
    }
    const at = y;
    y += ROW;
    return { ...rowOf(axis, row, { today, ghosts }), y: at };
  });
  return { axis, waves, rows: placed, waits: linesOf(schedule, placed), height: y };
}

/** Those of one wave together, the waves in the order in which they first come. */
function byWave(rows: readonly ScheduleRow[]) {
  const order = [...new Set(rows.map(({ wave }) => wave))];
  return (a: ScheduleRow, b: ScheduleRow) => order.indexOf(a.wave) - order.indexOf(b.wave);
}

const daysOf = ({ phases, deadlines }: ScheduleRow): string[] => [
  ...phases.flatMap(({ plan, days }) =>
    [plan?.startOn, plan?.endOn, days.entered, days.left].flatMap((day) => day ?? []),
  ),
  ...deadlines.flatMap(({ dueOn }) => dueOn ?? []),
];

const ghostsOf = (then: Schedule | null): ReadonlyMap<string, Planned> =>
  new Map(
    (then?.rows ?? []).flatMap(({ system, phases }) =>
      phases.flatMap(({ id, plan }) => (plan ? [[`${system}/${id}`, plan] as const] : [])),
    ),
  );

interface Beside {
  today: string;
  ghosts: ReadonlyMap<string, Planned>;
}

function rowOf(axis: Axis, row: ScheduleRow, { today, ghosts }: Beside): Omit<LaidRow, 'y'> {
  const legal = row.deadlines.find((deadline) => deadline.legal)?.dueOn ?? null;
  return {
    row,
    legal: legal === null ? null : placeOf(axis, legal),
    phases: row.phases.map((phase) => {
      const { plan, days, gate } = phase;
      const was = ghosts.get(`${row.system}/${phase.id}`);
      const isMoved = was && (was.startOn !== plan?.startOn || was.endOn !== plan?.endOn);
      const gateOn = gate && (gate.passedOn ?? plan?.endOn);
      return {
        phase,
        plan: plan && barOf(axis, plan),
        actual: days.entered ? barOf(axis, { startOn: days.entered, endOn: endOf(phase, today) }) : null,
        ghost: isMoved ? barOf(axis, was) : null,
        gate: gateOn ? placeOf(axis, latestDay(gateOn)) : null,
      };
    }),
  };
}

/** What has not ended reaches to today, and never ends before it began. */
function endOf({ days }: ScheduledPhase, today: string): string {
  if (days.left) return days.left;
  return days.entered && days.entered > today ? days.entered : today;
}

/** From the end of the phase that is waited for to the end of the one that waits: its gate is what is shut. */
function linesOf({ waits }: Schedule, rows: readonly LaidRow[]): Laid['waits'] {
  const pointOf = (system: string, phase: string): [number, number] | null => {
    const row = rows.find((one) => one.row.system === system);
    const found = row?.phases.find((one) => one.phase.id === phase);
    const at = found?.gate ?? found?.plan?.to ?? null;
    return row && at !== null ? [at, row.y + ROW / 2] : null;
  };
  const taken = new Map<number, number>();
  return waits.flatMap(({ system, phase, awaits, announcedBy }) => {
    const [from, to] = [pointOf(awaits, announcedBy), pointOf(system, phase)];
    if (!from || !to) return [];
    const lane = taken.get(from[0]) ?? 0;
    taken.set(from[0], lane + 1);
    return [{ key: `${awaits}/${announcedBy}/${system}/${phase}`, from, to, lane: lane % LANES }];
  });
}
