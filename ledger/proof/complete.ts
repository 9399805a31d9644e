// The chains that there must be: a programme's own, and one for every system that a definition names. How many are found
// proves nothing; which are expected does.
import type { ChainHead } from '../chain/entries.ts';
import type { KnownDefinitions } from './definition-rows.ts';
import type { Findings } from './findings.ts';
import type { Fault } from './wrong.ts';

export function checkComplete(
  { named, defined, programmes }: KnownDefinitions,
  heads: readonly ChainHead[],
  findings: Findings,
): void {
  const there = new Set(heads.map(({ chain }) => chain));
  const say = (chain: string, what: Fault) => findings.found({ chain, seq: 0, what, recordedAt: null });
  const recorded = new Set(heads.map(({ chain }) => chain.split('/')[0]));
  for (const code of programmes) if (!recorded.has(code)) say(code, 'nothing');
  for (const chain of new Set([...named, ...defined])) {
    if (!defined.has(chain)) say(chain, programmes.has(chain) ? 'unnamed' : 'missing');
    else if (!there.has(chain)) say(chain, 'empty');
  }
  findings.looked('complete', new Set([...named, ...defined]).size);
}
