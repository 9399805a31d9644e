// The path one system really walks: its wave's path with what the system skips and does otherwise.
import type { Path, Phase } from '../../definition/definition.ts';
import type { PathSeed, SystemSeed } from '../schema.ts';
import { controlAs, phaseAs, procurementAs } from './roles.ts';

/** Phases in order, without those skipped, with the system's own owners, gates, awaited milestones and holders of roles. */
export function phasesOf(path: PathSeed, system: SystemSeed): Phase[] {
  const skipped = new Set(system.skips.map((skip) => skip.phase));
  return path.phases.filter((phase) => !skipped.has(phase.id)).map((phase) => phaseIn(phase, system));
}

function phaseIn(phase: Phase, system: SystemSeed): Phase {
  const own = withAwaited(withChanges(phase, system), system);
  return system.roles ? phaseAs(system, own) : own;
}

function withChanges(phase: Phase, system: SystemSeed): Phase {
  const change = system.changes.find((candidate) => candidate.phase === phase.id);
  if (!change) return phase;
  const { label = phase.label, owners = phase.owners, gate = phase.gate } = change;
  return { ...phase, label, owners, ...(gate ? { gate } : {}) };
}

function withAwaited(phase: Phase, system: SystemSeed): Phase {
  const awaited = system.awaits
    .filter((candidate) => candidate.phase === phase.id)
    .map(({ phase: _phase, ...rest }) => ({ kind: 'milestone' as const, ...rest }));
  if (!phase.gate || awaited.length === 0) return phase;
  return { ...phase, gate: { ...phase.gate, conditions: [...phase.gate.conditions, ...awaited] } };
}

export const deviates = ({ skips, changes, awaits, roles = {} }: SystemSeed): boolean =>
  skips.length + changes.length + awaits.length + Object.keys(roles).length > 0;

/** A path of its own name where the system deviates, so that its entries say which one decided. */
export function pathOf(path: PathSeed, system: SystemSeed): Path {
  const { nationalSteps: _reported, stepsBefore: _before, ...rest } = path;
  return {
    ...rest,
    id: deviates(system) ? `${path.id}-${system.id}` : path.id,
    phases: phasesOf(path, system),
    ...(rest.procurement
      ? { procurement: system.roles ? procurementAs(system, rest.procurement) : rest.procurement }
      : {}),
    control: system.roles ? controlAs(system, rest.control) : rest.control,
  };
}
