// Deadlines of all migrations between two instants, soonest first.
import { and, asc, eq, gte, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../database.ts';
import { deadline } from '../schema.ts';
import { cursorInstant, cursorWord, type Page, type PageRequest, pageOf, readCursor } from './cursor.ts';
import type { DeadlineListing } from './rows.ts';

export interface DeadlineFilter {
  programme?: string | undefined;
  chain?: string | undefined;
  /** Instants: due at or after `from`, before `until`. */
  from?: string | undefined;
  until?: string | undefined;
  statuses?: readonly DeadlineListing['status'][] | undefined;
}

const key = z.tuple([cursorInstant, cursorWord, cursorWord]);

export async function deadlinePage(
  { query }: Database,
  filter: DeadlineFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<DeadlineListing>> {
  const after = readCursor(cursor, key);
  const beyond =
    after &&
    sql`(${deadline.dueAt}, ${deadline.chain}, ${deadline.deadline}) > (${after[0]}::timestamptz, ${after[1]}, ${after[2]})`;
  const rows = await query
    .select({ chain: deadline.chain, row: deadline.row })
    .from(deadline)
    .where(and(isNotNull(deadline.dueAt), ...conditions(filter), beyond ?? undefined))
    .orderBy(asc(deadline.dueAt), asc(deadline.chain), asc(deadline.deadline))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ chain, row }) => [row.dueAt ?? '', chain, row.deadline]);
  return { items: page.items.map(({ row }) => row), nextCursor: page.nextCursor };
}

function conditions({ programme, chain, from, until, statuses }: DeadlineFilter): (SQL | undefined)[] {
  return [
    programme === undefined ? undefined : eq(deadline.programme, programme),
    chain === undefined ? undefined : eq(deadline.chain, chain),
    from === undefined ? undefined : gte(deadline.dueAt, from),
    until === undefined ? undefined : lt(deadline.dueAt, until),
    statuses && inArray(deadline.status, [...statuses]),
  ];
}
