// The state on any day, by either date. What was known on a day is the last entry recorded by then. What was true is
// the last entry before which everything had happened by then, with what was recorded later about days up to then
// decided again on top. Nothing of a day after it is ever seen.

import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { fold } from '../../machines/play/fold.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, snapshotIn } from '../../machines/record/reader.ts';
import { dayOf, earliestDay, reachOn } from '../../machines/values/date.ts';
import { head } from '../chain/entries.ts';
import type { Database } from '../database.ts';
import type { Begin, Definitions, KeptMigration } from '../definitions/definitions.ts';
import { type BoardRow, boardRow, type Head, headOf } from '../models/rows.ts';
import type { AsOf, By, UpTo } from './by.ts';
import { deedsOf } from './deeds.ts';
import { putRight } from './put-right.ts';
import { type PastRow, pastRows } from './rows.ts';

export interface MigrationState {
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
  /** The entry it rests on; null where the migration has only begun. */
  head: Head | null;
}

export interface PastState extends MigrationState {
  chain: string;
  /** Sequence numbers of entries recorded later about days up to this one, decided again on top. */
  decidedAgain: number[];
  /** Those among them that cannot have been true yet on that day: what they build on happened later. */
  leftOut: number[];
}

/** A migration as it stands, or null where there is none. */
export async function stateNow(
  database: Database,
  definitions: Definitions,
  chain: string,
): Promise<MigrationState | null> {
  return baseState(definitions, () => definitions.firstMigration(chain), await head(database, chain));
}

/** Null where the migration had not begun on that day. */
export async function stateOn(
  database: Database,
  definitions: Definitions,
  chain: string,
  day: string,
  by: By,
): Promise<PastState | null> {
  const [state] = await statesOn(database, definitions, [chain], { day, by });
  return state ?? null;
}

/**
 * The migrations of these chains on a day or now, in one reading; those that had not begun are left out. With `upTo` as they were when no
 * more of them stood.
 */
export async function statesOn(
  database: Database,
  definitions: Definitions,
  chains: readonly string[],
  asOf: AsOf,
  upTo: UpTo | null = null,
): Promise<PastState[]> {
  const found = await pastRows(database, chains, asOf?.day ?? 'infinity', asOf?.by ?? 'recorded', upTo);
  const rows = asOf?.by === 'occurred' ? await putRight(database, found, asOf.day, upTo) : found;
  const states = rows.map((row) => pastState(definitions, row, asOf));
  return (await Promise.all(states)).filter((state) => state !== null);
}

/** Every migration of a programme that had begun on that day, as board rows in the programme's order. */
export async function boardOn(
  database: Database,
  definitions: Definitions,
  programme: string,
  day: string,
  by: By,
): Promise<BoardRow[]> {
  const firsts = await definitions.firstMigrations(programme);
  const chains = firsts.map(({ definition }) => chainOf(programme, definition.system.id));
  const states = await statesOn(database, definitions, chains, { day, by });
  return states.map((state) => boardRow(state.definition, state.snapshot, state.head));
}

/** The newest entry of each of these types that a state rests on, in the order of their chain. */
export async function grounds(
  { sql }: Database,
  states: readonly PastState[],
  types: readonly string[],
): Promise<EntryBody[]> {
  const bases = states.flatMap(({ chain, head: base }) => (base ? [{ chain, seq: base.seq }] : []));
  const again = states.flatMap(({ chain, decidedAgain }) => decidedAgain.map((seq) => ({ chain, seq })));
  const rows = await sql<{ body: string }[]>`
    select body from (
      select distinct on (e.chain, e.type) e.chain, e.seq, e.body from entry e
      where e.chain = any (${states.map(({ chain }) => chain)}::text[]) and e.type = any (${[...types]}::text[]) and (
        exists (select from jsonb_to_recordset(${JSON.stringify(bases)}::text::jsonb) as base (chain text, seq integer)
          where base.chain = e.chain and base.seq >= e.seq)
        or (e.chain, e.seq) in (select chain, seq from
          jsonb_to_recordset(${JSON.stringify(again)}::text::jsonb) as again (chain text, seq integer)))
      order by e.chain, e.type, e.seq desc
    ) as newest order by chain, seq`;
  return rows.map(bodyOf);
}

async function pastState(definitions: Definitions, row: PastRow, asOf: AsOf): Promise<PastState | null> {
  const { chain } = row;
  let began = true;
  const base = await baseState(
    definitions,
    async () => {
      const first = await definitions.firstMigration(chain);
      began = first !== null && (asOf === null || hasBegun(first.begin, asOf));
      return first;
    },
    row,
  );
  const later = (row.later ?? []).map((body) => bodyOf({ body }));
  if (!base || (later.length === 0 && !began)) return null;
  if (liesAhead(base.snapshot, asOf)) return null;
  const { deeds, definition } = await deedsOf(definitions, later, base.definition);
  const taken = fold(base.snapshot, deeds);
  const before = (index: number) => taken[index - 1]?.snapshot ?? base.snapshot;
  const counts = (index: number) => taken[index]?.snapshot !== before(index);
  const head = row.shown ? headIn(row.shown) : base.head;
  const again = later.map(({ seq }, index) => ({ seq, counts: counts(index) }));
  const added = again.filter(({ seq }) => seq > (head?.seq ?? 0));
  return {
    chain,
    definition,
    snapshot: before(taken.length),
    head,
    decidedAgain: added.filter((one) => one.counts).map(({ seq }) => seq),
    leftOut: added.filter((one) => !one.counts).map(({ seq }) => seq),
  };
}

const headIn = ({ body, hash }: Pick<PastRow, 'body' | 'hash'>): Head | null =>
  body === null || hash === null ? null : headOf(bodyOf({ body }), hash);

/** How it began is asked for only where no entry says where it stands. */
async function baseState(
  definitions: Definitions,
  firstOf: () => Promise<KeptMigration | null>,
  row: Pick<PastRow, 'body' | 'snapshot' | 'hash'> | null,
): Promise<MigrationState | null> {
  if (!row || row.body === null || row.snapshot === null || row.hash === null) {
    const first = await firstOf();
    if (!first) return null;
    return {
      definition: first.definition,
      snapshot: migrationPlayable(first.definition).start(first.begin).snapshot,
      head: null,
    };
  }
  const body = bodyOf({ body: row.body });
  const { definition } = await definitions.migration(body.chain, body.versions.definition);
  const snapshot = snapshotIn<MigrationSnapshot>({ snapshot: row.snapshot });
  return { definition, snapshot, head: headOf(body, row.hash) };
}

/** What the timer says of a day before one that begins later is not that it had begun. */
const liesAhead = ({ context }: MigrationSnapshot, asOf: AsOf): boolean =>
  asOf?.by === 'occurred' && earliestDay(context.begunOn) > asOf.day;

function hasBegun({ on, at }: Begin, { day, by }: NonNullable<AsOf>): boolean {
  return (by === 'occurred' ? reachOn(on, at) : dayOf(at)) <= day;
}
