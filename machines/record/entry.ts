// One accepted event as the record keeps it, and the hashes that chain it. Pure: the same input gives the same
// bytes in a workflow, a server or an auditor's own program (RFC 8785 canonical JSON, SHA-256).
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import type { Deputy } from './deputy.ts';
import type { Signature } from './signature.ts';

/** The part of an entry that is hashed. All values are JSON; key order does not matter. */
export interface EntryBody {
  /** Format of this body. 2: it names the digest of what decided it, the version that was seen, and who vouches for it. */
  format: 2;
  /** Its name (chain.ts). */
  chain: string;
  /** 1 for a chain's first entry, then without gaps. */
  seq: number;
  requestId: string;
  /** The fact that was accepted, with its type. */
  fact: { type: string } & Record<string, unknown>;
  actor: {
    kind: string;
    account: string;
    name: string;
    post: string;
    grant?: string | undefined;
    deputy?: Deputy | undefined;
  };
  /** When it happened: a day, or a month where no more is known. */
  occurredOn: string;
  /** When it was recorded, on the programme's clock. */
  recordedAt: string;
  /** When it was recorded, on the wall. The same as `recordedAt` outside rehearsals. */
  wallAt: string;
  rehearsal: boolean;
  /** What decided: versions of the definition, its path, its calendar and the machine's code; SHA-256 of the definition. */
  versions: {
    definition: number;
    path: string;
    calendar: string;
    machine: number;
    definitionDigest: string;
  };
  /** The version that the actor saw; left out by timer and import. */
  seenVersion?: number;
  assumed?: string;
  source?: string;
  /** Of the server that identified the sender, over the claim (claim.ts). Persons' and imports' entries have one. */
  signature?: Signature;
  /** SHA-256 of the canonical snapshot the event led to. */
  stateHash: string;
  /** SHA-256 of the canonical effects it caused. */
  effectsHash: string;
  /** The previous entry's hash; 64 zeros for the first. */
  prev: string;
}

export interface Entry {
  /** Canonical JSON of the body: the very bytes that are hashed. */
  body: string;
  hash: string;
  /** Canonical JSON of the snapshot the event led to. */
  snapshot: string;
  /** Canonical JSON of the effects it caused. */
  effects: string;
}

export const GENESIS = '0'.repeat(64);

export { canonical };

export function digest(textValue: string): string {
  return bytesToHex(sha256(utf8ToBytes(textValue)));
}

const digests = new WeakMap<object, string>();

/** SHA-256 of a definition's canonical JSON; computed once per definition. */
export function definitionDigest(definition: object): string {
  const known = digests.get(definition) ?? digest(canonical(definition));
  digests.set(definition, known);
  return known;
}

/** A body before what the event led to is filled in. */
export type UnsealedBody = Omit<EntryBody, 'stateHash' | 'effectsHash'>;

/** Seals a body: fills in the hashes of state and effects, and gives the entry ready to append. */
export function seal(body: UnsealedBody, snapshot: unknown, effects: unknown): Entry {
  const [snapshotText, effectsText] = [canonical(snapshot), canonical(effects)];
  const hashes = { stateHash: digest(snapshotText), effectsHash: digest(effectsText) };
  const bodyText = canonical({ ...body, ...hashes });
  return { body: bodyText, hash: digest(bodyText), snapshot: snapshotText, effects: effectsText };
}

/** By which entries just written are told from others: of the last one. Not a proof. */
export const shortHash = (entries: readonly Pick<Entry, 'hash'>[]): string =>
  entries.at(-1)?.hash.slice(0, 16) ?? '';

/** What an append found. Either all of its entries were written, or none and what stands there comes back. */
export type AppendOutcome =
  | { status: 'appended' }
  /**
   * Something else stands at the first sequence number, or one of the request ids is already recorded: every
   * standing entry of the chain from that point on, in order. Nothing was written.
   */
  | { status: 'occupied'; entries: Entry[] };
