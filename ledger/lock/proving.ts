// Proves what no person claims, and what a correction says stood, against what stands on record and in the append's own transaction:
// the state before each entry, the entry of another chain that announced a milestone, what the programme has adopted and
// its meetings have resolved, the entry that is put right.

import type postgres from 'postgres';
import { CONTINUED } from '../../machines/migration/adoption/continuing.ts';
import { announcedBy } from '../../machines/migration/announced.ts';
import type { Stood } from '../../machines/migration/correction/shapes.ts';
import { TOLD } from '../../machines/migration/occurrences/acts.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { chainOf, isMigration, programmeOf } from '../../machines/record/chain.ts';
import { requestKey } from '../../machines/record/claim.ts';
import type { Entry, EntryBody } from '../../machines/record/entry.ts';
import { snapshotIn } from '../../machines/record/reader.ts';
import { entriesBetween, entryPutRight, falseClaim } from '../chain/corrected.ts';
import { LedgerRefusal } from '../chain/failure.ts';
import { closingNamed, isResolvedTruly } from '../chain/resolved.ts';
import { entrySeen, isSeenTruly } from '../chain/seen.ts';
import { heardUpTo } from '../chain/unheard.ts';
import { unadopted } from '../definitions/adoptions.ts';
import { uncontinued } from '../definitions/continuations.ts';
import type { Definitions } from '../definitions/definitions.ts';
import { untoldOccurrences } from '../definitions/occurrences.ts';
import {
  type Announcing,
  checkAdoption,
  checkEdition,
  checkMilestone,
  checkTimer,
  checkTold,
  type Ground,
  type UnprovenWhy,
} from './evidence-of-entries.ts';
import { wantsProof } from './gate.ts';

export interface Proving {
  tx: postgres.Sql | postgres.TransactionSql;
  definitions: Definitions;
}

/**
 * To be called while the chain is locked, but for what a migration's timers claim (`isOfTimers`). False where they do not go on from what
 * stands there: that is left to the append, which gives it back.
 * @throws LedgerRefusal `entry.unproven`, `entry.neverStood`
 */
export async function requireProven(
  proving: Proving,
  entries: readonly Entry[],
  bodies: readonly EntryBody[],
): Promise<boolean> {
  const [first] = bodies;
  const end = first && (await endBefore(proving.tx, first, bodies));
  if (!first || !end) return false;
  let before = await snapshotBefore(proving, first, end);
  for (const [index, body] of bodies.entries()) {
    if (wantsProof(body)) await requireOne(proving, body, before);
    const entry = index + 1 < bodies.length ? entries[index] : undefined;
    before = entry ? snapshotIn<Snapshot>(entry) : null;
  }
  return true;
}

/**
 * What a migration's timers claim follows from its own chain up to there, which never changes, and the append compares with where it ends:
 * it is proven before anything is locked.
 */
export const isOfTimers = (bodies: readonly EntryBody[]): boolean =>
  bodies.every(({ chain, actor }) => actor.kind === 'timer' && isMigration(chain));

interface EndOfChain {
  /** Of the entry before; null before the first. */
  snapshot: string | null;
}

/** Null where these do not go on from the end of their chain. */
async function endBefore(
  tx: Proving['tx'],
  { chain, seq }: EntryBody,
  bodies: readonly EntryBody[],
): Promise<EndOfChain | null> {
  const keys = bodies.map(requestKey);
  const [found] = await tx<{ seq: number; clash: boolean; snapshot: string | null }[]>`
    select coalesce(max(seq), 0) as seq, coalesce(bool_or(request_key = any (${keys}::text[])), false) as clash,
      max(snapshot) filter (where seq = ${seq - 1}) as snapshot
    from entry where chain = ${chain} and (seq >= ${seq - 1} or request_key = any (${keys}::text[]))`;
  return found && !found.clash && found.seq === seq - 1 ? found : null;
}

type Snapshot = MigrationSnapshot | ProgrammeSnapshot;

/** Null where the chain's own machine has none to begin with. */
async function snapshotBefore(
  { definitions }: Proving,
  { chain, seq }: EntryBody,
  { snapshot }: EndOfChain,
): Promise<Snapshot | null> {
  if (seq > 1) return snapshot === null ? null : snapshotIn<Snapshot>({ snapshot });
  if (!isMigration(chain)) return null;
  const begun = await definitions.firstMigration(chain);
  return begun && migrationPlayable(begun.definition).start(begun.begin).snapshot;
}

async function requireOne(proving: Proving, body: EntryBody, before: Snapshot | null): Promise<void> {
  const entry = entryPutRight(body);
  if (entry !== null) return requireStood(proving, body, before, entry);
  if (entrySeen(body) !== null) return requireSeenTruly(proving, body);
  if (closingNamed(body) !== null) return requireResolvedTruly(proving, body);
  const why = before === null ? 'wake' : await whyNot(proving, body, before);
  if (why === null) return;
  const { chain, seq, requestId } = body;
  throw new LedgerRefusal('entry.unproven', { chain, seq, type: body.fact.type, requestId, why });
}

/** A correction's: signed by who claims it, and proven by the entry that it is about. */
async function requireStood(
  { tx, definitions }: Proving,
  body: EntryBody,
  before: Snapshot | null,
  entry: number,
): Promise<void> {
  const { chain, seq } = body;
  const type = String((body.fact.was as Partial<Stood> | undefined)?.fact?.type);
  const kept = (of: string, version: number) => definitions.migration(of, version);
  const why =
    before === null ? 'stood' : await falseClaim(entriesBetween(tx), kept, body, before as MigrationSnapshot);
  if (why !== null) throw new LedgerRefusal('entry.neverStood', { chain, seq, entry, type, why });
}

/** Of a 後閲: signed by the holder, and proven by the entry that they looked at. */
async function requireSeenTruly({ tx }: Proving, body: EntryBody): Promise<void> {
  if (await isSeenTruly(entriesBetween(tx), body)) return;
  const { chain, seq, fact } = body;
  throw new LedgerRefusal('entry.neverStood', {
    chain,
    seq,
    entry: Number(fact.entry),
    type: fact.type,
    why: 'seen',
  });
}

/** Of a resolution: signed by its secretariat, and proven by the entry that closed the meeting. */
async function requireResolvedTruly({ tx }: Proving, body: EntryBody): Promise<void> {
  if (await isResolvedTruly(entriesBetween(tx), body)) return;
  const { chain, seq, fact } = body;
  const entry = closingNamed(body)?.seq ?? 0;
  throw new LedgerRefusal('entry.neverStood', { chain, seq, entry, type: fact.type, why: 'resolution' });
}

/** A chain holds the snapshots of one machine only. */
function whyNot(proving: Proving, body: EntryBody, before: Snapshot): Promise<UnprovenWhy | null> {
  return isMigration(body.chain)
    ? whyNotInMigration(proving, body, before as MigrationSnapshot)
    : whyNotInProgramme(proving, body, before as ProgrammeSnapshot);
}

async function whyNotInProgramme(
  { definitions }: Proving,
  body: EntryBody,
  before: ProgrammeSnapshot,
): Promise<UnprovenWhy | null> {
  const leaving = await definitions.inForce(body.chain);
  const adopted = await definitions.named(body.chain, body.versions);
  if (leaving?.kind !== 'programme' || adopted?.kind !== 'programme') return 'adopted';
  return checkEdition(body, { leaving: leaving.definition, definition: adopted.definition, before });
}

async function whyNotInMigration(
  proving: Proving,
  body: EntryBody,
  before: MigrationSnapshot,
): Promise<UnprovenWhy | null> {
  const { tx, definitions } = proving;
  if (body.fact.type === TOLD) return whyNotTold(proving, body, before);
  if (body.actor.kind === 'programme' && body.fact.type !== CONTINUED)
    return whyNotAdopted(proving, body, before);
  const { definition } = await definitions.migration(body.chain, body.versions.definition);
  const ground: Ground = { definition, before };
  if (body.actor.kind === 'programme') {
    const [word] = await uncontinued(tx, definitions, body.chain);
    return checkAdoption(body, ground, word);
  }
  if (body.actor.kind === 'timer') return checkTimer(body, ground);
  const announcing = await announcingOf({ tx, definitions }, body);
  return checkMilestone(body, ground, announcing);
}

async function whyNotTold(
  { tx, definitions }: Proving,
  body: EntryBody,
  before: MigrationSnapshot,
): Promise<UnprovenWhy | null> {
  const words = await untoldOccurrences(tx, definitions, body.chain);
  const { definition } = await definitions.migration(body.chain, body.versions.definition);
  return checkTold(body, { definition, before }, words);
}

async function whyNotAdopted(
  { tx, definitions }: Proving,
  body: EntryBody,
  before: MigrationSnapshot,
): Promise<UnprovenWhy | null> {
  const [word] = await unadopted(tx, definitions.parts, body.chain);
  const leaving = await definitions.inForce(body.chain);
  const adopted = await definitions.named(body.chain, body.versions);
  if (leaving?.kind !== 'migration' || adopted?.kind !== 'migration') return 'adopted';
  return checkAdoption(body, { definition: adopted.definition, before, leaving: leaving.definition }, word);
}

/** Null too where this chain has heard of the same milestone later: an old word is not said again. */
async function announcingOf({ tx, definitions }: Proving, body: EntryBody): Promise<Announcing | null> {
  const seq = announcedBy(body.requestId);
  const chain = chainOf(programmeOf(body.chain), String(body.fact.system));
  if (seq === null || (await heardUpTo(tx, body.chain, named(body))) >= seq) return null;
  const [entry] = await tx<{ body: string; effects: string; version: number }[]>`
    select body, effects, (body::jsonb -> 'versions' ->> 'definition')::integer as version
    from entry where chain = ${chain} and seq = ${seq}`;
  if (!entry) return null;
  const { definition } = await definitions.migration(chain, entry.version);
  return { entry, definition };
}

const named = ({ fact }: EntryBody) => ({ system: String(fact.system), milestone: String(fact.milestone) });
