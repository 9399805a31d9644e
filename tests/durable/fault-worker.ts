// A worker process that can be killed from outside, or that kills itself at one point around a commit. Its orders come
// as JSON in its only argument.
import { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { exitWithParent } from '../../host/process/parent.ts';
import { openLedger } from '../../ledger/open.ts';
import { showLife } from '../../worker/sign-of-life.ts';
import { pinnable } from '../builders/signing.ts';

/** Where it dies, counted from its start: in append `nth`, before it, after its commit, or a moment after its answer. */
export interface Fault {
  at: 'beforeCommit' | 'afterCommit' | 'afterAnswer';
  nth: number;
}

export interface Orders {
  address: string;
  databaseUrl: string;
  taskQueue: string;
  bundlePath: string;
  fault: Fault | null;
}

exitWithParent(async () => undefined); // what it leaves undone is the next one's
const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const ledger = openLedger(orders.databaseUrl, { connections: 4, pinnable });
const connection = await NativeConnection.connect({ address: orders.address });
const activities = createActivities({ ledger, client: new Client({ connection }) });
const die = () => process.kill(process.pid, 'SIGKILL');
let appends = 0;

const appendEntries: typeof activities.appendEntries = async (...given) => {
  appends += 1;
  const fault = orders.fault?.nth === appends ? orders.fault.at : null;
  if (fault === 'beforeCommit') die();
  const outcome = await activities.appendEntries(...given);
  if (fault === 'afterCommit') die();
  if (fault === 'afterAnswer') setTimeout(die, 3);
  return outcome;
};

const worker = await Worker.create({
  connection,
  taskQueue: orders.taskQueue,
  workflowBundle: { codePath: orders.bundlePath },
  activities: { ...activities, appendEntries },
  stickyQueueScheduleToStartTimeout: '1 second',
});
const { taskQueue } = orders;
const onTrouble = (error: unknown) => console.error(error);
void showLife({ beats: ledger.workerBeats, taskQueue, onTrouble }, new AbortController().signal);
console.log('working');
await worker.run();
