// What a sender claims, as the one text that a signature covers, and the names of keys. Pure: who signs and who checks is
// elsewhere.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import type { Deputy } from './deputy.ts';
import { canonical } from './entry.ts';

/** The raw 32 bytes of an Ed25519 public key, in base64. */
export const publicKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, { message: 'publicKey' });

/** What a sender says at a door. */
export interface Stated {
  requestId: string;
  fact: { type: string };
  actor: {
    kind: string;
    account: string;
    name: string;
    post: string;
    grant?: string | undefined;
    deputy?: Deputy | undefined;
  };
  occurredOn: string;
  seenVersion?: number | undefined;
  assumed?: string | undefined;
  source?: string | undefined;
}

/** Everything that a person or an import claims, bound to the chain it is claimed for. */
export interface Claim extends Stated {
  chain: string;
}

/** Says what is signed, so that a signature of something else is never taken for one of these. */
const PURPOSE = 'sekimori/claim/1';

/** The very text that is signed: canonical JSON of the claim alone, whatever else stands beside it. */
export function claimText({ chain, ...given }: Claim): string {
  return canonical({ purpose: PURPOSE, chain, ...stated(given) });
}

/** What is stated and nothing beside it; what was left out stays out. */
export function stated<Fact extends Stated['fact']>(given: Stated & { fact: Fact }) {
  const { requestId, fact, actor, occurredOn, seenVersion, assumed, source } = given;
  return {
    requestId,
    fact,
    actor,
    occurredOn,
    ...(seenVersion === undefined ? {} : { seenVersion }),
    ...(assumed === undefined ? {} : { assumed }),
    ...(source === undefined ? {} : { source }),
  };
}

/** A key's name: the first 16 hex digits of the SHA-256 of its raw public bytes. */
export function keyId(raw: Uint8Array): string {
  return bytesToHex(sha256(raw)).slice(0, 16);
}

/** Whose word is proven otherwise than by a signature: a timer's, another migration's, the programme's own. No one else's. */
const PROVEN: ReadonlySet<string> = new Set(['timer', 'migration', 'programme']);

/** True for all who claim something: what they say is signed. */
export function isClaimed(actor: { kind: string }): boolean {
  return !PROVEN.has(actor.kind);
}

/**
 * What makes a request one of its kind in its chain. Ids that people choose, that an import brings and that the system
 * derives are told apart by who acts, so that they never meet.
 */
export function requestKey({ actor, requestId }: { actor: { kind: string }; requestId: string }): string {
  return `${actor.kind}:${requestId}`;
}
