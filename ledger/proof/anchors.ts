// The record against heads that were kept elsewhere: on paper, in a mail, beside a command's sign-in, in a workflow. Only
// these show that a tail was cut off, or that a chain was forged whole by one who could also sign.
import type postgres from 'postgres';
import type { ChainHead } from '../chain/entries.ts';
import { readBody, sha256 } from './entries/entry-bytes.ts';
import type { Findings } from './findings.ts';

export interface Anchor extends ChainHead {
  /** When it was seen. */
  at?: string | undefined;
}

const AT_ONCE = 1000;

/** What it is where an entry is another, and where it is gone. */
const words = {
  anchors: ['anchor', 'cutOff'],
  remembered: ['rememberedDiffers', 'rememberedGone'],
  workflows: ['workflowDiffers', 'workflowAhead'],
} as const;

export async function checkAnchors(
  tx: postgres.TransactionSql,
  check: keyof typeof words,
  anchors: readonly Anchor[],
  findings: Findings,
): Promise<void> {
  findings.looked(check, check === 'workflows' ? 0 : anchors.length);
  for (let at = 0; at < anchors.length; at += AT_ONCE) {
    const some = anchors.slice(at, at + AT_ONCE);
    const there = await bodiesAt(tx, some);
    for (const anchor of some) compare(check, anchor, there.get(`${anchor.chain}#${anchor.seq}`), findings);
  }
}

/** One head with the entry that stands in its place; undefined where none does. */
export function compare(
  check: keyof typeof words,
  { chain, seq, hash, at: since }: Anchor,
  body: string | undefined,
  findings: Findings,
): void {
  if (body !== undefined && sha256(body) === hash) return;
  const [differs, gone] = words[check];
  const recordedAt = body === undefined ? null : (readBody(body)?.recordedAt ?? null);
  const detail = since === undefined ? {} : { detail: since };
  findings.found({ chain, seq, what: body === undefined ? gone : differs, recordedAt, ...detail });
}

async function bodiesAt(
  tx: postgres.TransactionSql,
  anchors: readonly Anchor[],
): Promise<Map<string, string>> {
  const asked = JSON.stringify(anchors.map(({ chain, seq }) => ({ chain, seq })));
  const rows = await tx<{ chain: string; seq: number; body: string }[]>`
    select e.chain, e.seq, e.body from jsonb_to_recordset(${asked}::text::jsonb) as asked (chain text, seq integer)
      join public.entry e on e.chain = asked.chain and e.seq = asked.seq`;
  return new Map(rows.map(({ chain, seq, body }) => [`${chain}#${seq}`, body]));
}
