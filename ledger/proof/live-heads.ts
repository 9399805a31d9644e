// The record against what Temporal remembers: each workflow knows the sequence number and hash of its chain's last entry.
import type { ChainHead } from '../chain/entries.ts';
import type { Anchor } from './anchors.ts';
import type { Findings } from './findings.ts';
import type { Fault } from './wrong.ts';

/** A workflow's own word; `absent` where there is none that runs, `silent` where it cannot be asked. */
export type LiveHead = { chain: string; head: { seq: number; hash: string } | 'absent' | 'silent' };

/**
 * Behind is told apart from ahead: one follows the record when it is nudged, the other saw entries that are gone. An anchor
 * comes back for each head whose entry must still be looked up.
 */
export function compareLiveHeads(
  live: readonly LiveHead[],
  heads: readonly ChainHead[],
  findings: Findings,
): Anchor[] {
  findings.looked('workflows', live.length);
  const there = new Map(heads.map((head) => [head.chain, head]));
  const say = (chain: string, seq: number, what: Fault) =>
    findings.found({ chain, seq, what, recordedAt: null });
  return live.flatMap(({ chain, head }) => {
    const last = there.get(chain)?.seq ?? 0;
    if (head === 'absent') say(chain, 0, 'workflowAbsent');
    else if (head === 'silent') say(chain, 0, 'workflowSilent');
    else if (head.seq > last) say(chain, head.seq, 'workflowAhead');
    else {
      if (head.seq < last) say(chain, head.seq, 'workflowBehind');
      return head.seq === 0 ? [] : [{ chain, ...head }];
    }
    return [];
  });
}
