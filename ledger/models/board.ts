// The board: one row per migration as it stands, searched and paged in the programme's order.
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { board } from '../schema.ts';
import { cursorNumber, cursorWord, type Page, type PageRequest, pageOf, readCursor } from './cursor.ts';
import { type BoardRow, folded, searchOf } from './rows.ts';

export interface BoardFilter {
  /** Left out: every programme's systems. */
  programme?: string | undefined;
  wave?: string | undefined;
  phase?: string | undefined;
  activity?: BoardRow['summary']['activity'] | undefined;
  regime?: BoardRow['summary']['regime'] | undefined;
  overdue?: boolean | undefined;
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
    text === undefined ? undefined : sql`position(${folded(text)} in ${board.search}) > 0`,
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
  const wanted = <T>(asked: T | undefined, value: T) => asked === undefined || asked === value;
  return (
    wanted(programme, row.programme) &&
    wanted(wave, row.wave) &&
    wanted(phase, summary.phase) &&
    wanted(activity, summary.activity) &&
    wanted(regime, summary.regime) &&
    wanted(overdue, summary.overdue > 0) &&
    (waitingFor === undefined || summary.waitingFor.some((post) => waitingFor.includes(post))) &&
    (text === undefined || searchOf(row).includes(folded(text)))
  );
}
