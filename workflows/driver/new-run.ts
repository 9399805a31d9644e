// When a run has grown long enough to go on as a new one: only between handlers, so that nobody's answer is lost.
import { allHandlersFinished, workflowInfo } from '@temporalio/workflow';

/** A cached run costs memory and a lost one a replay: both grow with its history. */
const HISTORY_LIMIT = 1000;

export function isTimeForNewRun(historyLimit: number = HISTORY_LIMIT): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  return (continueAsNewSuggested || historyLength >= historyLimit) && allHandlersFinished();
}
