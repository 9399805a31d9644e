// The phases of a path by id and order. The definition is sound, so an id from a state value is always there.
import type { Gate, MigrationDefinition, Path, Phase } from '../definition/definition.ts';
import { type Refusal, refusal } from '../record/refusal.ts';

export function phaseOf(definition: MigrationDefinition, phase: string): Phase {
  const found = definition.path.phases.find((candidate) => candidate.id === phase);
  if (!found) throw new Error(`no phase ${phase} on path ${definition.path.id}`);
  return found;
}

export function gateOf(definition: MigrationDefinition, phase: string): Gate | undefined {
  return phaseOf(definition, phase).gate;
}

export function phaseAfter({ path }: { path: Path }, phase: string): Phase | undefined {
  const index = path.phases.findIndex((candidate) => candidate.id === phase);
  return path.phases[index + 1];
}

export function phaseBefore({ path }: { path: Path }, phase: string): Phase | undefined {
  const index = path.phases.findIndex((candidate) => candidate.id === phase);
  return path.phases[index - 1];
}

export const isPhase = (definition: MigrationDefinition, phase: string): boolean =>
  definition.path.phases.some(({ id }) => id === phase);

/** A path whose phases carry no national step reports none (連携基盤). */
export const reportsSteps = ({ phases }: Path): boolean => phases.some(({ steps }) => steps.length > 0);

/** An act that names the current phase is about that one only. */
export function notCurrent(phase: string, here: Phase): Refusal[] {
  return phase === here.id ? [] : [refusal('phase.notCurrent', { phase, current: here.id })];
}
