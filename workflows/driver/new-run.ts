// When a run that has grown long goes on as a new one: in a task that does nothing else. A task that ends its run is given
// back where something arrived meanwhile, with all that it did: then it must not have recorded anything.
import { allHandlersFinished, sleep, workflowInfo } from '@temporalio/workflow';

/** A cached run costs memory and a lost one a replay: both grow with its history. */
const HISTORY_LIMIT = 1000;
/** At so many times its limit a run that never comes to rest goes on as a new one between two handlers. */
const LONGEST = 1.5;

/** @param turns how much has happened so far in this run */
export async function livedLong(
  live: (over: () => boolean) => Promise<void>,
  turns: () => number,
  historyLimit: number = HISTORY_LIMIT,
): Promise<void> {
  for (;;) {
    await live(() => isLong(historyLimit) && allHandlersFinished());
    if (workflowInfo().historyLength >= LONGEST * historyLimit) return;
    const before = turns();
    // Ends this task, so that the next one begins with the timer alone, or with what arrived.
    await sleep(1, { summary: 'before a new run' });
    if (turns() === before && allHandlersFinished()) return;
  }
}

function isLong(historyLimit: number): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return continueAsNewSuggested || historyLength >= historyLimit;
}
