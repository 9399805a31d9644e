// The lock of the record: what every entry must show before anything is written. A person's or an import's is vouched for by
// a key that the programme's chain names; every entry names the very definition on record and an instant that has come.
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import { BROKEN } from '../../machines/programme/keys/acts.ts';
import { isMigration, programmeOf } from '../../machines/record/chain.ts';
import { isClaimed } from '../../machines/record/claim.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { entryPutRight } from '../chain/corrected.ts';
import { LedgerRefusal } from '../chain/failure.ts';
import { closingNamed } from '../chain/resolved.ts';
import { entrySeen } from '../chain/seen.ts';
import type { Database } from '../database.ts';
import type { Definitions, Kept } from '../definitions/definitions.ts';
import { requireEmpowered } from './empowered.ts';
import { KnownKeysOf } from './known-keys.ts';
import { KnownPowersOf } from './known-powers.ts';
import { ProgrammeClocks, SKEW_MS } from './programme-clock.ts';
import { checkSignature, isRetired, type KnownKeys, keysAfter, type SignatureFault } from './signatures.ts';

export interface Gate {
  definitions: Definitions;
  keys: KnownKeysOf;
  powers: KnownPowersOf;
  clocks: ProgrammeClocks;
  pinnable: () => readonly string[];
}

export interface GateOptions {
  /** Public keys (raw, base64) that a programme's first entry may pin; asked anew each time. None where left out. */
  pinnable?: () => readonly string[];
  /** The wall's time; the process's own where left out. */
  wallMs?: () => number | Promise<number>;
}

export function openGate(
  database: Database,
  definitions: Definitions,
  { pinnable = () => [], wallMs = Date.now }: GateOptions,
): Gate {
  const clocks = new ProgrammeClocks(database, wallMs);
  const [keys, powers] = [new KnownKeysOf(database), new KnownPowersOf(database)];
  return { definitions, keys, powers, clocks, pinnable };
}

/**
 * Gives how far people's powers were read (`requireEmpowered`); null where no person acts.
 * @param stands whether these very entries are recorded already: then they are not let in again, only given back
 * @throws LedgerRefusal for entries of one chain, of which at least one may not be let in whatever stands on record
 */
export async function requireLetIn(
  gate: Gate,
  bodies: readonly EntryBody[],
  stands: () => Promise<boolean>,
): Promise<number | null> {
  for (const body of bodies) await requireDefinition(gate, body);
  await requireTime(gate, bodies, stands);
  await requireVouched(gate, bodies, stands);
  return requireEmpowered(gate.powers, bodies, stands);
}

async function requireDefinition({ definitions }: Gate, body: EntryBody): Promise<void> {
  const { chain, seq, versions, rehearsal } = body;
  const adopts = body.fact.type === ADOPTED;
  const adopting = adopts ? await definitions.named(chain, versions) : null;
  const deciding = adopting ?? (await definitions.deciding(chain, versions.definition));
  const isRehearsal = rehearsalOf(deciding);
  if (versions.definitionDigest !== deciding.digest || rehearsal !== isRehearsal) {
    throw new LedgerRefusal('entry.definition', { chain, seq, version: versions.definition });
  }
}

const rehearsalOf = (deciding: Kept): boolean =>
  deciding.kind === 'migration' ? deciding.definition.programme.rehearsal : deciding.definition.rehearsal;

async function requireTime(
  { clocks }: Gate,
  bodies: readonly EntryBody[],
  stands: () => Promise<boolean>,
): Promise<void> {
  const [first] = bodies;
  const latest = bodies.reduce<EntryBody | undefined>(
    (late, body) => (!late || Date.parse(body.recordedAt) > Date.parse(late.recordedAt) ? body : late),
    undefined,
  );
  if (!first || !latest) return;
  const { chain, seq, recordedAt, rehearsal } = latest;
  const nowMs = await clocks.wallMs();
  const wallMs = nowMs + SKEW_MS;
  // A rehearsal's first entry of all is what its clock is laid through.
  const begins = first.seq === 1 && !isMigration(chain);
  const come =
    bodies.every(({ wallAt }) => Date.parse(wallAt) <= wallMs) &&
    ((rehearsal && begins) || (await clocks.hasCome(programmeOf(chain), rehearsal, recordedAt)));
  if (!come) throw new LedgerRefusal('entry.ahead', { chain, seq, recordedAt });
  const late = bodies.find((body) => isLate(body, nowMs));
  if (late && !(await stands())) {
    throw new LedgerRefusal('entry.late', {
      chain,
      seq: late.seq,
      recordedAt: late.recordedAt,
      wallMs: nowMs,
    });
  }
}

/** A rehearsal's clock stands where its people have moved it to; any other shows what the wall shows. */
function isLate({ rehearsal, recordedAt, wallAt }: EntryBody, nowMs: number): boolean {
  if (rehearsal) return false;
  const recordedMs = Date.parse(recordedAt);
  return recordedMs !== Date.parse(wallAt) || recordedMs < nowMs - SKEW_MS;
}

async function requireVouched(
  gate: Gate,
  bodies: readonly EntryBody[],
  stands: () => Promise<boolean>,
): Promise<void> {
  const [first] = bodies;
  if (!first) return;
  const programme = programmeOf(first.chain);
  const nowMs = await gate.clocks.wallMs();
  const found = faultIn(gate, await gate.keys.of(programme), bodies, nowMs);
  // A key that has just been put in force is not known everywhere yet.
  const fault = found && faultIn(gate, await gate.keys.of(programme, true), bodies, nowMs);
  if (!fault || (await stands())) return;
  const { body, code } = fault;
  throw new LedgerRefusal(code, { chain: body.chain, seq: body.seq, key: body.signature?.key ?? '' });
}

function faultIn(
  { pinnable }: Gate,
  known: KnownKeys,
  bodies: readonly EntryBody[],
  nowMs: number,
): { body: EntryBody; code: SignatureFault } | null {
  let keys = known;
  for (const body of bodies) {
    const before = keys;
    if (namesKey(body)) keys = mayName(body, pinnable) ? keysAfter(keys, body) : keys;
    const code = checkSignature(body, keys);
    if (code) return { body, code };
    // What should name a key and names none, and what a key signs that was replaced long ago.
    const isNothing = namesKey(body) && keys === before;
    if (isNothing || isRetired(keys, body, nowMs)) return { body, code: 'entry.signature' };
  }
  return null;
}

export const namesKey = ({ chain, fact }: EntryBody): boolean =>
  !isMigration(chain) && fact.type.startsWith('signingKey.');

/** A break is written by the opening of an archive alone. */
const mayName = ({ fact }: EntryBody, pinnable: () => readonly string[]): boolean =>
  fact.type !== BROKEN && (fact.type !== 'signingKey.pinned' || pinnable().includes(String(fact.publicKey)));

/** True where what stands on record has to prove it: nobody vouches for it, or it says what stands there. */
export const wantsProof = (body: EntryBody): boolean =>
  !isClaimed(body.actor) ||
  entryPutRight(body) !== null ||
  entrySeen(body) !== null ||
  closingNamed(body) !== null;
