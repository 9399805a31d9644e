// What a vendor's notice does to one system, before anyone has decided anything: the day it would be live, the deadlines that would be
// missed, who waits for it, and the reason under which a special transition could be applied for. Pure.
import { isOpen } from '../../deadline/status.ts';
import type { MigrationDefinition, Text } from '../../definition/definition.ts';
import { isOver, type MigrationSnapshot, type Regime, standing } from '../../migration/state.ts';
import { summarize } from '../../migration/summary.ts';
import { type Day, earliestDay, type VagueDay } from '../../values/date.ts';
import { cutOverOn } from './cut-over.ts';
import type { VendorNotice } from './shape.ts';

/** wouldMiss: by the vendor's word it is not met in time; open: nobody can say, since the vendor's day is 未定. */
export interface TouchedDeadline {
  deadline: string;
  label: Text;
  dueOn: Day;
  hard: boolean;
  outcome: 'wouldMiss' | 'open';
}

export interface Touched {
  system: string;
  /** live: it is there already; over: its migration has ended. */
  is: 'underWay' | 'live' | 'over';
  cutOver: { planned: VagueDay | null; told: VagueDay | null };
  deadlines: TouchedDeadline[];
  /** Systems that wait for its milestones. */
  dependents: string[];
  regime: Regime;
  /** 判断保留 since then. */
  pendingOn: VagueDay | null;
  /** 事由3 (撤退) or 4 (リソースひっ迫); null where the notice gives none. */
  reasonType: 3 | 4 | null;
}

const reasonOf = { withdrawal: 3, delay: 4, capacity: 4, other: null } as const;

export function touchedBy(
  { kind, until }: Pick<VendorNotice, 'kind' | 'until'>,
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
): Touched {
  const isLive = snapshot.context.live !== null;
  const isEnded = isOver(definition, standing(snapshot).activity);
  const isUnderWay = !isLive && !isEnded;
  return {
    system: definition.system.id,
    is: isEnded ? 'over' : isLive ? 'live' : 'underWay',
    cutOver: { planned: cutOverOn(definition, snapshot), told: isUnderWay ? until : null },
    deadlines: isUnderWay ? deadlinesOf(until, definition, snapshot) : [],
    dependents: isUnderWay ? definition.dependents : [],
    regime: standing(snapshot).regime,
    pendingOn: snapshot.context.special?.pending?.on ?? null,
    reasonType: reasonOf[kind],
  };
}

/** Those that only the system itself meets: going live, or leaving what comes right before it. */
function deadlinesOf(
  until: VagueDay | null,
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
): TouchedDeadline[] {
  const { goLive, phases } = definition.path;
  const order = phases.map(({ id }) => id);
  const cutOver = goLive === undefined ? order.length : order.indexOf(goLive);
  return summarize(definition, snapshot).deadlines.flatMap((row): TouchedDeadline[] => {
    const metBy = definition.deadlines.find(({ id }) => id === row.deadline)?.metBy;
    if (!isOpen(row) || row.dueOn === null || metBy === undefined) return [];
    const atTheEnd =
      metBy === 'wentLive' ||
      (typeof metBy !== 'string' && order.indexOf(metBy.phase) >= cutOver - 1 && metBy.edge !== 'submitted');
    if (!atTheEnd) return [];
    const { deadline, label, dueOn, hard } = row;
    if (until === null) return [{ deadline, label, dueOn, hard, outcome: 'open' }];
    return earliestDay(until) > dueOn ? [{ deadline, label, dueOn, hard, outcome: 'wouldMiss' }] : [];
  });
}
