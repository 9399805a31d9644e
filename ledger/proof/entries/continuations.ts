// What a system says that it goes on with, against the entries by which the others ended: those very entries stand, each by an
// adoption that splits or merges its system and names this one, and what is taken is what they had. Their chains may come later.

import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { AdoptedFact } from '../../../machines/migration/adoption/acts.ts';
import { CONTINUED, type ContinuedFact } from '../../../machines/migration/adoption/continuing.ts';
import type { MigrationSnapshot } from '../../../machines/migration/state.ts';
import { chainOf, programmeOf } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { eventIn, snapshotIn } from '../../../machines/record/reader.ts';
import { type Ending, endedBy, gained, wordOf } from '../../definitions/continuations.ts';
import { claimed } from '../../lock/evidence-of-entries.ts';
import type { Findings } from '../findings.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import type { Visited } from './visitors.ts';

interface Claim {
  body: EntryBody;
  heir: MigrationDefinition | null;
}

export function continuationsProven(definitions: KeptDefinitions, findings: Findings) {
  /** `{chain} {seq}` → by what a system ended there. */
  const endings = new Map<string, Ending>();
  const claims: Claim[] = [];
  /** `{chain} {amendment}` → what the system carried before it went on with others by that. */
  const carried = new Map<string, readonly string[]>();
  const version = (chain: string, named: number) => definitions.version(chain, named);
  const claim = async ({ body }: Visited): Promise<void> => {
    const kept = await version(body.chain, body.versions.definition);
    claims.push({ body, heir: kept?.kind === 'migration' ? kept.definition : null });
  };
  const adoption = async (body: EntryBody): Promise<void> => {
    const round = await gained(version, body);
    const { amendment } = eventIn<{ fact: AdoptedFact }>(body).fact;
    if (round) carried.set(`${body.chain} ${amendment}`, round.carried);
  };
  return {
    visit: async (visited: Visited): Promise<void> => {
      const { row, body } = visited;
      if (body.fact.type === CONTINUED) return claim(visited);
      await adoption(body);
      const definition = await endedBy(version, body);
      if (definition === null) return;
      const snapshot = snapshotIn<MigrationSnapshot>(row);
      endings.set(`${row.chain} ${row.seq}`, { body, hash: row.hash, snapshot, definition });
    },
    done: (): undefined => {
      for (const one of claims) {
        const { chain, seq, recordedAt } = one.body;
        if (!isProven(one, endings, carried)) findings.found({ chain, seq, what: 'adoption', recordedAt });
      }
    },
  };
}

function isProven(
  { body, heir }: Claim,
  endings: ReadonlyMap<string, Ending>,
  carried: ReadonlyMap<string, readonly string[]>,
): boolean {
  const { from, amendment } = eventIn<{ fact: ContinuedFact }>(body).fact;
  const found = from.flatMap(({ system, seq }) => {
    const ending = endings.get(`${chainOf(programmeOf(body.chain), system)} ${seq}`);
    return ending ? [ending] : [];
  });
  if (heir === null || found.length !== from.length) return false;
  const continues = heir.system.continues?.from ?? [];
  if (!from.every(({ system }) => continues.includes(system))) return false;
  const before = carried.get(`${body.chain} ${amendment}`) ?? null;
  const word = wordOf({ definition: heir, carried: before }, found);
  return word !== null && claimed(word) === claimed(body);
}
