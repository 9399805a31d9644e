// The bodies of a programme as its migrations know them: each with a quorum of its own, the same on every path.
import { ownQuorum } from '../../decision/quorum.ts';
import type { Body, Gate } from '../../definition/definition.ts';
import type { PathSeed, ProgrammeFile, SystemSeed } from '../schema.ts';

/** Every gate of a programme: those of its paths, and those that its systems have otherwise. */
export function gatesOf(paths: readonly PathSeed[], systems: readonly SystemSeed[]): Gate[] {
  const written = [...paths.flatMap(({ phases }) => phases), ...systems.flatMap(({ changes }) => changes)];
  return written.flatMap(({ gate }) => gate ?? []);
}

export const bodiesOf = ({ bodies }: ProgrammeFile, gates: readonly Gate[]): Body[] =>
  bodies.map((body) => ({ ...body, quorum: ownQuorum(body, gates) }));
