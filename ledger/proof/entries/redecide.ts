// Decides every recorded event again, from the definitions alone, and compares the states and effects it leads to with
// those on record.

import { ADOPTED, type AdoptedFact } from '../../../machines/migration/adoption/acts.ts';
import { MACHINE_VERSION } from '../../../machines/migration/migration.ts';
import { migrationDeed, migrationPlayable } from '../../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../../machines/migration/state.ts';
import { fold } from '../../../machines/play/fold.ts';
import { programmeDeed, programmePlayable } from '../../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../../machines/programme/state.ts';
import { canonical, digest, type EntryBody } from '../../../machines/record/entry.ts';
import { snapshotIn } from '../../../machines/record/reader.ts';
import type { Kept } from '../../definitions/definitions.ts';
import type { Findings } from '../findings.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import type { EntryText } from './entry-rows.ts';
import type { Visitor } from './visitors.ts';

type Snapshot = MigrationSnapshot | ProgrammeSnapshot;

interface Decided {
  from: Snapshot;
  snapshot: Snapshot;
  effects: unknown[];
}

/** Names the first entry of each chain that is decided otherwise now; what follows it in its chain is not looked at. */
export function redecide(definitions: KeptDefinitions, findings: Findings): Visitor {
  let chain = '';
  let snapshot: Snapshot | null = null;
  let given = false;
  return {
    visit: async ({ row, body }) => {
      if (row.chain !== chain) [chain, snapshot, given] = [row.chain, null, false];
      if (given) return;
      if (body.versions.machine !== MACHINE_VERSION) {
        // Decided by a machine that is no longer shipped: what it led to is taken as it stands.
        snapshot = snapshotIn<Snapshot>(row);
        return;
      }
      const found = await definitions.version(chain, body.versions.definition);
      if (!found) {
        given = true; // named by the check of definitions
        return;
      }
      findings.looked('decisions', 1);
      const decided = decide(found, snapshot, body, await leavingOf(definitions, body));
      const what = difference(decided, body, row);
      if (what) findings.found({ chain, seq: body.seq, what, recordedAt: body.recordedAt });
      given = what !== null;
      snapshot = decided?.snapshot ?? null;
    },
  };
}

/** An event that the machine refuses leads nowhere: it leaves the very snapshot before it, and no entry records one. */
function difference(decided: Decided | null, body: EntryBody, row: EntryText): 'decision' | 'effects' | null {
  if (decided === null || decided.snapshot === decided.from) return 'decision';
  if (digest(canonical(decided.snapshot)) !== body.stateHash) return 'decision';
  return canonical(decided.effects) === row.effects ? null : 'effects';
}

/** Of an adoption: what decided before it, as it says itself. */
async function leavingOf(definitions: KeptDefinitions, { chain, fact }: EntryBody): Promise<Kept | null> {
  if (fact.type !== ADOPTED) return null;
  const { version } = fact.leaves as AdoptedFact['leaves'];
  return definitions.version(chain, version);
}

function decide(kept: Kept, before: Snapshot | null, body: EntryBody, leaving: Kept | null): Decided | null {
  if (kept.kind === 'migration') {
    const { definition, begin } = kept;
    const left = leaving?.kind === 'migration' ? leaving.definition : undefined;
    // A chain holds the snapshots of one machine only.
    const from =
      (before as MigrationSnapshot | null) ?? migrationPlayable(left ?? definition).start(begin).snapshot;
    const [taken] = fold(from, [migrationDeed(definition, body, left)]);
    return taken ? { from, ...taken } : null;
  }
  const { definition } = kept;
  const from = (before as ProgrammeSnapshot | null) ?? programmePlayable(definition).start().snapshot;
  const [taken] = fold(from, [programmeDeed(definition, body)]);
  return taken ? { from, ...taken } : null;
}
