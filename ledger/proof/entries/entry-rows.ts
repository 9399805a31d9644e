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
  /** The three texts in UTF-8, where they came so: what is only hashed is never decoded. */
  bytes?: Readonly<Record<'body' | 'snapshot' | 'effects', Buffer>>;
}

/** Columns that say again what the body says, as PostgreSQL writes them. */
export const besides = [
  'latest_occurred_on',
  'latest_recorded_on',
  'backdated',
  'occurred_by',
  'recorded_at',
  'wall_at',
  'programme',
  'request_key',
  'type',
  'prev',
  'state_hash',
  'effects_hash',
] as const;
export type Beside = (typeof besides)[number];

/** As it lies in the table, with the columns beside it. */
export interface EntryRow extends EntryText {
  /** Null where there is nothing, which the table allows nowhere. */
  beside: (column: Beside) => string | null;
}

export const isInTable = (row: EntryText): row is EntryRow => 'beside' in row;

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
  const rows = await tx`
    select chain, seq, hash, body, snapshot, effects, ${tx(besides)}
    from public.entry where ${within(tx, programme)} and ${beyond} order by chain, seq limit ${PAGE}`.raw();
  return rows.map((columns) => new LyingEntry(columns));
}

/** By its columns as they came, in UTF-8; each is decoded when somebody asks for it. */
class LyingEntry implements EntryRow {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
  readonly body: string;
  readonly bytes: NonNullable<EntryText['bytes']>;
  readonly #besides: readonly (Buffer | null)[];
  #snapshot: string | undefined;

  constructor([chain, seq, hash, body, snapshot, effects, ...others]: readonly (Buffer | null)[]) {
    this.bytes = { body: body ?? NOTHING, snapshot: snapshot ?? NOTHING, effects: effects ?? NOTHING };
    [this.chain, this.hash, this.body] = [textOf(chain), textOf(hash), textOf(body)];
    this.seq = Number(textOf(seq));
    this.#besides = others;
  }

  get snapshot(): string {
    this.#snapshot ??= textOf(this.bytes.snapshot);
    return this.#snapshot;
  }

  get effects(): string {
    return textOf(this.bytes.effects);
  }

  beside(column: Beside): string | null {
    const found = this.#besides[besides.indexOf(column)] ?? null;
    return found === null ? null : textOf(found);
  }
}

const NOTHING = Buffer.alloc(0);
const textOf = (bytes: Buffer | null | undefined): string => bytes?.toString('utf8') ?? '';

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
