// All systems of all programmes that somebody may see: found, counted and grouped by prefecture, municipality and business; worst first.
import { sought } from '../../machines/values/names/search.ts';
import type { Database } from '../database.ts';
import type { BoardRow } from './rows.ts';

export interface Everywhere {
  /** Codes of the programmes that are seen whole; null: all of them. */
  programmes: readonly string[] | null;
  /** Chains of systems that are seen besides. */
  chains: readonly string[];
  prefecture?: string | undefined;
  municipality?: string | undefined;
  business?: string | undefined;
  phase?: string | undefined;
  overdue?: boolean | undefined;
  text?: string | undefined;
}

export interface Counted {
  systems: number;
  overdue: number;
  underReview: number;
  blocked: number;
  live: number;
}

export const dimensions = ['prefecture', 'municipality', 'business', 'phase'] as const;
export type Dimension = (typeof dimensions)[number];
export type Group = Counted & { key: string };

export type EverywhereRow = Pick<
  BoardRow,
  'chain' | 'programme' | 'system' | 'name' | 'businesses' | 'summary'
>;

type Sql = Pick<Database, 'sql'>;

function where({ sql }: Sql, asked: Everywhere) {
  const { programmes, chains, prefecture, municipality, business, phase, overdue, text } = asked;
  const is = (column: string, value: string | undefined) =>
    value === undefined ? sql`` : sql`and ${sql(column)} = ${value}`;
  const seen =
    programmes === null
      ? sql`true`
      : sql`(programme = any (${[...programmes]}::text[]) or chain = any (${[...chains]}::text[]))`;
  return sql`${seen} ${is('prefecture', prefecture)} ${is('programme', municipality)} ${is('phase', phase)}
    ${business === undefined ? sql`` : sql`and businesses ? ${business}`}
    ${overdue === undefined ? sql`` : overdue ? sql`and overdue > 0` : sql`and overdue = 0`}
    ${text === undefined ? sql`` : sql`and coalesce(position(${sought(text)}::text in search), 0) > 0`}`;
}

const counts = ({ sql }: Sql) => sql`count(*)::integer as systems,
  (count(*) filter (where overdue > 0))::integer as overdue,
  (count(*) filter (where stage = 'underReview'))::integer as "underReview",
  (count(*) filter (where blocked > 0))::integer as blocked,
  (count(*) filter (where is_live))::integer as live`;

export async function countedEverywhere(database: Sql, asked: Everywhere): Promise<Counted> {
  const [found] = await database.sql<[Counted]>`
    select ${counts(database)} from board where ${where(database, asked)}`;
  return found;
}

/** Of each prefecture, municipality, business or phase that is there; a system of two businesses counts for each. */
export async function groupsEverywhere(database: Sql, asked: Everywhere, by: Dimension): Promise<Group[]> {
  const { sql } = database;
  if (by === 'business')
    return sql<Group[]>`
      select business as key, ${counts(database)} from board, jsonb_array_elements_text(businesses) as business
      where ${where(database, asked)} group by business order by business`;
  const column = by === 'municipality' ? 'programme' : by;
  return sql<Group[]>`
    select ${sql(column)} as key, ${counts(database)} from board
    where ${where(database, asked)} group by ${sql(column)} order by ${sql(column)}`;
}

/** Worst first: past, then the soonest due, then what lacks something. */
export async function rowsEverywhere(
  { sql }: Sql,
  asked: Everywhere,
  { offset, limit }: { offset: number; limit: number },
): Promise<EverywhereRow[]> {
  // The rows of the page are opened, and no others.
  const rows = await sql<{ content: BoardRow }[]>`
    select b.content from (
      select chain, row_number() over () as place from (
        select chain from board where ${where({ sql }, asked)}
        order by (overdue = 0), due_at, (blocked = 0), programme, position, chain
        offset ${offset} limit ${limit}
      ) as found
    ) as page join board b using (chain) order by page.place`;
  return rows.map(({ content }) => content);
}

/** The phases there are, by the words in which they are called: another programme may call the same id otherwise. */
export async function phasesEverywhere(
  { sql }: Sql,
  asked: Pick<Everywhere, 'programmes' | 'chains'>,
): Promise<{ phase: string; label: BoardRow['summary']['phaseLabel'] }[]> {
  return sql<{ phase: string; label: BoardRow['summary']['phaseLabel'] }[]>`
    select found.phase, board.content -> 'summary' -> 'phaseLabel' as label
    from (select phase, min(chain) as chain from board where ${where({ sql }, asked)} group by phase) as found
      join board using (chain) order by found.phase`;
}
