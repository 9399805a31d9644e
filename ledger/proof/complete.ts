// The chains that there must be: a programme's own, and one for every system that a definition names; no others. How many are found
// proves nothing; which are expected does. And whether anybody sees that their workflows live.
import type postgres from 'postgres';
import { programmeOf } from '../../machines/record/chain.ts';
import type { ChainHead } from '../chain/entries.ts';
import type { KnownDefinitions } from './definition-rows.ts';
import type { Findings } from './findings.ts';
import type { Fault } from './wrong.ts';

export async function checkComplete(
  tx: postgres.TransactionSql,
  known: KnownDefinitions,
  heads: readonly ChainHead[],
  findings: Findings,
): Promise<void> {
  checkChains(known, heads, findings);
  const watched = await watchedProgrammes(tx);
  for (const code of new Set(heads.map(({ chain }) => programmeOf(chain))))
    if (!watched.has(code)) findings.found({ chain: code, seq: 0, what: 'unwatched', recordedAt: null });
}

export function checkChains(
  { named, naming, rows, programmes }: KnownDefinitions,
  heads: readonly ChainHead[],
  findings: Findings,
): void {
  const there = new Set(heads.map(({ chain }) => chain));
  const say = (chain: string, what: Fault) => findings.found({ chain, seq: 0, what, recordedAt: null });
  const recorded = new Set(heads.map(({ chain }) => programmeOf(chain)));
  for (const code of programmes) if (!recorded.has(code)) say(code, 'nothing');
  const expected = new Set([...named, ...rows.keys()]);
  for (const chain of expected) {
    if (!rows.has(chain)) say(chain, programmes.has(chain) ? 'unnamed' : 'missing');
    else if (!there.has(chain)) say(chain, 'empty');
  }
  for (const chain of new Set([...expected, ...there])) {
    if (naming.has(programmeOf(chain)) && !named.has(chain)) say(chain, 'stranger');
  }
  findings.looked('complete', expected.size);
}

async function watchedProgrammes(tx: postgres.TransactionSql): Promise<Set<string>> {
  const rows = await tx<{ programme: string }[]>`
    select programme from public.programme_loading where completed_at is not null`;
  return new Set(rows.map(({ programme }) => programme));
}
