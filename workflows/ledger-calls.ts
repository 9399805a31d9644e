// How workflows reach their activities: timeouts and retries, in one place. An append is tried until the ledger gives a
// clear answer; a call to another workflow until it arrives.
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CallingActivities, LedgerActivities } from './activities-wanted.ts';
import type { FollowedLedger } from './driver/ledger-wanted.ts';

export const ledger = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});

/** A chain's ledger as its driver follows it. */
export const followedLedger: FollowedLedger = {
  appendEntries: (entries, wallMs, notAfter) => ledger.appendEntries(entries, wallMs, notAfter),
  recallEntries: (chain, keys) => ledger.recallEntries(chain, keys),
  entriesAfter: (chain, after) => ledger.entriesAfter(chain, after, []),
};

export const { announceMilestone } = proxyActivities<Pick<CallingActivities, 'announceMilestone'>>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});

/** A definition by its digest, before anything is decided by it. */
export async function definitionOf<Definition extends object>(digest: string): Promise<Definition> {
  const given = await ledger.definitionOf(digest);
  if (typeof given === 'string') throw new Error(`the worker puts nothing in the place of ${given}`);
  // What is kept by a digest is what was kept by it: of the type that named it.
  return given as Definition;
}

export const { tellClock, tellAdoption, tellOccurrence } = proxyActivities<
  Pick<CallingActivities, 'tellClock' | 'tellAdoption' | 'tellOccurrence'>
>({
  startToCloseTimeout: '30 minutes',
  // What a lost worker was telling is told on by another so soon.
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});
