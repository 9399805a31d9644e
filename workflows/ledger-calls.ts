// How workflows reach their activities: timeouts and retries, in one place. An append is tried until the ledger gives a
// clear answer; a call to another workflow until it arrives.
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CallingActivities, LedgerActivities } from './activities-wanted.ts';

export const ledger = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '15 seconds' },
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
