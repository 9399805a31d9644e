// Carries word from one workflow to others: a milestone to a dependent migration, a clock move to all of a programme.
import { Context } from '@temporalio/activity';
import { type Client, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Ledger } from '../ledger/open.ts';
import { fewAtOnce } from '../machines/values/at-once.ts';
import type { CallingActivities } from '../workflows/activities-wanted.ts';
import {
  type ClockNews,
  type ClockRound,
  clockUpdate,
  failureTypes,
  milestoneSignal,
  updateIds,
} from '../workflows/messages.ts';
import { moveAt } from './confirm-moves.ts';

const HEARTBEAT_MS = 5_000;

export function callingActivities(
  client: Client,
  ledger: Pick<Ledger, 'entriesOfType'>,
): Pick<CallingActivities, 'announceMilestone' | 'tellClock'> {
  return {
    // One that does not run (yet, or while it is started anew) fails this and is tried again until it has heard.
    announceMilestone: ({ workflowId, milestone }) =>
      client.workflow.getHandle(workflowId).signal(milestoneSignal, milestone),
    tellClock: (round) =>
      whileBeating(async () => tellAll(client, await newsOf(ledger, round), round.workflowIds)),
  };
}

/** Most of a migration's share of a move is waiting: for two records to be on disk, and for messages between processes. */
const TOLD_AT_ONCE = 16;

/** With the move itself, so that nobody has to look for it. */
async function newsOf(
  ledger: Pick<Ledger, 'entriesOfType'>,
  { programme, revision }: ClockRound,
): Promise<ClockNews> {
  const said = programme === undefined ? null : await moveAt(ledger, programme, revision);
  return said === null ? { revision } : { revision, said };
}

async function tellAll(
  client: Client,
  news: ClockNews,
  workflowIds: readonly string[],
): Promise<{ fired: number }> {
  let fired = 0;
  const tell = async (workflowId: string) => {
    // Not `fired += await …`: that would read the sum before the wait, while others add to it.
    const here = await tellOne(client, workflowId, news);
    fired += here;
  };
  await fewAtOnce(workflowIds, tell, TOLD_AT_ONCE);
  return { fired };
}

/** The update's id is the move's own, so that a second try of this activity is answered by the first one's update. */
async function tellOne(client: Client, workflowId: string, news: ClockNews): Promise<number> {
  const updateId = updateIds.clock(news.revision);
  try {
    const handle = client.workflow.getHandle(workflowId);
    return (await handle.executeUpdate(clockUpdate, { args: [news], updateId })).fired;
  } catch (error) {
    // One that does not run yet reads the clock from the ledger when it starts; one may know this move already.
    if (error instanceof WorkflowNotFoundError || isKnown(error)) return 0;
    throw error;
  }
}

function isKnown(error: unknown): boolean {
  if (!(error instanceof WorkflowUpdateFailedError)) return false;
  return error.cause instanceof ApplicationFailure && error.cause.type === failureTypes.known;
}

export async function whileBeating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), HEARTBEAT_MS);
  try {
    // A worker that is told to stop waits for no run that it could itself no longer advance: another one tries again.
    return await Promise.race([work(), context.cancelled]);
  } finally {
    clearInterval(beat);
  }
}
