// The bodies of a programme as its migrations know them: each with a quorum of its own, the same on every path.
import { ownQuorum } from '../../decision/quorum.ts';
import type { Body, Gate } from '../../definition/definition.ts';
import type { PathSeed, ProgrammeFile, SystemSeed } from '../schema.ts';
import { phasesOf } from './path.ts';

/** Every gate of a programme: those of its paths, and those that its systems have otherwise, or others decide. */
export function gatesOf(paths: readonly PathSeed[], systems: readonly SystemSeed[]): Gate[] {
  const written = [...paths.flatMap(({ phases }) => phases), ...systems.flatMap(({ changes }) => changes)];
  const held = systems.flatMap((system) => {
    const path = system.roles && paths.find(({ id }) => id === system.path);
    return path ? phasesOf(path, system) : [];
  });
  return [...written, ...held].flatMap(({ gate }) => gate ?? []);
}

/** Each with its secretariat, where it meets. */
export const metBodies = ({ bodies, control }: ProgrammeFile): Body[] =>
  bodies.map(({ meets, ...body }) => ({
    ...body,
    ...(meets ? { meets: { ...meets, secretariat: meets.secretariat ?? control } } : {}),
  }));

export const bodiesOf = (file: ProgrammeFile, gates: readonly Gate[]): Body[] =>
  metBodies(file).map((body) => ({ ...body, quorum: ownQuorum(body, gates) }));
