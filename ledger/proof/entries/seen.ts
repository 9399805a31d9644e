// 後閲, from the chains alone: what each says was decided, and in whose name, stands in the entry that it names.
import type { EntriesBetween } from '../../chain/corrected.ts';
import { entrySeen, isSeenTruly } from '../../chain/seen.ts';
import type { Findings } from '../findings.ts';
import type { Visited, Visitor } from './visitors.ts';

export function seenEntries(entries: EntriesBetween, findings: Findings): Visitor {
  const look = async ({ row: { chain, seq }, body }: Visited): Promise<void> => {
    findings.looked('automatic', 1);
    if (await isSeenTruly(entries, body)) return;
    const detail = String(body.fact.entry);
    findings.found({ chain, seq, what: 'seen', recordedAt: body.recordedAt, detail });
  };
  return { visit: (visited) => (entrySeen(visited.body) === null ? undefined : look(visited)) };
}
