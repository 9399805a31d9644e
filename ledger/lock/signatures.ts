// Who vouches for an entry: the keys that a programme's own chain names, and the check of one entry against them. Pure
// but for the arithmetic of `node:crypto`; reads no table.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { BROKEN, HANDED_OVER } from '../../machines/programme/keys/acts.ts';
import { claimText, isClaimed, keyId } from '../../machines/record/claim.ts';
import type { EntryBody } from '../../machines/record/entry.ts';

export interface KnownKey {
  id: string;
  key: KeyObject;
  /** The wall instant from which it is in force. */
  since: string;
  /** The wall instant from which it signs nothing more; null while it is in force. */
  until: string | null;
}

/** By id. */
export type KnownKeys = ReadonlyMap<string, KnownKey>;

export type SignatureFault = 'entry.unsigned' | 'entry.signature';

/** An entry that was on its way when its key was replaced is still its key's. */
export const ON_ITS_WAY_MS = 120_000;

/** RFC 8410: what stands before the 32 bytes of an Ed25519 public key. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export function readPublicKey(base64: string): { id: string; key: KeyObject } {
  const raw = Buffer.from(base64, 'base64');
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  return { id: keyId(raw), key };
}

/** The raw bytes of a public key, or of a private one's public half, in base64. */
export function publicKeyOf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return half.export({ format: 'der', type: 'spki' }).subarray(SPKI.length).toString('base64');
}

/** Null where an entry is vouched for, or needs it not: a timer's and another migration's are proven otherwise. */
export function checkSignature(body: EntryBody, keys: KnownKeys): SignatureFault | null {
  const named = vouchingKey(body, keys);
  if (named === null || typeof named === 'string') return named;
  return verify(null, claimOf(body), named, signatureOf(body)) ? null : 'entry.signature';
}

/** The key that must have signed an entry, before its signature is looked at; null where none need have. */
export function vouchingKey(body: EntryBody, keys: KnownKeys): KeyObject | SignatureFault | null {
  if (!isClaimed(body.actor)) return body.signature === undefined ? null : 'entry.signature';
  if (body.signature === undefined) return 'entry.unsigned';
  const known = keys.get(body.signature.key);
  return known && wasInForce(known, body.wallAt) ? known.key : 'entry.signature';
}

function wasInForce({ until }: KnownKey, wallAt: string): boolean {
  return until === null || Date.parse(wallAt) <= Date.parse(until) + ON_ITS_WAY_MS;
}

/** True where a key was replaced so long ago that nothing of its is on its way any more, whatever day an entry claims. */
export function isRetired(keys: KnownKeys, { signature }: EntryBody, nowMs: number): boolean {
  const until = keys.get(signature?.key ?? '')?.until ?? null;
  return until !== null && Date.parse(until) + ON_ITS_WAY_MS < nowMs;
}

const claimOf = (body: EntryBody) => Buffer.from(claimText(body), 'utf8');
const signatureOf = (body: EntryBody) => Buffer.from(body.signature?.value ?? '', 'base64');

/** Computed on a thread beside the caller's: for whoever looks at many. */
export function isSignedBy(body: EntryBody, key: KeyObject): Promise<boolean> {
  return new Promise((resolve, reject) => {
    verify(null, claimOf(body), key, signatureOf(body), (error, holds) =>
      error ? reject(error) : resolve(holds),
    );
  });
}

/**
 * The keys after one more entry of a programme's chain. The first entry pins a key, which signs for itself; each further
 * key is named by an entry that the one in force has signed, and is a new one: who was replaced does not come back. A break names
 * one that signs for itself; no append lets it in (gate.ts). What is not so names no key, and the keys come back as they were.
 */
export function keysAfter(keys: KnownKeys, body: EntryBody): KnownKeys {
  const { fact, seq, wallAt } = body;
  if (typeof fact.publicKey !== 'string') return keys;
  const { id, key } = readPublicKey(fact.publicKey);
  const added: KnownKey = { id, key, since: wallAt, until: null };
  if (fact.type === 'signingKey.pinned') {
    const alone = new Map([[id, added]]);
    return seq === 1 && checkSignature(body, alone) === null ? alone : keys;
  }
  const inForce = keyInForce(keys);
  if (!inForce || keys.has(id)) return keys;
  const next = new Map([...keys, [inForce.id, { ...inForce, until: wallAt }], [id, added]]);
  if (fact.type === BROKEN)
    return body.signature?.key === id && checkSignature(body, next) === null ? next : keys;
  if (fact.type !== 'signingKey.rotated' && fact.type !== HANDED_OVER) return keys;
  return body.signature?.key === inForce.id && checkSignature(body, keys) === null ? next : keys;
}

/** The same for bytes that anybody may have written: what is no key names none. */
export function keysAfterBytes(keys: KnownKeys, body: EntryBody): KnownKeys {
  try {
    return keysAfter(keys, body);
  } catch {
    return keys;
  }
}

/** Of a programme's chain in order; entries that name no key may be left out. */
export function keysIn(bodies: readonly EntryBody[]): KnownKeys {
  return bodies.reduce(keysAfter, new Map());
}

export function keyInForce(keys: KnownKeys): KnownKey | null {
  return [...keys.values()].find(({ until }) => until === null) ?? null;
}
