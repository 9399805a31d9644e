// How far an adopted edition has come: each system that it concerns, with what it leaves and adopts, and when it took that; nothing is
// said of those that it leaves as they were.
import type postgres from 'postgres';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import type { NamedVersion } from '../../machines/programme/amendment/edition.ts';
import { chainOf, systemOf } from '../../machines/record/chain.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import type { Instant } from '../../machines/values/date.ts';
import { type Adopted, adoptionsAfter } from './adoptions.ts';
import type { RecordedMigration } from './definitions.ts';
import type { Parts } from './parts.ts';

export interface AdoptionProgress {
  /** The entry of the programme's chain by which it is in force. */
  body: EntryBody;
  systems: {
    system: string;
    /** Null: it begins with this edition. */
    leaves: NamedVersion | null;
    adopts: NamedVersion;
    /** When its own record took it; null: still to come. */
    takenAt: Instant | null;
  }[];
}

interface Known {
  sql: postgres.Sql;
  parts: Pick<Parts, 'fetch'>;
  /** How each migration began. */
  first: readonly RecordedMigration[];
}

/** Null where that amendment has not been adopted. */
export async function adoptionProgress(
  { sql, parts, first }: Known,
  programme: string,
  amendment: number,
): Promise<AdoptionProgress | null> {
  const all = await adoptionsAfter(sql, parts, programme, 0);
  const at = all.findIndex(({ fact }) => fact.amendment === amendment);
  const found = all[at];
  if (!found) return null;
  const before = all.slice(0, at);
  const [firsts, taken] = await Promise.all([firstVersions(sql, programme), takenBy(sql, found)]);
  const begunAt = new Map(first.map(({ definition, begin }) => [definition.system.id, begin.at]));
  const systems = Object.entries(found.edition.migrations).flatMap(([system, adopts]) => {
    const told = before.findLast(({ edition }) => edition.migrations[system] !== undefined);
    const begun = begunAt.get(system);
    const isFresh = !told && (begun === undefined || begun === found.body.recordedAt);
    const leaves = isFresh ? null : (told?.edition.migrations[system] ?? firsts.get(system) ?? null);
    if (leaves?.digest === adopts.digest) return [];
    const takenAt = isFresh ? (begun ?? null) : (taken.get(system) ?? null);
    return [{ system, leaves, adopts, takenAt }];
  });
  return { body: found.body, systems };
}

async function firstVersions(sql: postgres.Sql, programme: string): Promise<Map<string, NamedVersion>> {
  const rows = await sql<{ chain: string; version: number; digest: string }[]>`
    select distinct on (chain) chain, version, digest from definition
    where programme = ${programme} and kind = 'migration' order by chain, version`;
  return new Map(rows.map(({ chain, ...named }) => [systemOf(chain) ?? '', named]));
}

async function takenBy(sql: postgres.Sql, { body, edition }: Adopted): Promise<Map<string, Instant>> {
  const chains = Object.keys(edition.migrations).map((system) => chainOf(body.chain, system));
  const rows = await sql<{ chain: string; at: Instant }[]>`
    select chain, body::jsonb ->> 'recordedAt' as at from entry
    where chain = any (${chains}) and type = ${ADOPTED}
      and (body::jsonb -> 'fact' ->> 'amendment')::integer = ${body.seq}`;
  return new Map(rows.map(({ chain, at }) => [systemOf(chain) ?? '', at]));
}
