// One entry from its bytes: what its body says, whether the hashes are those of the bytes, whether it continues the entry
// before it, and whether the columns beside it say the same. Computes everything here; trusts no column.
import { hash as digestOf } from 'node:crypto';
import { programmeOf } from '../../../machines/record/chain.ts';
import { requestKey } from '../../../machines/record/claim.ts';
import { canonical, type EntryBody, GENESIS } from '../../../machines/record/entry.ts';
import { dayOf, reachOn } from '../../../machines/values/date.ts';
import { SKEW_MS } from '../../lock/programme-clock.ts';
import { readOrNull } from '../readable.ts';
import type { Fault } from '../wrong.ts';
import { type Beside, besides, type EntryRow, type EntryText } from './entry-rows.ts';

/** Of a text, or of its bytes in UTF-8: one and the same. */
export const sha256 = (given: string | Buffer): string => digestOf('sha256', given);

/** What a chain carries from one entry to the next. */
export interface Before {
  seq: number;
  hash: string;
  latestOccurredOn: string;
  latestRecordedOn: string;
  recordedMs: number;
  /** The latest wall instant so far. */
  wallMs: number;
}

export const nothingBefore: Before = {
  seq: 0,
  hash: GENESIS,
  latestOccurredOn: '',
  latestRecordedOn: '',
  recordedMs: Number.NEGATIVE_INFINITY,
  wallMs: Number.NEGATIVE_INFINITY,
};

const texts = [
  'chain',
  'requestId',
  'occurredOn',
  'recordedAt',
  'wallAt',
  'stateHash',
  'effectsHash',
  'prev',
] as const;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const VAGUE_DAY = /^\d{4}-\d\d(-\d\d)?$/;

/** Null where the bytes are no canonical body. */
export function readBody(text: string): EntryBody | null {
  const value = jsonOf(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  // Looked at member by member below, as far as this proof leans on them.
  const body = value as EntryBody & Record<(typeof texts)[number], unknown>;
  if (texts.some((name) => typeof body[name] !== 'string') || !Number.isInteger(body.seq)) return null;
  if (typeof body.fact?.type !== 'string' || typeof body.actor?.kind !== 'string') return null;
  if (typeof body.versions?.definition !== 'number') return null;
  if (!INSTANT.test(body.recordedAt) || !INSTANT.test(body.wallAt) || !VAGUE_DAY.test(body.occurredOn))
    return null;
  return isCanonical(value, text) ? body : null;
}

const jsonOf = (text: string): unknown => readOrNull(() => JSON.parse(text) as unknown);

/** Whether a text is the canonical JSON of its value; a number that is none (`1e999`) has no such text. */
export const isCanonical = (value: unknown, text: string): boolean =>
  // Written as it was read is the quicker way, and says nothing of the order of its members.
  (JSON.stringify(value) === text && isInOrder(value)) || readOrNull(() => canonical(value)) === text;

/** RFC 8785: members by the UTF-16 units of their names. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const [name, member] of Object.entries(value)) {
    if (name < before || !isInOrder(member)) return false;
    before = name;
  }
  return true;
}

/** What is wrong with an entry's place in its chain; null where nothing is. */
export function chainFault(row: EntryText, body: EntryBody, before: Before): Fault | null {
  if (sha256(row.bytes?.body ?? row.body) !== row.hash) return 'hash';
  if (body.chain !== row.chain || body.seq !== row.seq) return 'place';
  if (body.seq !== before.seq + 1) return 'gap';
  if (body.prev !== before.hash) return 'prev';
  if (Date.parse(body.recordedAt) < before.recordedMs) return 'order';
  return isOnWall(body, before) ? null : 'wall';
}

/** Clocks of different machines differ a little; outside rehearsals the programme's clock is the wall's. */
function isOnWall({ recordedAt, wallAt, rehearsal }: EntryBody, before: Before): boolean {
  const wallMs = Date.parse(wallAt);
  const isSame = rehearsal === true || wallMs === Date.parse(recordedAt);
  return isSame && wallMs >= before.wallMs - SKEW_MS;
}

/** What follows for the entry after this one. */
export function after(row: EntryText, body: EntryBody, before: Before): Before {
  const [occurred, recorded] = [reachOn(body.occurredOn, body.recordedAt), dayOf(body.recordedAt)];
  return {
    seq: row.seq,
    hash: row.hash,
    latestOccurredOn: later(occurred, before.latestOccurredOn),
    latestRecordedOn: later(recorded, before.latestRecordedOn),
    recordedMs: Date.parse(body.recordedAt),
    wallMs: Math.max(Date.parse(body.wallAt), before.wallMs),
  };
}

/** The later of two days. */
const later = (a: string, b: string): string => (a > b ? a : b);

/** The columns that do not say what the bytes say. */
export function wrongColumns(row: EntryRow, body: EntryBody, before: Before, now: Before): string[] {
  const occurredBy = reachOn(body.occurredOn, body.recordedAt);
  const backdated = before.seq > 0 && occurredBy < before.latestOccurredOn;
  const said: Record<Beside, string> = {
    latest_occurred_on: now.latestOccurredOn,
    latest_recorded_on: now.latestRecordedOn,
    backdated: backdated ? 't' : 'f',
    occurred_by: occurredBy,
    recorded_at: body.recordedAt,
    wall_at: body.wallAt,
    programme: programmeOf(body.chain),
    request_key: requestKey(body),
    type: body.fact.type,
    prev: body.prev,
    state_hash: body.stateHash,
    effects_hash: body.effectsHash,
  };
  return besides.filter((column) => {
    const there = row.beside(column);
    return there !== said[column] && !(isInstant(column) && msOf(there) === Date.parse(said[column]));
  });
}

const isInstant = (column: Beside): boolean => column === 'recorded_at' || column === 'wall_at';

/** As PostgreSQL writes an instant in UTC: `2023-12-01 01:00:00.5+00`. */
const msOf = (written: string | null): number =>
  Date.parse(`${written?.replace(' ', 'T').replace(/\+00$/, '')}Z`);
