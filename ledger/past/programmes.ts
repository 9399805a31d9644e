// Programmes: which there are, how each stands, and how it stood on a past day.

import { fold } from '../../machines/play/fold.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { programmeDeed, programmePlayable } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import { head } from '../chain/entries.ts';
import type { Database } from '../database.ts';
import { type Definitions, versionInForce } from '../definitions/definitions.ts';
import { type Head, headOf } from '../models/rows.ts';
import type { By, UpTo } from './by.ts';
import { pastRows } from './rows.ts';

export interface ProgrammeState {
  definition: ProgrammeDefinition;
  snapshot: ProgrammeSnapshot;
  head: Head | null;
}

/** All programmes in the order of their codes, with their numbers of systems, and whether they go on in another installation. */
export async function programmeList({ sql }: Database) {
  const rows = await sql<{ json: string; systems: number; handedOver: boolean }[]>`
    select d.json, handed_over(d.chain) as "handedOver", (select count(*)::integer from board where board.programme = d.chain) as systems
    from definition d
    where d.kind = 'programme' and d.version = ${versionInForce(sql, sql`d.chain`)}
    order by d.chain`;
  // Only what passed the schema is ever stored.
  return rows.map(({ json, ...row }) => ({ definition: JSON.parse(json) as ProgrammeDefinition, ...row }));
}

/** A programme as it stands, or null where there is none of that code. */
export async function programmeState(
  database: Database,
  definitions: Definitions,
  code: string,
): Promise<ProgrammeState | null> {
  const last = await head(database, code);
  const definition = await decidedBy(definitions, code, last && bodyOf(last));
  if (!definition) return null;
  if (!last) return { definition, snapshot: begun(definition), head: null };
  return {
    definition,
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
  upTo: UpTo | null = null,
): Promise<ProgrammeState | null> {
  const [row] = await pastRows(database, [code], day, by, upTo);
  if (!row) return null;
  const { body, hash, snapshot } = row;
  const definition = await decidedBy(definitions, code, body === null ? null : bodyOf({ body }));
  if (!definition) return null;
  const base =
    body === null || hash === null || snapshot === null
      ? { snapshot: begun(definition), head: null }
      : { snapshot: snapshotIn<ProgrammeSnapshot>({ snapshot }), head: headOf(bodyOf({ body }), hash) };
  const later = (row.later ?? []).map((text) => programmeDeed(definition, bodyOf({ body: text })));
  const snapshotThen = fold(base.snapshot, later).at(-1)?.snapshot ?? base.snapshot;
  return { definition, snapshot: snapshotThen, head: base.head };
}

/** The version that an entry names; before the first, the one the programme began with. */
const decidedBy = (definitions: Definitions, code: string, last: EntryBody | null) =>
  last ? definitions.programme(code, last.versions.definition) : definitions.latestProgramme(code);

const begun = (definition: ProgrammeDefinition) => programmePlayable(definition).start().snapshot;

/** Those in which something may still be recorded here. */
export const goingOnHere = <Row extends { handedOver: boolean }>(rows: readonly Row[]): Row[] =>
  rows.filter(({ handedOver }) => !handedOver);
