// A worker process that can be killed from outside, or that kills itself at one point around a commit. Its orders come
// as JSON in its only argument.
import { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { exitWithParent } from '../../host/process/parent.ts';
import { openLedger } from '../../ledger/open.ts';
import { programmeOf } from '../../machines/record/chain.ts';
import { type Entry, type EntryBody, seal } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { instantFromMs } from '../../machines/values/date.ts';
import { payloadCodecs } from '../../worker/definition-codec.ts';
import { showLife } from '../../worker/sign-of-life.ts';
import { pinnable } from '../builders/signing.ts';

/**
 * Where it dies, counted from its start: in append `nth`, before it, after its commit, or a moment after its answer. Or it lives,
 * and the run is handed the answer to what a lost task of it had appended; or that, up to append `nth`, and each time again the
 * first page that it had read of its ledger.
 */
export interface Fault {
  at: 'beforeCommit' | 'afterCommit' | 'afterAnswer' | 'lostTask' | 'lostPages';
  nth: number;
}

export interface Orders {
  address: string;
  databaseUrl: string;
  taskQueue: string;
  bundlePath: string;
  fault: Fault | null;
  /** How far its wall is ahead of this machine's, as that of a Temporal that skips time is. */
  aheadMs: number;
  /** None are kept where no other worker could take over what waits for this one: a Temporal that skips time gives it to nobody else. */
  isCaching: boolean;
}

exitWithParent(async () => undefined); // what it leaves undone is the next one's
const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const wallMs = () => Date.now() + orders.aheadMs;
const ledger = openLedger(orders.databaseUrl, { connections: 4, pinnable, wallMs });
const connection = await NativeConnection.connect({ address: orders.address });
const activities = createActivities({ ledger, client: new Client({ connection }) });
const die = () => process.kill(process.pid, 'SIGKILL');
let appends = 0;

const appendEntries: typeof activities.appendEntries = async (...given) => {
  appends += 1;
  const fault = orders.fault?.nth === appends ? orders.fault.at : null;
  if (fault === 'beforeCommit') die();
  const [entries, ...when] = given;
  const isLost = fault === 'lostTask' || isLosingPages();
  const outcome = await activities.appendEntries(isLost ? entries.map(decidedBefore) : entries, ...when);
  if (fault === 'afterCommit') die();
  if (fault === 'afterAnswer') setTimeout(die, 3);
  return outcome;
};

const appendMoved: typeof activities.appendMoved = async (entries, wallMs, said) => {
  const [first] = entries;
  const chain = first ? programmeOf(bodyOf(first).chain) : '';
  if (!(await activities.wasMoved(chain, said))) return { status: 'unmoved', isConfirmed: false };
  return { ...(await appendEntries(entries, wallMs)), isConfirmed: true };
};

const isLosingPages = () => orders.fault?.at === 'lostPages' && appends <= orders.fault.nth;

type Page = Awaited<ReturnType<typeof activities.entriesAfter>>;
let firstPage: Page | null = null;
let handedAgain = 0;
const entriesAfter: typeof activities.entriesAfter = async (...given) => {
  const page = await activities.entriesAfter(...given);
  if (!isLosingPages() || page.entries.length === 0) return page;
  firstPage ??= page;
  // Once for each append: an answer that was left over is handed over once.
  handedAgain += 1;
  return handedAgain % 2 === 0 ? firstPage : page;
};

/** The same claim, as a task a second earlier had decided it. */
function decidedBefore({ body, snapshot, effects }: Entry): Entry {
  const { stateHash: _state, effectsHash: _effects, ...claimed } = JSON.parse(body) as EntryBody;
  const recordedAt = instantFromMs(Date.parse(claimed.recordedAt) - 1000);
  const wallAt = claimed.rehearsal ? claimed.wallAt : recordedAt;
  return seal({ ...claimed, recordedAt, wallAt }, JSON.parse(snapshot), JSON.parse(effects));
}

const worker = await Worker.create({
  connection,
  taskQueue: orders.taskQueue,
  workflowBundle: { codePath: orders.bundlePath },
  activities: { ...activities, appendEntries, appendMoved, entriesAfter },
  dataConverter: { payloadCodecs: payloadCodecs((digest) => ledger.definitions.byDigest(digest)) },
  maxHeartbeatThrottleInterval: '5 seconds',
  stickyQueueScheduleToStartTimeout: '1 second',
  workflowThreadPoolSize: 1,
  ...(orders.isCaching ? {} : { maxCachedWorkflows: 0 }),
});
const { taskQueue } = orders;
const onTrouble = (error: unknown) => console.error(error);
void showLife({ beats: ledger.workerBeats, taskQueue, onTrouble }, new AbortController().signal);
console.log('working');
await worker.run();
