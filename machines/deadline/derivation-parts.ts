// The parts of a deadline's derivation: what the counting of it tells, one after the other, as data.

import type { DeadlineRule, Period, Roll } from '../definition/deadline-rule.ts';
import type { Text } from '../definition/definition.ts';
import type { ClosedDay } from '../values/calendar/closed-day.ts';
import type { Direction } from '../values/calendar/period.ts';
import type { Day, VagueDay } from '../values/date.ts';

type Edge<Kind> = Extract<DeadlineRule, { kind: Kind }> extends { edge: infer E } ? E : never;

/** What a period is counted from. */
export type CountedFrom =
  | { kind: 'phase'; label: Text; edge: 'entered' | 'submitted' | 'left' }
  | { kind: 'occurrence'; label: Text }
  | { kind: 'milestone'; system: string; milestone: string; label: Text | null };

/** `Closed`: a day as such while counting, with why it is closed once derived. */
export type DerivationPart<Closed = ClosedDay> =
  | { kind: 'law'; law: string }
  | { kind: 'fixed'; on: Day }
  /** The day that was set where the rule has none; null while it is 未定. */
  | { kind: 'set'; on: Day | null; reason: string }
  /** The given day that a period is counted back from. */
  | { kind: 'given'; on: Day }
  /** The day set for a designated system; null while it is 未定. */
  | { kind: 'regime'; on: Day | null; basis: string }
  /** A planned day; of a month the day that is used: its last, counted backward its first. */
  | { kind: 'planned'; label: Text; edge: Edge<'plan'>; on: VagueDay; used: Day }
  | { kind: 'fiscalYearEnd'; on: Day }
  | { kind: 'happened'; of: CountedFrom; on: VagueDay; used: Day }
  /** Nothing is counted yet. */
  | { kind: 'awaited'; of: CountedFrom | { kind: 'plan'; label: Text; edge: Edge<'plan'> } }
  /** 起算日; `isCounted`: 初日算入. */
  | { kind: 'begins'; on: Day; isCounted: boolean; sign: Direction }
  | {
      kind: 'counted';
      length: number;
      unit: Period['unit'];
      sign: Direction;
      on: Day;
      atMonthsEnd: boolean;
      skipped: Closed[];
    }
  /** The whole period lies between. */
  | { kind: 'beyond'; on: Day; sign: Direction }
  | { kind: 'rolled'; roll: Roll; on: Day; over: Closed[] }
  /** It is closed, and the date does not move. */
  | { kind: 'stays'; roll: Roll; day: Closed }
  | { kind: 'extended'; was: Day; on: Day; reason: string; by: string }
  | { kind: 'provisional'; from: Day }
  | { kind: 'time'; at: string }
  | { kind: 'halfDay'; at: string; closesAt: string; name: string | null }
  /** What met it was judged against this day; the plan or rule has changed since. */
  | { kind: 'kept'; on: Day };
