// The activities on the real servers: what a workflow is given of the ledger, and when a milestone is asked for again.
import { randomUUID } from 'node:crypto';
import { Client, type Connection, WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { connectTemporal } from '../../host/process/temporal-connection.ts';
import { openLedger } from '../../ledger/open.ts';
import { type Announcement, migrationWorkflowId } from '../../workflows/messages.ts';
import { submission } from '../builders/migration.ts';
import { begun, events, openRecord, type Record, systemNamed } from './record.ts';
import { Walk } from './walk.ts';

let record: Record;
let connection: Connection;
let client: Client;
let activities: ReturnType<typeof createActivities>;

beforeAll(async () => {
  record = await openRecord();
  connection = await connectTemporal({ address: inject('temporalAddress') });
  client = new Client({ connection });
  activities = createActivities({ ledger: record.ledger, client });
});
afterAll(async () => {
  await connection.close();
  await record.close();
});

/** When the entries were decided, as far as an append is concerned. */
const DECIDED = 1_700_000_000_000;

test('a workflow is given its own entries of a clash, pages of a chain, and entries by request id', async () => {
  const walk = await begun(record.ledger, 'followed');
  const all = [
    walk.take(events.held('2023-12-01T10:00:00+09:00')),
    walk.take(events.resumed('2023-12-02T10:00:00+09:00')),
  ];
  const [first, second] = all as [(typeof all)[0], (typeof all)[0]];
  const told = ({ body, hash, effects }: typeof first) => ({ body, hash, effects });
  expect(await activities.appendEntries([first], DECIDED)).toEqual({
    status: 'appended',
    last: first.hash.slice(0, 16),
    wallMs: DECIDED,
  });
  expect(await activities.appendEntries(all, DECIDED)).toEqual({ status: 'occupied', ours: [told(first)] });
  await activities.appendEntries([second], DECIDED);
  const page = await activities.entriesAfter(walk.chain, 1, []);
  expect(page).toEqual({ entries: [told(second)], snapshot: second.snapshot, more: false });
  expect(await activities.entriesAfter(walk.chain, 2, [])).toEqual({
    entries: [],
    snapshot: null,
    more: false,
  });
  const ids = all.map(({ body }) => `person:${(JSON.parse(body) as { requestId: string }).requestId}`);
  expect(await activities.recallEntries(walk.chain, ['none', ...ids].reverse())).toEqual(all.map(told));
  expect(await activities.clockMoves(walk.chain, 0)).toEqual([]);
});

test('an entry that can never be appended ends the retries; an unclear failure does not', async () => {
  const walk = await begun(record.ledger, 'refused');
  const entry = walk.take(events.held('2023-12-01T10:00:00+09:00'));
  await expect(activities.appendEntries([{ ...entry, hash: 'x' }], DECIDED)).rejects.toMatchObject({
    type: 'entry.hash',
    nonRetryable: true,
  });
  const gone = new URL(record.database.appUrl);
  gone.pathname = '/nowhere';
  const away = openLedger(gone.href);
  const failure = await createActivities({ ledger: away, client })
    .appendEntries([entry], DECIDED)
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'LedgerUnavailable' });
  expect(failure).not.toHaveProperty('nonRetryable', true);
  await away.close();
});

test('an entry ahead of the record, or of a definition not loaded yet, is tried again and then appended', async () => {
  const { ledger } = record;
  const walk = await begun(ledger, 'overtaken');
  const first = walk.take(events.held('2023-12-01T10:00:00+09:00'));
  const second = walk.take(events.resumed('2023-12-02T10:00:00+09:00'));
  const ahead = { type: 'chain.behind', nonRetryable: false };
  await expect(activities.appendEntries([second], DECIDED)).rejects.toMatchObject(ahead);
  await activities.appendEntries([first], DECIDED);
  expect(await activities.appendEntries([second], DECIDED)).toMatchObject({ status: 'appended' });

  const early = new Walk(systemNamed('early'));
  const entry = early.take(events.held('2023-12-01T10:00:00+09:00'));
  const unloaded = { type: 'definition.unknown', nonRetryable: false };
  await expect(activities.appendEntries([entry], DECIDED)).rejects.toMatchObject(unloaded);
  await ledger.load({ migrations: [early.kept] });
  expect(await activities.appendEntries([entry], DECIDED)).toMatchObject({ status: 'appended' });
});

test('an entry that follows another head than the one that stands ends the retries', async () => {
  const walk = await begun(record.ledger, 'diverged');
  const other = walk.next(events.held('2023-12-01T09:00:00+09:00')).entry;
  walk.take(events.held('2023-12-01T10:00:00+09:00'));
  const second = walk.take(events.resumed('2023-12-02T10:00:00+09:00'));
  await activities.appendEntries([other], DECIDED);
  const diverged = { type: 'chain.diverged', nonRetryable: true };
  await expect(activities.appendEntries([second], DECIDED)).rejects.toMatchObject(diverged);
});

const announcement = (workflowId: string): Announcement => {
  const actor = { kind: 'migration', account: 'renkei', name: '連携基盤', post: 'migration' } as const;
  const fact = { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' } as const;
  const given = { ...submission(fact, actor), fact, actor };
  return { workflowId, milestone: { submission: given } };
};

test('a milestone for a migration that does not run yet is asked for again until it has heard', async () => {
  const workflowId = migrationWorkflowId('131121', randomUUID());
  await expect(activities.announceMilestone(announcement(workflowId))).rejects.toThrow(WorkflowNotFoundError);
  const handle = await client.workflow.start('sleepWorkflow', {
    workflowId,
    taskQueue: 'nobody',
    args: ['1 day'],
  });
  await activities.announceMilestone(announcement(workflowId));
  const { events: history } = await handle.fetchHistory();
  expect(
    history?.some((event) => event.workflowExecutionSignaledEventAttributes?.signalName === 'milestone'),
  ).toBe(true);
  await handle.terminate();
  await expect(activities.announceMilestone(announcement(workflowId))).rejects.toThrow(WorkflowNotFoundError);
});
