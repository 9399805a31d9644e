// A signed checkpoint against the record: its key must be one that the programme's chain names for that moment; its heads are compared
// as any that were kept elsewhere (anchors.ts). That the file itself is whole was looked at before (fileFault).
import type postgres from 'postgres';
import type { SignedCheckpoint } from '../../machines/record/checkpoint.ts';
import { keyFault } from '../lock/checkpoints.ts';
import { type KnownKeys, keysAfterBytes } from '../lock/signatures.ts';
import type { Anchor } from './anchors.ts';
import { readBody } from './entries/entry-bytes.ts';
import type { Findings } from './findings.ts';

export const anchorsIn = ({ checkpoint: { heads, at } }: SignedCheckpoint): Anchor[] =>
  heads.map((head) => ({ ...head, at }));

export async function checkCheckpoint(
  tx: postgres.TransactionSql,
  signed: SignedCheckpoint,
  findings: Findings,
): Promise<void> {
  checkKey(signed, keysNamed(await bodiesOf(tx, signed.checkpoint.programme)), findings);
}

/** Whether the record names its key for that moment. */
export function checkKey(signed: SignedCheckpoint, keys: KnownKeys, findings: Findings): void {
  const { programme } = signed.checkpoint;
  const fault = keyFault(signed, keys);
  if (fault === null) return;
  const what = fault === 'unnamed' ? 'checkpointKey' : 'checkpointTime';
  findings.found({ chain: programme, seq: 0, what, recordedAt: null, detail: signed.signature.key });
}

/** The keys that the entries of a programme's own chain name, in their order. From the bytes: a column may say of an entry what it is not. */
export const keysNamed = (bodies: readonly string[]): KnownKeys =>
  bodies.flatMap((body) => readBody(body) ?? []).reduce<KnownKeys>(keysAfterBytes, new Map());

async function bodiesOf(tx: postgres.TransactionSql, programme: string): Promise<string[]> {
  const rows = await tx<{ body: string }[]>`
    select body from public.entry where chain = ${programme} and position('"signingKey.' in body) > 0 order by seq`;
  return rows.map(({ body }) => body);
}
