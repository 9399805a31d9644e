// The ends of all chains of a programme at one moment, as one text that is signed and kept elsewhere: a chain alone does not show that
// its tail was cut off. Pure: who signs, who checks the signature and where it is kept is known elsewhere.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { canonical } from './canonical.ts';
import { chainForm, programmeKeyForm, programmeOf } from './chain.ts';
import { publicKey } from './claim.ts';
import { signature } from './signature.ts';

/** Says what is signed: no signature of a claim (claim.ts) is ever taken for one of these. */
const PURPOSE = 'sekimori/checkpoint/1';

/** A programme has far fewer chains. */
export const CHAINS_AT_MOST = 5000;

const digest = z.string().regex(/^[0-9a-f]{64}$/, { message: 'digest' });

/** The last entry of one chain. */
const chainEnd = z.strictObject({
  chain: z.string().max(200).regex(chainForm, { message: 'chain' }),
  seq: z.number().int().min(1).max(2_147_483_647),
  hash: digest,
});

const checkpointBody = z.strictObject({
  purpose: z.literal(PURPOSE),
  programme: z.string().regex(programmeKeyForm, { message: 'programme' }),
  rehearsal: z.boolean(),
  /** On the wall, when the ends were read. */
  at: z.iso.datetime({ offset: true }),
  /** The digest of the last daily one before; null before the first. */
  previous: digest.nullable(),
  /** Of every chain that has an entry, the programme's own among them, in the order of code points. */
  heads: z.array(chainEnd).min(1).max(CHAINS_AT_MOST),
});
export type Checkpoint = z.infer<typeof checkpointBody>;

/** What is kept: the checkpoint, and by which key it is signed. */
export const signedCheckpoint = z.strictObject({
  checkpoint: checkpointBody,
  /** SHA-256 of the checkpoint's canonical JSON (RFC 8785), which the signature covers too. */
  digest,
  publicKey,
  signature,
});
export type SignedCheckpoint = z.infer<typeof signedCheckpoint>;

/** @param given heads in any order */
export function checkpointOf({ heads, ...given }: Omit<Checkpoint, 'purpose'>): Checkpoint {
  const ends = heads.map(({ chain, seq, hash }) => ({ chain, seq, hash }));
  return { purpose: PURPOSE, ...given, heads: ends.sort(byChain) };
}

/** The very text that is hashed and signed. */
export const checkpointText = (checkpoint: Checkpoint): string => canonical(checkpoint);

export const checkpointDigest = (checkpoint: Checkpoint): string =>
  bytesToHex(sha256(utf8ToBytes(checkpointText(checkpoint))));

export type ContentFault = 'heads' | 'digest';

/** What of it cannot be as a server makes them, whoever signed it; null where nothing is. */
export function contentFault({ checkpoint, digest: stated }: SignedCheckpoint): ContentFault | null {
  const { programme, heads } = checkpoint;
  const isEach = heads.every(
    ({ chain }, index) =>
      programmeOf(chain) === programme && (index === 0 || chain > (heads[index - 1]?.chain ?? '')),
  );
  if (!isEach || heads[0]?.chain !== programme) return 'heads';
  return checkpointDigest(checkpoint) === stated ? null : 'digest';
}

/** Names of chains are ASCII: units and code points are the same. */
const byChain = (a: { chain: string }, b: { chain: string }): number => (a.chain < b.chain ? -1 : 1);
