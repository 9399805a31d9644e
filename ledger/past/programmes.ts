// Programmes: which there are, how each stands, and how it stood on a past day.

import { fold } from '../../machines/play/fold.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { programmeDeed, programmePlayable } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import { type Definitions, versionInForce } from '../chain/definitions.ts';
import { head } from '../chain/entries.ts';
import type { Database } from '../database.ts';
import { type Head, headOf } from '../models/rows.ts';
import type { By } from './by.ts';
import { pastRows } from './past.ts';

export interface ProgrammeState {
  definition: ProgrammeDefinition;
  snapshot: ProgrammeSnapshot;
  head: Head | null;
}

/** Codes of all programmes, in their order, with their names and numbers of systems. */
export async function programmeList({ sql }: Database) {
  const rows = await sql<{ json: string; systems: number }[]>`
    select d.json, (select count(*)::integer from board where board.programme = d.chain) as systems
    from definition d
    where d.kind = 'programme' and d.version = ${versionInForce(sql, sql`d.chain`)}
    order by d.chain`;
  // Only what passed the schema is ever stored.
  return rows.map(({ json, systems }) => ({ definition: JSON.parse(json) as ProgrammeDefinition, systems }));
}

/** A programme as it stands, or null where there is none of that code. */
export async function programmeState(
  database: Database,
  definitions: Definitions,
  code: string,
): Promise<ProgrammeState | null> {
  const latest = await definitions.latestProgramme(code);
  if (!latest) return null;
  const last = await head(database, code);
  if (!last) return { definition: latest, snapshot: begun(latest), head: null };
  return {
    definition: latest,
    snapshot: snapshotIn<ProgrammeSnapshot>(last),
    head: headOf(bodyOf(last), last.hash),
  };
}

/** A programme as it stood on a day, by either date; see past.ts for what the two mean. */
export async function programmeOn(
  database: Database,
  definitions: Definitions,
  code: string,
  day: string,
  by: By,
): Promise<ProgrammeState | null> {
  const latest = await definitions.latestProgramme(code);
  const [row] = await pastRows(database, [code], day, by);
  if (!latest || !row) return null;
  const { body, hash, snapshot } = row;
  const base =
    body === null || hash === null || snapshot === null
      ? { snapshot: begun(latest), head: null }
      : { snapshot: snapshotIn<ProgrammeSnapshot>({ snapshot }), head: headOf(bodyOf({ body }), hash) };
  const later = (row.later ?? []).map((text) => programmeDeed(latest, bodyOf({ body: text })));
  const snapshotThen = fold(base.snapshot, later).at(-1)?.snapshot ?? base.snapshot;
  return { definition: latest, snapshot: snapshotThen, head: base.head };
}

const begun = (definition: ProgrammeDefinition) => programmePlayable(definition).start().snapshot;
