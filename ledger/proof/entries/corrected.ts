// Corrections, from the chains alone: what each says stood in the entry that it names is what stood there.
import { MACHINE_VERSION } from '../../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../../machines/migration/state.ts';
import { snapshotIn } from '../../../machines/record/reader.ts';
import { type EntriesBetween, entryPutRight, falseClaim } from '../../chain/corrected.ts';
import type { Findings } from '../findings.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import type { Visited, Visitor } from './visitors.ts';

export function correctedEntries(
  entries: EntriesBetween,
  definitions: KeptDefinitions,
  findings: Findings,
): Visitor {
  const migration = async (chain: string, version: number) => {
    const kept = await definitions.version(chain, version);
    return kept?.kind === 'migration' ? kept : null;
  };
  const look = async ({ row, body, rowBefore }: Visited): Promise<void> => {
    findings.looked('automatic', 1);
    const { chain, seq } = row;
    const { recordedAt, fact } = body;
    // Before the first entry there is none to be put right.
    const before = rowBefore === null ? null : snapshotIn<MigrationSnapshot>(rowBefore);
    const why = before === null ? 'stood' : await falseClaim(entries, migration, body, before);
    if (why !== null)
      findings.found({ chain, seq, what: 'correction', recordedAt, detail: String(fact.entry) });
  };
  return {
    visit: (visited) => {
      const entry = entryPutRight(visited.body);
      const decidedNow = visited.body.versions.machine === MACHINE_VERSION;
      return entry === null || !decidedNow ? undefined : look(visited);
    },
  };
}
