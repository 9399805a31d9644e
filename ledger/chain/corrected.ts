// What a correction says stood in an entry, against that entry on record: what it said, or what a correction before has made of it,
// when it was recorded, and what it took the place of.
import type postgres from 'postgres';
import { actOf } from '../../machines/migration/acts.ts';
import { entrySeq, type Overwritten, type Stood } from '../../machines/migration/correction/shapes.ts';
import type { StampedEvent, Submission } from '../../machines/migration/event.ts';
import { caseOf } from '../../machines/migration/migration.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import type { MadeCorrection, MigrationSnapshot } from '../../machines/migration/state.ts';
import { canonical, type Entry, type EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, eventIn, snapshotIn } from '../../machines/record/reader.ts';
import { same } from '../../machines/record/same.ts';
import type { KeptMigration } from '../definitions/definitions.ts';
import type { Ground } from '../lock/evidence-of-entries.ts';
import { PROPOSAL } from './corrections.ts';

type EnteredText = Pick<Entry, 'body' | 'snapshot'>;
/** The entries of a chain from one place to another, both counted, in order. */
export type EntriesBetween = (chain: string, from: number, to: number) => Promise<readonly EnteredText[]>;

export const entriesBetween =
  (sql: postgres.Sql | postgres.TransactionSql): EntriesBetween =>
  (chain, from, to) =>
    sql<EnteredText[]>`
    select body, snapshot from public.entry where chain = ${chain} and seq between ${from} and ${to} order by seq`;

type DefinitionsAt = (chain: string, version: number) => Promise<KeptMigration | null>;

/** An entry that is put right, and what it was decided on. */
export interface Entered {
  body: EntryBody;
  ground: Ground;
}

/** The place of the entry that a correction names, 0 where it names none that can be; null for any other entry. */
export function entryPutRight({ fact }: EntryBody): number | null {
  if (fact.type !== PROPOSAL) return null;
  const read = entrySeq.safeParse(fact.entry);
  return read.success ? read.data : 0;
}

/** Null where there is none in that place. */
export async function enteredAt(
  entries: EntriesBetween,
  definitions: DefinitionsAt,
  chain: string,
  seq: number,
): Promise<Entered | null> {
  const rows = await entries(chain, seq - 1, seq);
  const entered = rows.at(-1);
  const body = entered && bodyOf(entered);
  const kept = body?.seq === seq ? await definitions(chain, body.versions.definition) : null;
  if (!body || !kept) return null;
  const [earlier] = rows;
  const before =
    rows.length > 1 && earlier
      ? snapshotIn<MigrationSnapshot>(earlier)
      : migrationPlayable(kept.definition).start(kept.begin).snapshot;
  return { body, ground: { definition: kept.definition, before } };
}

/** As the record has it. `now`: the state in which it is asked, which knows of corrections before. */
export function stoodIn({ body, ground }: Entered, now: MigrationSnapshot): Stood {
  const made = now.context.corrections?.made[body.seq]?.as;
  const { fact, occurredOn, actor } = made ?? eventIn<Submission>(body);
  const overwrote = piecesOf(stampedIn(body), ground);
  return {
    fact,
    occurredOn,
    actor,
    recordedAt: body.recordedAt,
    ...(body.assumed === undefined ? {} : { assumed: body.assumed }),
    ...(overwrote === undefined ? {} : { overwrote }),
  };
}

const stampedIn = (body: EntryBody): StampedEvent => ({ ...eventIn<Submission>(body), at: body.recordedAt });

function piecesOf(event: StampedEvent, { definition, before }: Ground): Overwritten | undefined {
  const { corrects, overwrites } = actOf(event.fact);
  return corrects && overwrites?.(caseOf(definition, before, event));
}

/** One entry and the state that it led to. */
export interface Led {
  event: StampedEvent;
  ground: Ground;
}

/**
 * Whether what an entry wrote was told anew since: where a later one took the place of any of it, also with the same, or it was otherwise
 * in between. `first`: the state that it, or its last correction, led to.
 */
export function isReplaced(event: StampedEvent, first: Ground, since: readonly Led[]): boolean {
  const own = leavesOf(event, first);
  const same = canonical(Object.fromEntries(own));
  return since.some(
    ({ event: later, ground }) =>
      canonical(Object.fromEntries(leavesOf(event, ground))) !== same ||
      [...leavesOf(later, ground).keys()].some((leaf) => own.has(leaf)),
  );
}

/**
 * Each piece of the memory by its path. The day on which the last of several national steps was closed, and that of the path's last
 * move, are none of one entry's alone.
 */
function leavesOf(event: StampedEvent, { definition, before }: Ground): Map<string, unknown> {
  const {
    closedOn: _closed,
    movedOn: _moved,
    ...pieces
  } = actOf(event.fact).overwrites?.(caseOf(definition, before, event)) ?? {};
  const leaves = new Map<string, unknown>();
  const walk = (value: unknown, path: string, depth: number) => {
    if (depth === 0 || typeof value !== 'object' || value === null) leaves.set(path, value);
    else for (const [name, part] of Object.entries(value)) walk(part, `${path}/${name}`, depth - 1);
  };
  for (const [name, piece] of Object.entries(pieces)) walk(piece, name, DEPTH[name] ?? 0);
  return leaves;
}

/** How deep the keys of a piece go: business and step, phase, deadline; phase, body and account. */
const DEPTH: Readonly<Record<string, number>> = {
  steps: 2,
  stepReasons: 2,
  plan: 1,
  extensions: 1,
  submittedOn: 1,
  approvedOn: 3,
};

export type FalseClaim = 'stood' | 'replaced';

/** Whether a correction claims what stands: asked of the state before it. */
export async function falseClaim(
  entries: EntriesBetween,
  definitions: DefinitionsAt,
  body: EntryBody,
  before: MigrationSnapshot,
): Promise<FalseClaim | null> {
  const entry = entryPutRight(body) ?? 0;
  const entered = await enteredAt(entries, definitions, body.chain, entry);
  if (!entered || !same(body.fact.was, stoodIn(entered, before))) return 'stood';
  const { made } = before.context.corrections ?? { made: {} as Record<string, MadeCorrection> };
  const { as = null, at = entry } = made[entry] ?? {};
  const event = stampedIn(as ? { ...entered.body, ...as, fact: { ...as.fact } } : entered.body);
  const [first, ...since] = await ledFrom(entries, definitions, {
    chain: body.chain,
    from: at,
    to: body.seq - 1,
  });
  return first && isReplaced(event, first.ground, since) ? 'replaced' : null;
}

async function ledFrom(
  entries: EntriesBetween,
  definitions: DefinitionsAt,
  { chain, from, to }: { chain: string; from: number; to: number },
): Promise<Led[]> {
  const rows = await entries(chain, from, to);
  const led = rows.map(async (row): Promise<Led[]> => {
    const body = bodyOf(row);
    const kept = await definitions(chain, body.versions.definition);
    const before = snapshotIn<MigrationSnapshot>(row);
    return kept ? [{ event: stampedIn(body), ground: { definition: kept.definition, before } }] : [];
  });
  return (await Promise.all(led)).flat();
}
