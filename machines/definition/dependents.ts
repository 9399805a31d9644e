// What systems wait for of each other, read from their gates and from the deadlines that are counted from another's milestone.
import type { Deadline, MigrationDefinition, Path } from './definition.ts';

interface Walking {
  system: { id: string };
  path: Path;
  deadlines: readonly Deadline[];
}

interface Milestone {
  system: string;
  milestone: string;
}

/** The milestones of other systems that one waits for. */
export const awaitedBy = ({ path, deadlines }: Omit<Walking, 'system'>): Milestone[] => [
  ...path.phases.flatMap(
    ({ gate }) => gate?.conditions.filter((condition) => condition.kind === 'milestone') ?? [],
  ),
  ...deadlines.flatMap((deadline) => countedFrom(deadline) ?? []),
];

export const awaitsMilestone = (
  walking: Omit<Walking, 'system'>,
  { system, milestone }: Milestone,
): boolean => awaitedBy(walking).some((one) => one.system === system && one.milestone === milestone);

/** Of each system that is waited for, those that wait for a milestone of it, in their order. */
export function dependentsAmong(all: readonly Walking[]): ReadonlyMap<string, string[]> {
  const waiting = new Map<string, string[]>();
  for (const walking of all)
    for (const system of new Set(awaitedBy(walking).map((awaited) => awaited.system))) {
      const others = waiting.get(system);
      if (others) others.push(walking.system.id);
      else waiting.set(system, [walking.system.id]);
    }
  return waiting;
}

/** Without waiting for `system`: neither a gate of it nor a deadline that only it would begin. */
export function withoutAwaiting(definition: MigrationDefinition, system: string): MigrationDefinition {
  const phases = definition.path.phases.map((phase) => {
    if (!phase.gate) return phase;
    const conditions = phase.gate.conditions.filter(
      (condition) => condition.kind !== 'milestone' || condition.system !== system,
    );
    return conditions.length === phase.gate.conditions.length
      ? phase
      : { ...phase, gate: { ...phase.gate, conditions } };
  });
  const deadlines = definition.deadlines.filter((deadline) => countedFrom(deadline)?.system !== system);
  return { ...definition, path: { ...definition.path, phases }, deadlines };
}

/** Waiting for `instead` where it waited for `system`; for each milestone of it once. */
export function awaitingInstead(
  definition: MigrationDefinition,
  system: string,
  instead: string,
): MigrationDefinition {
  const phases = definition.path.phases.map((phase) => {
    if (!phase.gate?.conditions.some((one) => one.kind === 'milestone' && one.system === system))
      return phase;
    const asked = phase.gate.conditions.map((one) =>
      one.kind === 'milestone' && one.system === system ? { ...one, system: instead } : one,
    );
    const conditions = asked.filter(
      (one, index) =>
        one.kind !== 'milestone' ||
        asked.findIndex(
          (other) =>
            other.kind === 'milestone' && other.system === one.system && other.milestone === one.milestone,
        ) === index,
    );
    return { ...phase, gate: { ...phase.gate, conditions } };
  });
  const deadlines = definition.deadlines.map((deadline) => {
    const { rule } = deadline;
    if (rule.kind !== 'forward' || !('system' in rule.anchor) || rule.anchor.system !== system)
      return deadline;
    return { ...deadline, rule: { ...rule, anchor: { ...rule.anchor, system: instead } } };
  });
  return { ...definition, path: { ...definition.path, phases }, deadlines };
}

/** Of what happens around the programme, what a deadline is counted from. */
export const occurrenceOf = ({ rule }: Deadline): string | null =>
  rule.kind === 'forward' && 'occurrence' in rule.anchor ? rule.anchor.occurrence : null;

const countedFrom = ({ rule }: Deadline): Milestone | null =>
  rule.kind === 'forward' && 'system' in rule.anchor ? rule.anchor : null;
