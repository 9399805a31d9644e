// The clock that a programme's workflows are started with. A rehearsal that is on record goes on where its record stands,
// whatever became of its workflows; only one without any entry begins on its first day.

import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Ledger } from '../../ledger/open.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { type Clock, realClock, rehearsalClock } from '../../workflows/clock.ts';
import { programmeSnapshotQuery, programmeWorkflowId } from '../../workflows/messages.ts';

export interface ClockSources {
  ledger: Pick<Ledger, 'newestEntries'>;
  temporal: Client;
}

export async function startingClock(
  { ledger, temporal }: ClockSources,
  { code, rehearsal, startAt }: ProgrammeDefinition,
): Promise<Clock> {
  if (!rehearsal) return realClock;
  return (
    (await recordedClock(ledger, code)) ??
    (await workflowClock(temporal, code)) ??
    rehearsalClock(Date.parse(startAt), Date.now())
  );
}

/**
 * Laid through the instants of the newest entry. It is older than every recorded move, so that workflows take all of
 * them from the record: a programme that began with a later one would pass over the very move that made it.
 */
export async function recordedClock(
  ledger: ClockSources['ledger'],
  programme: string,
): Promise<Clock | null> {
  const { items } = await ledger.newestEntries({ programme }, { limit: 1 });
  const [newest] = items.map(bodyOf);
  return newest ? rehearsalClock(Date.parse(newest.recordedAt), Date.parse(newest.wallAt)) : null;
}

/** Of a programme that runs, or has run, with nothing recorded: no move can be missing from its clock. */
async function workflowClock(temporal: Client, code: string): Promise<Clock | null> {
  try {
    const handle = temporal.workflow.getHandle(programmeWorkflowId(code));
    return (await handle.query(programmeSnapshotQuery)).clock;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
