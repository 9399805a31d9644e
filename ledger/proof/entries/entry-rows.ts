// The rows of the record as they lie in the table, in the order of their chains, page by page within one snapshot of the
// database. Everything but body, hash, snapshot and effects is read only to be compared with them.
import type postgres from 'postgres';

/** What is proven of an entry, wherever it lies. */
export interface EntryText {
  chain: string;
  seq: number;
  hash: string;
  body: string;
  snapshot: string;
  effects: string;
}

/** As it lies in the table, with the columns beside it. */
export interface EntryRow extends EntryText {
  latest_occurred_on: string;
  latest_recorded_on: string;
  backdated: boolean;
  occurred_by: string;
  recorded_at: string;
  wall_at: string;
  programme: string;
  request_key: string;
  type: string;
  prev: string;
  state_hash: string;
  effects_hash: string;
}

export const isInTable = (row: EntryText): row is EntryRow => 'latest_occurred_on' in row;

const PAGE = 500;

/** What belongs to a programme, by its columns or by its bytes: a row that was moved out of sight is read too. */
export function within(tx: postgres.TransactionSql, programme: string | null) {
  return programme === null
    ? tx`true`
    : tx`(programme = ${programme} or chain = ${programme} or chain like ${`${programme}/%`}
        or body like ${`%"chain":"${programme}"%`} or body like ${`%"chain":"${programme}/%`})`;
}

/** The next page is asked for while this one is looked at. */
export async function* entryPages(
  tx: postgres.TransactionSql,
  programme: string | null,
): AsyncGenerator<EntryRow[]> {
  let next = page(tx, programme, null);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (!last) return;
    next = page(tx, programme, last);
    // A page that is given up on must not leave its successor's failure unheard.
    next.catch(() => undefined);
    yield rows;
  }
}

async function page(
  tx: postgres.TransactionSql,
  programme: string | null,
  after: EntryRow | null,
): Promise<EntryRow[]> {
  const beyond = after === null ? tx`true` : tx`(chain, seq) > (${after.chain}, ${after.seq}::integer)`;
  return tx<EntryRow[]>`
    select chain, seq, latest_occurred_on::text, latest_recorded_on::text, backdated, occurred_by::text,
      recorded_at::text, wall_at::text, programme, request_key, type, prev, state_hash, effects_hash,
      hash, body, snapshot, effects
    from public.entry where ${within(tx, programme)} and ${beyond} order by chain, seq limit ${PAGE}`;
}

/** How many rows there are without asking any index. */
export async function countRows(tx: postgres.TransactionSql, programme: string | null): Promise<number> {
  await tx`select set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true),
    set_config('enable_bitmapscan', 'off', true)`;
  const [row] = await tx<{ rows: string }[]>`
    select count(*) as rows from public.entry where ${within(tx, programme)}`;
  await tx`select set_config('enable_indexscan', 'on', true), set_config('enable_indexonlyscan', 'on', true),
    set_config('enable_bitmapscan', 'on', true)`;
  return Number(row?.rows ?? 0);
}
