// Starts the workflows of a programme and gives them their past through the one door. Every step may be repeated: a
// workflow that runs goes on, and what is recorded already is not recorded again.
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import type { Submission } from '../../machines/migration/event.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import {
  type MigrationStart,
  migrationWorkflowId,
  migrationWorkflowType,
  type ProgrammeStart,
  taskQueue as productQueue,
  programmeSubmitUpdate,
  programmeWorkflowId,
  programmeWorkflowType,
  submitUpdate,
} from '../../workflows/messages.ts';

const CHUNK = 1000;
const ANSWER_MS = 60_000;

export type Starter = ReturnType<typeof createStarter>;

export function createStarter(temporal: Client, taskQueue: string = productQueue) {
  const { workflow } = temporal;
  const startOptions = (workflowId: string, start: MigrationStart | ProgrammeStart) => ({
    workflowId,
    taskQueue,
    args: [start],
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
  });
  return {
    /** Gives the number of entries that stand for the past. */
    programme: async (start: ProgrammeStart, past: readonly ProgrammeSubmission[]): Promise<number> => {
      const { definition } = start;
      const options = startOptions(programmeWorkflowId(definition.code), start);
      if (past.length === 0) await workflow.start(programmeWorkflowType, options);
      for (const [index, submissions] of chunks(past).entries()) {
        await temporal.withDeadline(Date.now() + ANSWER_MS, () =>
          workflow.executeUpdateWithStart(programmeSubmitUpdate, {
            args: [{ submissions }],
            updateId: `past/${index}`,
            startWorkflowOperation: new WithStartWorkflowOperation(programmeWorkflowType, options),
          }),
        );
      }
      return past.length;
    },
    migration: async (start: MigrationStart, past: readonly Submission[]): Promise<number> => {
      const { programme, system } = start.definition;
      const options = startOptions(migrationWorkflowId(programme.code, system.id), start);
      if (past.length === 0) await workflow.start(migrationWorkflowType, options);
      for (const [index, submissions] of chunks(past).entries()) {
        await temporal.withDeadline(Date.now() + ANSWER_MS, () =>
          workflow.executeUpdateWithStart(submitUpdate, {
            args: [{ submissions }],
            updateId: `past/${index}`,
            startWorkflowOperation: new WithStartWorkflowOperation(migrationWorkflowType, options),
          }),
        );
      }
      return past.length;
    },
  };
}

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}
