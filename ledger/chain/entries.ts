// Reading the chains themselves: their heads, their entries in order, and the newest entries of a programme.

import { and, asc, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Entry } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { Database } from '../database.ts';
import {
  cursorInstant,
  cursorNumber,
  cursorWord,
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
} from '../models/cursor.ts';
import type { AsOf, By } from '../past/by.ts';
import { entry } from '../schema.ts';

export interface ChainHead {
  chain: string;
  seq: number;
  hash: string;
}

export interface EntryFilter {
  programme: string;
  chain?: string | undefined;
  /** Of these chains only, where they are named. */
  chains?: readonly string[] | undefined;
  type?: string | undefined;
  /** One of these, where it is asked. */
  types?: readonly string[];
  /** Only what counts on that day by that date; null or left out is everything. */
  asOf?: AsOf;
  /** Only what was recorded after this day of what happened up to it. */
  lateFor?: string | undefined;
}

const whole = { body: entry.body, hash: entry.hash, snapshot: entry.snapshot, effects: entry.effects };
const newestKey = z.tuple([cursorInstant, cursorWord, cursorNumber]);

/** The chain's last entry, or null where it has none. */
export async function head({ query }: Database, chain: string): Promise<Entry | null> {
  const rows = await query
    .select(whole)
    .from(entry)
    .where(eq(entry.chain, chain))
    .orderBy(desc(entry.seq))
    .limit(1);
  return rows[0] ?? null;
}

/** How many entries a chain has. */
export async function headSeq({ sql: run }: Database, chain: string): Promise<number> {
  const [row] = await run<{ seq: number }[]>`
    select coalesce(max(seq), 0)::integer as seq from entry where chain = ${chain}`;
  return row?.seq ?? 0;
}

/** How many entries a chain has, and the database's clock when it was asked, in milliseconds. */
export async function headNow(
  { sql: run }: Database,
  chain: string,
): Promise<{ seq: number; nowMs: number }> {
  const [row] = await run<{ seq: number; now: number }[]>`
    select coalesce(max(seq), 0)::integer as seq, (1000 * extract(epoch from clock_timestamp()))::float8 as now
    from entry where chain = ${chain}`;
  if (!row) throw new Error('an aggregate gave no row');
  return { seq: row.seq, nowMs: row.now };
}

/** How many entries a programme has in all its chains. */
export async function size({ sql: run }: Database, programme: string): Promise<number> {
  const [row] = await run<{ entries: number }[]>`
    select count(*)::integer as entries from entry where programme = ${programme}`;
  return row?.entries ?? 0;
}

/** Entries after a sequence number, in order. */
export function entries({ query }: Database, chain: string, after: number, limit: number): Promise<Entry[]> {
  return query
    .select(whole)
    .from(entry)
    .where(and(eq(entry.chain, chain), gt(entry.seq, after)))
    .orderBy(asc(entry.seq))
    .limit(limit);
}

/** The entry of a request (`requestKey`), or null where none is recorded. */
export async function entryByRequest({ query }: Database, chain: string, key: string): Promise<Entry | null> {
  const rows = await query
    .select(whole)
    .from(entry)
    .where(and(eq(entry.chain, chain), eq(entry.requestKey, key)));
  return rows[0] ?? null;
}

/** The entries of these requests (`requestKey`), in order; those that are not recorded are left out. */
export function entriesByRequest(
  { query }: Database,
  chain: string,
  keys: readonly string[],
): Promise<Entry[]> {
  return query
    .select(whole)
    .from(entry)
    .where(and(eq(entry.chain, chain), inArray(entry.requestKey, [...keys])))
    .orderBy(asc(entry.seq));
}

/** A chain's entries of one type after a sequence number, in order; without snapshots, which are wide. */
export function entriesOfType(
  { query }: Database,
  chain: string,
  type: string,
  after: number,
): Promise<Omit<Entry, 'snapshot'>[]> {
  const { snapshot: _wide, ...narrow } = whole;
  return query
    .select(narrow)
    .from(entry)
    .where(and(eq(entry.chain, chain), eq(entry.type, type), gt(entry.seq, after)))
    .orderBy(asc(entry.seq));
}

/** Newest first: a programme's entries, or one of its chains'. Without snapshots, which are wide. */
export async function newestEntries(
  { query }: Database,
  { programme, chain, chains, type, types, asOf, lateFor }: EntryFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<Pick<Entry, 'body' | 'hash'>>> {
  const after = readCursor(cursor, newestKey);
  const asked: (SQL | undefined)[] = [
    eq(entry.programme, programme),
    chain === undefined ? undefined : eq(entry.chain, chain),
    chains ? inArray(entry.chain, [...chains]) : undefined,
    type === undefined ? undefined : eq(entry.type, type),
    types ? inArray(entry.type, [...types]) : undefined,
    asOf ? countsOn(asOf.day, asOf.by) : undefined,
    lateFor === undefined ? undefined : recordedLate(lateFor),
    after
      ? sql`(${entry.recordedAt}, ${entry.chain}, ${entry.seq}) < (${after[0]}::timestamptz, ${after[1]}, ${after[2]})`
      : undefined,
  ];
  const rows = await query
    .select({ body: entry.body, hash: entry.hash })
    .from(entry)
    .where(and(...asked))
    .orderBy(desc(entry.recordedAt), desc(entry.chain), desc(entry.seq))
    .limit(limit + 1);
  return pageOf(rows, limit, (last) => {
    const { recordedAt, chain: lastChain, seq } = bodyOf(last);
    return [recordedAt, lastChain, seq];
  });
}

/** True of the very entries that the state on that day is decided from (past.ts). */
function countsOn(day: string, by: By): SQL {
  return lte(by === 'occurred' ? entry.occurredBy : entry.latestRecordedOn, day);
}

/** From the first instant of the next day on, so that `entry_newest` is read no further back. */
const recordedLate = (day: string): SQL =>
  sql`${entry.occurredBy} <= ${day}::date and ${entry.recordedAt} >= (${day}::date + 1)::timestamp at time zone 'Asia/Tokyo'`;

/** On which days a programme's record begins, or some of its chains': of what it tells, and when it was first written. Null before their first entry. */
export async function beginning(
  { sql: run }: Database,
  programme: string,
  chains: readonly string[] | undefined,
): Promise<{ occurredOn: string; recordedOn: string } | null> {
  const [row] = await run<{ occurred: string | null; recorded: string | null }[]>`
    select min(occurred_by)::text as occurred, (min(recorded_at) at time zone 'Asia/Tokyo')::date::text as recorded
    from entry where programme = ${programme} ${chains ? run`and chain = any (${[...chains]}::text[])` : run``}`;
  return row?.occurred && row.recorded ? { occurredOn: row.occurred, recordedOn: row.recorded } : null;
}

/** Every chain's last entry: what a checkpoint states. */
export function heads({ sql: run }: Database, programme?: string): Promise<ChainHead[]> {
  return run<ChainHead[]>`
    select distinct on (chain) chain, seq, hash from entry
    where ${programme ?? null}::text is null or programme = ${programme ?? null}
    order by chain, seq desc`;
}
