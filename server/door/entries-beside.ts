// What stands beside entries as they are shown: what put them right, what was decided in whose name, what decides their systems now.
import type { Ledger } from '../../ledger/open.ts';
import type { AsOf, UpTo } from '../../ledger/past/by.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import { CONTINUED } from '../../machines/migration/adoption/continuing.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import type { Beside } from '../views/entry-view.ts';

export async function besideEntries(
  { correctionPairs, decidedInName, definitions, fallenBy }: Ledger,
  shown: readonly Pick<EntryBody, 'chain' | 'seq' | 'fact'>[],
  asOf: AsOf,
  upTo: UpTo | null = null,
): Promise<Beside> {
  const chains = [...new Set(shown.map(({ chain }) => chain))];
  const adoptions = shown.filter(({ fact }) => fact.type === ADOPTED || fact.type === CONTINUED);
  const [pairs, inName, fallen, kept] = await Promise.all([
    correctionPairs(chains, asOf, upTo),
    decidedInName(chains, asOf),
    fallenBy(adoptions),
    Promise.all(chains.map(async (chain) => [chain, await definitions.inForce(chain)] as const)),
  ]);
  const inForce = kept.flatMap(([chain, found]): [string, MigrationDefinition][] =>
    found?.kind === 'migration' ? [[chain, found.definition]] : [],
  );
  const fell = new Map(fallen.map(({ chain, seq, notice }) => [`${chain}/${seq}`, notice]));
  return { pairs, inName, inForce: new Map(inForce), fell };
}
