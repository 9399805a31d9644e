// What a system says that it goes on with, against the entries by which the others ended: those very entries stand, each by an
// adoption that splits or merges its system and names this one, and what is taken is what they had. Their chains may come later.

import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { CONTINUED, type ContinuedFact } from '../../../machines/migration/adoption/continuing.ts';
import type { MigrationSnapshot } from '../../../machines/migration/state.ts';
import { chainOf, programmeOf } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { eventIn, snapshotIn } from '../../../machines/record/reader.ts';
import { type Ending, endedBy, wordOf } from '../../definitions/continuations.ts';
import { claimed } from '../../lock/evidence-of-entries.ts';
import type { Findings } from '../findings.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import type { Visited } from './visitors.ts';

interface Claim {
  body: EntryBody;
  heir: MigrationDefinition | null;
  adopted: number | undefined;
}

export function continuationsProven(definitions: KeptDefinitions, findings: Findings) {
  /** `{chain} {seq}` → by what a system ended there. */
  const endings = new Map<string, Ending>();
  const claims: Claim[] = [];
  const version = (chain: string, named: number) => definitions.version(chain, named);
  const claim = async ({ body, stateBefore }: Visited): Promise<void> => {
    const kept = await version(body.chain, body.versions.definition);
    const before = stateBefore === null ? null : snapshotIn<MigrationSnapshot>({ snapshot: stateBefore });
    const heir = kept?.kind === 'migration' ? kept.definition : null;
    claims.push({ body, heir, adopted: before?.context.adopted });
  };
  return {
    visit: async (visited: Visited): Promise<void> => {
      const { row, body } = visited;
      if (body.fact.type === CONTINUED) return claim(visited);
      const definition = await endedBy(version, body);
      if (definition === null) return;
      const snapshot = snapshotIn<MigrationSnapshot>(row);
      endings.set(`${row.chain} ${row.seq}`, { body, hash: row.hash, snapshot, definition });
    },
    done: (): undefined => {
      for (const one of claims) {
        const { chain, seq, recordedAt } = one.body;
        if (!isProven(one, endings)) findings.found({ chain, seq, what: 'adoption', recordedAt });
      }
    },
  };
}

function isProven({ body, heir, adopted }: Claim, endings: ReadonlyMap<string, Ending>): boolean {
  const { from } = eventIn<{ fact: ContinuedFact }>(body).fact;
  const found = from.flatMap(({ system, seq }) => {
    const ending = endings.get(`${chainOf(programmeOf(body.chain), system)} ${seq}`);
    return ending ? [ending] : [];
  });
  if (heir === null || found.length !== from.length) return false;
  const continues = heir.system.continues?.from ?? [];
  if (!from.every(({ system }) => continues.includes(system))) return false;
  const word = wordOf(heir, found, adopted);
  return word !== null && claimed(word) === claimed(body);
}
