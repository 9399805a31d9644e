// Whether a checkpoint is what a server signed, with a key that the programme's own chain names for that moment. Pure but for the
// arithmetic of `node:crypto`; whether the record still is as it says is proven elsewhere (ledger/proof/).
import { verify } from 'node:crypto';
import {
  type Checkpoint,
  type ContentFault,
  checkpointText,
  contentFault,
  type SignedCheckpoint,
} from '../../machines/record/checkpoint.ts';
import { type KnownKey, type KnownKeys, ON_ITS_WAY_MS, publicKeyOf, readPublicKey } from './signatures.ts';

/** altered: the key that it names has not signed this. unnamed: the record never named that key. untimely: not then. */
export type CheckpointFault = ContentFault | 'altered' | 'unnamed' | 'untimely';

export const checkpointBytes = (checkpoint: Checkpoint): Buffer =>
  Buffer.from(checkpointText(checkpoint), 'utf8');

/** What is wrong with the file itself, whatever the record says; null: the key that it names signed it as it is. */
export function fileFault(signed: SignedCheckpoint): Exclude<CheckpointFault, 'unnamed' | 'untimely'> | null {
  const ofContent = contentFault(signed);
  if (ofContent !== null) return ofContent;
  const { checkpoint, publicKey, signature } = signed;
  const named = readPublicKey(publicKey);
  if (named.id !== signature.key) return 'altered';
  const isSigned = verify(
    null,
    checkpointBytes(checkpoint),
    named.key,
    Buffer.from(signature.value, 'base64'),
  );
  return isSigned ? null : 'altered';
}

/** Whether the record names its key, for the moment that it states; null where it does. */
export function keyFault(
  { checkpoint, publicKey, signature }: SignedCheckpoint,
  keys: KnownKeys,
): Extract<CheckpointFault, 'unnamed' | 'untimely'> | null {
  const known = keys.get(signature.key);
  if (!known || publicKeyOf(known.key) !== publicKey) return 'unnamed';
  return wasInForce(known, Date.parse(checkpoint.at)) ? null : 'untimely';
}

/** All of it, against the keys of the record. */
export const checkpointFault = (signed: SignedCheckpoint, keys: KnownKeys): CheckpointFault | null =>
  fileFault(signed) ?? keyFault(signed, keys);

/** Clocks of different machines differ by less. */
function wasInForce({ since, until }: KnownKey, atMs: number): boolean {
  const isBegun = Date.parse(since) - ON_ITS_WAY_MS <= atMs;
  return isBegun && (until === null || atMs <= Date.parse(until) + ON_ITS_WAY_MS);
}
