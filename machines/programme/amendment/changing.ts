// What every small change gives: what is wanted in place of what is in force, or why it cannot be. Knows no kind of change.
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { Wanted } from './proposal.ts';

/** What a change may name; `heir`: a system that goes on with others by it. */
export type NamedByChange =
  | 'phase'
  | 'body'
  | 'deadline'
  | 'system'
  | 'heir'
  | 'business'
  | 'wave'
  | 'path'
  | 'programme'
  | 'quorum';

export interface ChangeProblemFacts {
  /** What a change names and there is not. */
  'change.unknown': { what: NamedByChange; id: string; known: string[] };
  'change.notFixed': { deadline: string };
  'change.already': { what: string };
  /** Another amendment that waits closes, or opens, that day. */
  'change.proposed': { on: string; closed: boolean; amendment: number };
  'change.reversed': { startOn: string; endOn: string };
  /** Systems of a wave walk several paths, none of them most of them. */
  'change.manyPaths': { wave: string; paths: string[] };
  'change.nothingSaid': { system: string };
  /** It walks already. */
  'change.heirThere': { system: string };
  /** Two of those that come have one id. */
  'change.heirTwice': { system: string };
  'change.bodyThere': { body: string };
  /** A merger of one alone. */
  'change.mergesOne': { system: string };
  /** Others carry it, whole or in parts that do not say which. */
  'change.carried': { business: string; systems: string[] };
  /** What was wanted once has been changed otherwise since. */
  'change.conflict': { places: string[] };
  /** It waits still, or is in force: nothing to be taken up again. */
  'change.notEnded': { amendment: number };
  'change.beyond': { body: string; members: number; quorum: number };
}
export type ChangeProblem = {
  [C in keyof ChangeProblemFacts]: { code: C; facts: ChangeProblemFacts[C] };
}[keyof ChangeProblemFacts];

export const wrong = <C extends keyof ChangeProblemFacts>(
  code: C,
  facts: ChangeProblemFacts[C],
): ChangeProblem =>
  // TypeScript cannot follow a mapped union back from its generic key.
  ({ code, facts }) as ChangeProblem;

export type Changed = { wanted: Wanted } | { problem: ChangeProblem };

export const each = (
  wanted: Wanted,
  alter: (definition: MigrationDefinition) => MigrationDefinition,
): Changed => ({
  wanted: { ...wanted, migrations: wanted.migrations.map(alter) },
});

export const systemIn = ({ migrations }: Wanted, named: string): MigrationDefinition | undefined =>
  migrations.find(({ system }) => system.id === named);

export const unknownSystem = ({ migrations }: Wanted, named: string): Changed => {
  const known = migrations.map(({ system }) => system.id);
  return { problem: wrong('change.unknown', { what: 'system', id: named, known }) };
};
