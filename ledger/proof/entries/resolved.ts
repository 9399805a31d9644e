// Resolutions, from the chains alone: what each migration says that a body resolved is what its programme's chain resolved.
import type { EntriesBetween } from '../../chain/corrected.ts';
import { closingNamed, isResolvedTruly } from '../../chain/resolved.ts';
import type { Findings } from '../findings.ts';
import type { Visited, Visitor } from './visitors.ts';

export function resolvedEntries(entries: EntriesBetween, findings: Findings): Visitor {
  const look = async ({ row: { chain, seq }, body }: Visited): Promise<void> => {
    findings.looked('automatic', 1);
    if (await isResolvedTruly(entries, body)) return;
    const detail = String(closingNamed(body)?.seq ?? 0);
    findings.found({ chain, seq, what: 'resolution', recordedAt: body.recordedAt, detail });
  };
  return { visit: (visited) => (closingNamed(visited.body) === null ? undefined : look(visited)) };
}
