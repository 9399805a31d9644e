// One workflow each, driven by one client that sends the next event of the walk when the last one is answered. A bare lane
// and one of ours differ in the workflow alone: the same client, the same message, the same update ids.

import type { Client, WorkflowHandle } from '@temporalio/client';
import type { Signer } from '../../ledger/lock/signer.ts';
import type { Ledger } from '../../ledger/open.ts';
import { deciding } from '../../machines/definition/parts.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { realClock } from '../../workflows/clock.ts';
import {
  migrationArguments,
  migrationWorkflowId,
  migrationWorkflowType,
  taskQueue,
} from '../../workflows/messages.ts';
import { openProgramme, plainProgramme } from '../first-entry.ts';
import { walkEvent, walkedDefinition } from './approval-walk.ts';
import { bareTaskQueue, bareWorkflowType } from './bare-names.ts';

export interface Sample {
  ms: number;
  type: string;
}

export interface Lane {
  workflowId: string;
  /** Sends the walk's next event and waits for its answer. */
  next: () => Promise<Sample>;
}

const update = 'submit';
const code = '131121';
/** A Temporal that is not ours may still have those of a run that broke off. */
const workflowIdConflictPolicy = 'TERMINATE_EXISTING' as const;

/** `signer`: null where nobody asks for a signature. */
function laneOn(handle: WorkflowHandle, signer: Signer | null): Lane {
  let place = 0;
  return {
    workflowId: handle.workflowId,
    async next() {
      const { fact, actor } = walkEvent(place);
      const requestId = `${handle.workflowId}/${place}`;
      const occurredOn = dayOf(instantFromMs(Date.now()));
      const given = { fact, actor, occurredOn, requestId, seenVersion: place };
      const began = performance.now();
      const submission = signer ? signer.sign(handle.workflowId.replace('migration/', ''), given) : given;
      const message: { submissions: unknown[]; head: number } = { submissions: [submission], head: place };
      const answer = await handle.executeUpdate<{ version: number }, [typeof message]>(update, {
        updateId: requestId,
        args: [message],
      });
      const ms = performance.now() - began;
      place += 1;
      if (answer.version !== place) throw new Error(`version ${answer.version} after ${place} events`);
      return { ms, type: fact.type };
    },
  };
}

/** Leaves none running: a Temporal that is not ours outlives the bench. */
export async function endLanes(client: Client, lanes: readonly Lane[]): Promise<void> {
  await Promise.all(lanes.map(({ workflowId }) => client.workflow.getHandle(workflowId).terminate()));
}

export function startBareLanes(client: Client, count: number): Promise<Lane[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const workflowId = `bare/${index}`;
      const options = { workflowId, taskQueue: bareTaskQueue, workflowIdConflictPolicy };
      return laneOn(await client.workflow.start(bareWorkflowType, options), null);
    }),
  );
}

export async function startOurLanes(
  client: Client,
  ledger: Ledger,
  signer: Signer,
  count: number,
): Promise<Lane[]> {
  const at = instantFromMs(Date.now());
  const begin = { on: dayOf(at), at };
  const definitions = Array.from({ length: count }, (_, index) =>
    walkedDefinition(code, `bench-${index}`, begin.on),
  );
  const systems = definitions.map(({ system }) => system.id);
  await openProgramme(ledger, plainProgramme(code, at, systems), { recordedAt: at, wallAt: at }, signer);
  await ledger.load({ migrations: definitions.map((definition) => ({ definition, begin })) });
  return Promise.all(
    definitions.map(async (definition) => {
      const { digest } = deciding(definition);
      const workflowId = migrationWorkflowId(code, definition.system.id);
      return laneOn(
        await client.workflow.start(migrationWorkflowType, {
          workflowId,
          taskQueue,
          workflowIdConflictPolicy,
          args: migrationArguments({ begin, clock: realClock }, digest),
        }),
        signer,
      );
    }),
  );
}
