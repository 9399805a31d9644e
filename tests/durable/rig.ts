// One town for a test: its own database with its ledger, and its own task queue on a Temporal. Workers come and go.
import {
  Client,
  WithStartWorkflowOperation,
  type WorkflowHandle,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { inject } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { connectTemporal } from '../../host/process/temporal-connection.ts';
import type { KeptMigration } from '../../ledger/definitions/definitions.ts';
import { type Ledger, openLedger } from '../../ledger/open.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { deciding } from '../../machines/definition/parts.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { definitionDigest, type EntryBody } from '../../machines/record/entry.ts';
import { instantFromMs } from '../../machines/values/date.ts';
import { payloadCodecs } from '../../worker/definition-codec.ts';
import { type Clock, programmeMsAt, realClock } from '../../workflows/clock.ts';
import {
  definitionRef,
  failureTypes,
  type MigrationStart,
  migrationArguments,
  migrationWorkflowId,
  migrationWorkflowType,
  type ProgrammeStart,
  taskQueue as productQueue,
  programmeWorkflowId,
  programmeWorkflowType,
  type Submit,
  type Submitted,
  snapshotQuery,
  submitUpdate,
} from '../../workflows/messages.ts';
import { definition } from '../builders/migration.ts';
import { pin, pinnable, signed } from '../builders/signing.ts';
import { createDatabase } from '../servers/database.ts';
import type { TestDatabase } from '../servers/empty-database.ts';
import '../servers/quiet-runtime.ts';

export interface Rig {
  database: TestDatabase;
  ledger: Ledger;
  client: Client;
  native: NativeConnection;
  taskQueue: string;
  /** Workers that run, so that closing the rig stops them first. */
  working: Set<() => Promise<void>>;
  close: () => Promise<void>;
}

let rigs = 0;

/** @param address of a Temporal; the run's shared one when left out */
export async function createRig(address = inject('temporalAddress'), database?: TestDatabase): Promise<Rig> {
  const connection = await connectTemporal({ address });
  const native = await NativeConnection.connect({ address });
  const disconnect = async () => {
    await connection.close();
    await native.close();
  };
  return rigOn(new Client({ connection }), native, disconnect, database);
}

export async function rigOn(
  client: Client,
  native: NativeConnection,
  disconnect: () => Promise<void>,
  given?: TestDatabase,
  wallMs?: () => Promise<number>,
): Promise<Rig> {
  const database = given ?? (await createDatabase());
  const ledger = openLedger(database.appUrl, { connections: 4, pinnable, ...(wallMs ? { wallMs } : {}) });
  rigs += 1;
  const taskQueue = `${productQueue}-${process.pid}-${Date.now()}-${rigs}`;
  const working: Rig['working'] = new Set();
  const close = async () => {
    await Promise.all([...working].map((stop) => stop()));
    await disconnect();
    await ledger.close();
    await database.drop();
  };
  return { database, ledger, client, native, taskQueue, working, close };
}

/** As a worker of ours has them. */
export const definitionsOf = ({ ledger }: Pick<Rig, 'ledger'>) => ({
  payloadCodecs: payloadCodecs((digest) => ledger.definitions.byDigest(digest)),
});

export function createWorker(rig: Rig, options: Partial<WorkerOptions> = {}): Promise<Worker> {
  return Worker.create({
    connection: rig.native,
    taskQueue: rig.taskQueue,
    workflowBundle: { codePath: inject('workflowBundlePath') },
    activities: { ...createActivities(rig) },
    dataConverter: definitionsOf(rig),
    maxHeartbeatThrottleInterval: '5 seconds',
    shutdownGraceTime: '1 second',
    stickyQueueScheduleToStartTimeout: '2 seconds',
    // Each thread reads the whole bundle for itself, which is most of what a worker's start takes.
    workflowThreadPoolSize: 1,
    ...options,
  });
}

/** A worker that works at once, until it is stopped. */
export async function startWorker(
  rig: Rig,
  options: Partial<WorkerOptions> = {},
): Promise<() => Promise<void>> {
  const worker = await createWorker(rig, options);
  const run = worker.run();
  const stop = async () => {
    rig.working.delete(stop);
    worker.shutdown();
    await run;
  };
  rig.working.add(stop);
  return stop;
}

export interface Starting {
  begin?: MigrationStart['begin'];
  clock?: Clock;
  historyLimit?: number;
  /** How soon a task of a worker that died is given to another. A starved machine needs long for one that lives. */
  taskTimeout?: TaskTimeout;
}

type TaskTimeout = `${number} seconds`;

export const begin = { on: '2023-11-16', at: '2023-11-16T09:00:00+09:00' };

/** Loads a definition and gives the options that start its migration. */
export async function loadMigration(
  rig: Rig,
  definition: MigrationDefinition,
  { taskTimeout = '60 seconds', ...begun }: Starting = {},
): Promise<MigrationOptions> {
  const kept: KeptMigration = { definition, begin: begun.begin ?? begin };
  const { programme, system } = definition;
  await pin(rig.ledger, programme.code, programme.rehearsal);
  await rig.ledger.load({ migrations: [kept] });
  return {
    taskQueue: rig.taskQueue,
    workflowId: migrationWorkflowId(programme.code, system.id),
    workflowTaskTimeout: taskTimeout,
    args: migrationArguments({ clock: realClock, ...begun, begin: kept.begin }, deciding(definition).digest),
  };
}

type MigrationWorkflow = (input: MigrationStart, definition: string) => Promise<void>;
type ProgrammeWorkflow = (input: ProgrammeStart, definition: string) => Promise<void>;
export interface MigrationOptions {
  taskQueue: string;
  workflowId: string;
  workflowTaskTimeout: TaskTimeout;
  args: [MigrationStart, string];
}

export async function startMigration(rig: Rig, definition: MigrationDefinition, starting: Starting = {}) {
  const options = await loadMigration(rig, definition, starting);
  return rig.client.workflow.start<MigrationWorkflow>(migrationWorkflowType, options);
}

/** Starts a migration with its history, as the server does. */
export async function importMigration(
  rig: Rig,
  definition: MigrationDefinition,
  history: Submission[],
  starting: Starting = {},
): Promise<Submitted> {
  const options = await loadMigration(rig, definition, starting);
  const startWorkflowOperation = new WithStartWorkflowOperation<MigrationWorkflow>(migrationWorkflowType, {
    ...options,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
  const args = [submitMessage(chainOfTown(definition), history)] as [Submit];
  return rig.client.workflow.executeUpdateWithStart(submitUpdate, { args, startWorkflowOperation });
}

export async function startProgramme(rig: Rig, definition: ProgrammeDefinition, clock: Clock) {
  await rig.ledger.load({ programme: definition, migrations: [] });
  const at = instantFromMs(programmeMsAt(clock, Date.now()));
  await pin(rig.ledger, definition.code, definition.rehearsal, {
    recordedAt: at,
    wallAt: instantFromMs(Date.now()),
  });
  const digest = definitionDigest(definition);
  return rig.client.workflow.start<ProgrammeWorkflow>(programmeWorkflowType, {
    taskQueue: rig.taskQueue,
    workflowId: programmeWorkflowId(definition.code),
    args: [{ clock, decidedBy: digest }, definitionRef(digest)],
  });
}

/** A second workflow of a chain has a name after it. */
export const chainOfWorkflow = (workflowId: string): string => workflowId.split('/').slice(1, 3).join('/');

/** As a server signs it. */
export function submitMessage(chain: string, submissions: Submission[]): Submit {
  // Whether a workflow takes it is what tests ask.
  return { submissions: submissions.map((submission) => signed(chain, submission)) } as Submit;
}

export function submitTo(handle: WorkflowHandle, ...submissions: Submission[]): Promise<Submitted> {
  const chain = chainOfWorkflow(handle.workflowId);
  return handle.executeUpdate(submitUpdate, { args: [submitMessage(chain, submissions)] });
}

/** As the server's door does: with the number of entries that stood before it was sent. */
export async function submitKnowing(
  rig: Rig,
  definition: MigrationDefinition,
  ...submissions: Submission[]
): Promise<Submitted> {
  const { programme, system } = definition;
  const chain = chainOf(programme.code, system.id);
  const head = await rig.ledger.headSeq(chain);
  const handle = rig.client.workflow.getHandle(migrationWorkflowId(programme.code, system.id));
  return handle.executeUpdate(submitUpdate, { args: [{ ...submitMessage(chain, submissions), head }] });
}

export const standingOf = (handle: WorkflowHandle) => handle.query(snapshotQuery);

/** The whole chain's bodies, in order. */
export async function bodiesOf(rig: Rig, chain: string): Promise<EntryBody[]> {
  const entries = await rig.ledger.entries(chain, 0, 10_000);
  return entries.map(({ body }) => JSON.parse(body) as EntryBody);
}

/** The refusal codes, or the type of failure, of an update that is expected to fail. */
export async function refusalOf(update: Promise<unknown>): Promise<string[]> {
  try {
    await update;
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure))
      throw error;
    const { type, details } = error.cause;
    if (type !== failureTypes.refused) return [type ?? ''];
    const [refusals] = details as [{ code: string }[]]; // what the driver refuses with
    return refusals.map(({ code }) => code);
  }
  throw new Error('nothing was refused');
}

let codes = 100_000 + (process.pid % 800) * 1_000;

/** A code that no other test's workflows use: a process has a thousand. */
export function freshCode(): string {
  codes += 1;
  return String(codes);
}

/** The small migration on a real clock, in a municipality of its own. */
export function townOf(over: Partial<MigrationDefinition> = {}, rehearsal = false): MigrationDefinition {
  const base = definition({ deadlines: [], ...over });
  return { ...base, programme: { ...base.programme, code: freshCode(), rehearsal } };
}

export const chainOfTown = ({ programme, system }: MigrationDefinition) => chainOf(programme.code, system.id);
