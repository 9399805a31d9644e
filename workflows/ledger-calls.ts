// How workflows reach their activities: timeouts and retries, in one place. An append is tried until the ledger gives a
// clear answer; a call to another workflow until it arrives.
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Awaited, CallingActivities, LedgerActivities } from './activities-wanted.ts';
import type { FollowedLedger } from './driver/ledger-wanted.ts';
import type { Milestone } from './messages.ts';

export const ledger = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});

/**
 * A chain's ledger as its driver follows it, which hands over what was announced to the chain and is not on it.
 * @param awaited the milestones that are waited for
 */
export const followedLedger = (
  awaited: readonly Awaited[] = [],
  hear: (unheard: Milestone[]) => void = () => undefined,
): FollowedLedger => ({
  appendEntries: (entries, wallMs, notAfter) => ledger.appendEntries(entries, wallMs, notAfter),
  recallEntries: (chain, keys) => ledger.recallEntries(chain, keys),
  entriesAfter: async (chain, after) => {
    const page = await ledger.entriesAfter(chain, after, awaited);
    if (page.unheard) hear(page.unheard);
    return page;
  },
});

export const { announceMilestone } = proxyActivities<Pick<CallingActivities, 'announceMilestone'>>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});

export const { tellClock } = proxyActivities<Pick<CallingActivities, 'tellClock'>>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '1 minute',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
});
