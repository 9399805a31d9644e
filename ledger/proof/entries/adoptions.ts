// What a programme says of itself and to its migrations: that it adopts an edition, by what its own chain has approved; and that a
// migration adopts the definition which that edition names for it. A programme's chain comes before those of its migrations.

import type { AdoptedFact } from '../../../machines/migration/adoption/acts.ts';
import { CONTINUED } from '../../../machines/migration/adoption/continuing.ts';
import {
  type AdoptedEdition,
  adoptionOf,
  type Edition,
  saidAs,
} from '../../../machines/programme/amendment/edition.ts';
import type { ProgrammeSnapshot } from '../../../machines/programme/state.ts';
import { isMigration, programmeOf, systemOf } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { eventIn, snapshotIn } from '../../../machines/record/reader.ts';
import { checkEditionWake, claimed } from '../../lock/evidence-of-entries.ts';
import type { Findings } from '../findings.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import { continuationsProven } from './continuations.ts';
import type { Visited } from './visitors.ts';

interface Adopted {
  body: EntryBody;
  fact: AdoptedEdition;
}

export function adoptionsProven(definitions: KeptDefinitions, findings: Findings) {
  /** `{programme} {seq}` → what was adopted there. */
  const adopted = new Map<string, Adopted>();
  const continuations = continuationsProven(definitions, findings);
  return {
    done: continuations.done,
    visit: async (visited: Visited): Promise<void> => {
      const { row, body } = visited;
      const { chain, seq } = row;
      await continuations.visit(visited);
      if (body.fact.type === CONTINUED) return;
      const isSound = isMigration(chain)
        ? await isNamed(definitions, adopted, body)
        : await isApproved(definitions, visited);
      if (!isMigration(chain))
        adopted.set(`${chain} ${seq}`, { body, fact: eventIn<{ fact: AdoptedEdition }>(body).fact });
      if (!isSound) findings.found({ chain, seq, what: 'adoption', recordedAt: body.recordedAt });
    },
  };
}

/** The state before it had approved the very edition, and its day had come. */
async function isApproved(definitions: KeptDefinitions, { body, rowBefore }: Visited): Promise<boolean> {
  const { fact } = eventIn<{ fact: AdoptedEdition }>(body);
  const leaving = await definitions.version(body.chain, fact.leaves.version);
  if (leaving?.kind !== 'programme' || rowBefore === null) return false;
  const before = snapshotIn<ProgrammeSnapshot>(rowBefore);
  return checkEditionWake(body, { leaving: leaving.definition, before }) === null;
}

async function isNamed(
  definitions: KeptDefinitions,
  adopted: ReadonlyMap<string, Adopted>,
  body: EntryBody,
): Promise<boolean> {
  const { fact } = eventIn<{ fact: AdoptedFact }>(body);
  const source = adopted.get(`${programmeOf(body.chain)} ${fact.amendment}`);
  if (!source) return false;
  const edition = await definitions.part<Edition>(source.fact.edition);
  const named = edition?.migrations[systemOf(body.chain) ?? ''];
  const { definition: version, definitionDigest: digest } = body.versions;
  if (!named || named.version !== version || named.digest !== digest) return false;
  const word = adoptionOf(source.body, source.fact, fact.leaves, named);
  return claimed(saidAs(word, fact)) === claimed(body);
}
