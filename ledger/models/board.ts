// The board: one row per migration as it stands, searched and paged in the programme's order.

import { and, asc, count, eq, gt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sought } from '../../machines/values/names/search.ts';
import type { Database } from '../database.ts';
import { board } from '../schema.ts';
import {
  cursorNumber,
  cursorWord,
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
  writeCursor,
} from './cursor.ts';
import { type BoardRow, searchOf } from './rows.ts';

export interface BoardFilter {
  /** Left out: every programme's systems. */
  programme?: string | undefined;
  wave?: string | undefined;
  phase?: string | undefined;
  activity?: BoardRow['summary']['activity'] | undefined;
  regime?: BoardRow['summary']['regime'] | undefined;
  overdue?: boolean | undefined;
  stage?: BoardRow['summary']['stage'] | undefined;
  /** Something is lacking at its gate. */
  blocked?: boolean | undefined;
  live?: boolean | undefined;
  /** One of its businesses, by its official name. */
  business?: string | undefined;
  /** Waiting for one of these posts. */
  waitingFor?: readonly string[] | undefined;
  /** Part of a system's id, name or businesses; widths and letter case do not matter. */
  text?: string | undefined;
}

const key = z.tuple([cursorWord, cursorNumber, cursorWord]);

export async function boardPage(
  { query }: Database,
  filter: BoardFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<BoardRow>> {
  const after = readCursor(cursor, key);
  const beyond =
    after &&
    sql`(${board.programme}, ${board.position}, ${board.chain}) > (${after[0]}, ${after[1]}::integer, ${after[2]})`;
  const rows = await query
    .select({ position: board.position, row: board.row })
    .from(board)
    .where(and(...conditions(filter), beyond ?? undefined))
    .orderBy(asc(board.programme), asc(board.position), asc(board.chain))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ position, row }) => [row.programme, position, row.chain]);
  return { items: page.items.map(({ row }) => row), nextCursor: page.nextCursor };
}

/** Past, then the soonest due, then what lacks something: what wants looking at first, whatever its wave. */
export async function worstPage(
  { query }: Database,
  filter: BoardFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<BoardRow>> {
  const from = readCursor(cursor, place)?.[1] ?? 0;
  const rows = await query
    .select({ row: board.row })
    .from(board)
    .where(and(...conditions(filter)))
    .orderBy(
      sql`(${board.overdue} = 0), ${board.dueAt}, (${board.blocked} = 0)`,
      asc(board.programme),
      asc(board.position),
      asc(board.chain),
    )
    .offset(from)
    .limit(limit + 1);
  const items = rows.slice(0, limit).map(({ row }) => row);
  return { items, nextCursor: rows.length > limit ? writeCursor(['at', from + limit]) : null };
}

const place = z.tuple([z.literal('at'), z.number().int().min(0).max(1_000_000)]);

/** The same order of rows that are already there, in the programme's order. */
export function worstFirst(rows: readonly BoardRow[]): BoardRow[] {
  const weight = ({ summary }: BoardRow): readonly [number, number, number] => [
    summary.overdue > 0 ? 0 : 1,
    summary.nextDeadline?.dueAt ? Date.parse(summary.nextDeadline.dueAt) : Number.POSITIVE_INFINITY,
    summary.blockers.length > 0 ? 0 : 1,
  ];
  const compare = (a: BoardRow, b: BoardRow): number => {
    const [one, other] = [weight(a), weight(b)];
    const at = one.findIndex((part, index) => part !== other[index]);
    return at === -1 ? 0 : (one[at] ?? 0) < (other[at] ?? 0) ? -1 : 1;
  };
  return [...rows].sort(compare);
}

/** How many a filter finds. */
export async function boardFound({ query }: Database, filter: BoardFilter): Promise<number> {
  const [found] = await query
    .select({ found: count() })
    .from(board)
    .where(and(...conditions(filter)));
  return found?.found ?? 0;
}

/** What the systems of a programme may be chosen by, each with how many there are. */
export type Choosable = Pick<BoardRow, 'wave' | 'businesses'> & {
  summary: Pick<BoardRow['summary'], 'phase' | 'phaseLabel' | 'activity' | 'waitingFor'>;
};

export async function boardChoosable({ sql: run }: Database, programme: string): Promise<Choosable[]> {
  const rows = await run<{ row: Choosable }[]>`
    select jsonb_build_object('wave', wave, 'businesses', businesses, 'summary', jsonb_build_object('phase', phase,
      'phaseLabel', content -> 'summary' -> 'phaseLabel', 'activity', activity, 'waitingFor', waiting_for)) as row
    from board where programme = ${programme} order by position, chain`;
  return rows.map(({ row }) => row);
}

/** Where each migration of a programme stands, by its chain. */
export async function boardPhases({ query }: Database, programme: string): Promise<Map<string, string>> {
  const rows = await query
    .select({ chain: board.chain, phase: board.phase })
    .from(board)
    .where(eq(board.programme, programme));
  return new Map(rows.map(({ chain, phase }) => [chain, phase]));
}

/** Of all systems of a programme, whatever page or filter is looked at. */
export interface BoardTotals {
  systems: number;
  /** Systems with a deadline that is past. */
  overdue: number;
  underReview: number;
  blocked: number;
  live: number;
}

export async function boardTotals({ sql: run }: Database, programme: string): Promise<BoardTotals> {
  const [totals] = await run<[BoardTotals]>`
    select count(*)::integer as systems,
      (count(*) filter (where overdue > 0))::integer as overdue,
      (count(*) filter (where content -> 'summary' ->> 'stage' = 'underReview'))::integer as "underReview",
      (count(*) filter (where jsonb_array_length(content -> 'summary' -> 'blockers') > 0))::integer as blocked,
      (count(*) filter (where (content -> 'summary' ->> 'live')::boolean))::integer as live
    from board where programme = ${programme}`;
  return totals;
}

/** The same of rows that are already there. */
export function totalsOf(rows: readonly BoardRow[]): BoardTotals {
  const count = (counts: (summary: BoardRow['summary']) => boolean) =>
    rows.filter(({ summary }) => counts(summary)).length;
  return {
    systems: rows.length,
    overdue: count(({ overdue }) => overdue > 0),
    underReview: count(({ stage }) => stage === 'underReview'),
    blocked: count(({ blockers }) => blockers.length > 0),
    live: count(({ live }) => live),
  };
}

/** One system's row, or null where there is no such system. */
export async function boardRowOf({ query }: Database, chain: string): Promise<BoardRow | null> {
  const rows = await query.select({ row: board.row }).from(board).where(eq(board.chain, chain));
  return rows[0]?.row ?? null;
}

function conditions(filter: BoardFilter): (SQL | undefined)[] {
  const { programme, wave, phase, activity, regime, overdue, waitingFor, text } = filter;
  const { stage, blocked, live, business } = filter;
  const is = (column: Parameters<typeof eq>[0], value: string | undefined) =>
    value === undefined ? undefined : eq(column, value);
  return [
    is(board.programme, programme),
    is(board.wave, wave),
    is(board.phase, phase),
    is(board.activity, activity),
    is(board.regime, regime),
    overdue === undefined ? undefined : overdue ? gt(board.overdue, 0) : eq(board.overdue, 0),
    waitingFor && waitsForAny(waitingFor),
    stage ? eq(board.stage, stage) : undefined,
    blocked === undefined ? undefined : blocked ? gt(board.blocked, 0) : eq(board.blocked, 0),
    live === undefined ? undefined : eq(board.live, live),
    business === undefined ? undefined : sql`${board.businesses} ? ${business}`,
    text === undefined ? undefined : sql`coalesce(position(${sought(text)}::text in ${board.search}), 0) > 0`,
  ];
}

const waitsForAny = (posts: readonly string[]): SQL =>
  sql`${board.waitingFor} ?| array[${sql.join(
    posts.map((post) => sql`${post}`),
    sql`, `,
  )}]::text[]`;

/** The same filter over rows that are already there: those of a past day. */
export function matches(row: BoardRow, filter: BoardFilter): boolean {
  const { summary } = row;
  const { programme, wave, phase, activity, regime, overdue, waitingFor, text } = filter;
  const { stage, blocked, live, business } = filter;
  const wanted = <T>(asked: T | undefined, value: T) => asked === undefined || asked === value;
  return (
    wanted(programme, row.programme) &&
    wanted(wave, row.wave) &&
    wanted(phase, summary.phase) &&
    wanted(activity, summary.activity) &&
    wanted(regime, summary.regime) &&
    wanted(overdue, summary.overdue > 0) &&
    wanted(stage, summary.stage) &&
    wanted(blocked, summary.blockers.length > 0) &&
    wanted(live, summary.live) &&
    (business === undefined || row.businesses.includes(business)) &&
    (waitingFor === undefined || summary.waitingFor.some((post) => waitingFor.includes(post))) &&
    (text === undefined || isFound(row, sought(text)))
  );
}

const isFound = (row: BoardRow, key: string | null): boolean => key !== null && searchOf(row).includes(key);
