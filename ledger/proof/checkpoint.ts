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
  const { programme } = signed.checkpoint;
  const fault = keyFault(signed, await keysOf(tx, programme));
  if (fault === null) return;
  const what = fault === 'unnamed' ? 'checkpointKey' : 'checkpointTime';
  findings.found({ chain: programme, seq: 0, what, recordedAt: null, detail: signed.signature.key });
}

/** From the bytes: a column may say of an entry what it is not. */
async function keysOf(tx: postgres.TransactionSql, programme: string): Promise<KnownKeys> {
  const rows = await tx<{ body: string }[]>`
    select body from public.entry where chain = ${programme} and position('"signingKey.' in body) > 0 order by seq`;
  const bodies = rows.flatMap(({ body }) => readBody(body) ?? []);
  return bodies.reduce(keysAfterBytes, new Map());
}
