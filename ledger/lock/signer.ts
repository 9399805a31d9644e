// Signs what the server has identified the sender of: with the key that is the server's alone. Handed in; none is kept here. What is signed is the
// claim (machines/record/claim.ts); who may be claimed to have sent it was decided before.
import { type KeyObject, sign } from 'node:crypto';
import {
  type Checkpoint,
  checkpointDigest,
  type SignedCheckpoint,
} from '../../machines/record/checkpoint.ts';
import { type Claim, claimText } from '../../machines/record/claim.ts';
import type { Signature } from '../../machines/record/signature.ts';
import { checkpointBytes } from './checkpoints.ts';
import { publicKeyOf, readPublicKey } from './signatures.ts';

export interface Signer {
  /** Its name, and the raw public key in base64. */
  id: string;
  publicKey: string;
  sign: <T extends Omit<Claim, 'chain'>>(chain: string, submission: T) => T & { signature: Signature };
  signCheckpoint: (checkpoint: Checkpoint) => SignedCheckpoint;
}

/** @param key a private Ed25519 key */
export function createSigner(key: KeyObject): Signer {
  const publicKey = publicKeyOf(key);
  const { id } = readPublicKey(publicKey);
  return {
    id,
    publicKey,
    sign: (chain, submission) => ({
      ...submission,
      signature: { key: id, value: signatureOf(key, chain, submission) },
    }),
    signCheckpoint: (checkpoint) => ({
      checkpoint,
      digest: checkpointDigest(checkpoint),
      publicKey,
      signature: { key: id, value: sign(null, checkpointBytes(checkpoint), key).toString('base64') },
    }),
  };
}

function signatureOf(key: KeyObject, chain: string, submission: Omit<Claim, 'chain'>): string {
  return sign(null, Buffer.from(claimText({ ...submission, chain }), 'utf8'), key).toString('base64');
}
