// A migration that begins with its past on the real engine: what its start costs, what it knows after it, and how its past is carried.
import { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import { packing, unpacking } from '../../host/process/temporal/packed-payloads.ts';
import { migrationWorkflowId, submitUpdate } from '../../workflows/messages.ts';
import { imported } from './people.ts';
import {
  bodiesOf,
  chainOfTown,
  createRig,
  importMigration,
  type Rig,
  standingOf,
  startMigration,
  startWorker,
  submitMessage,
  submitTo,
  townOf,
} from './rig.ts';

let rig: Rig;
let stop: () => Promise<void>;
beforeAll(async () => {
  rig = await createRig();
  stop = await startWorker(rig);
});
afterAll(async () => {
  await stop();
  await rig.close();
});

const past = [
  imported({ type: 'gate.imported', phase: 'fit-gap', source: 'p. 7' }, { occurredOn: '2023-05' }),
  imported({ type: 'steps.recorded', statuses: { '③-2': 'done' } }, { occurredOn: '2023-06-01' }),
];
const further = [
  { type: 'steps.recorded', statuses: { '③-1': 'done' } },
  { occurredOn: '2023-06-02' },
] as const;
const begun = { begin: { on: '2023-04', at: '2023-11-16T09:00:00+09:00' } };

type Town = ReturnType<typeof townOf>;
const handleOf = ({ programme, system }: Town) =>
  rig.client.workflow.getHandle(migrationWorkflowId(programme.code, system.id));
const eventsOf = async (town: Town) => (await handleOf(town).fetchHistory()).events ?? [];

describe('a migration that begins with its past', () => {
  it('asks its ledger once, and is shown once', async () => {
    const town = townOf();
    await importMigration(rig, town, past, begun);
    const events = await eventsOf(town);
    expect(events.filter((event) => event.markerRecordedEventAttributes)).toHaveLength(1);
    expect(events.filter((event) => event.upsertWorkflowSearchAttributesEventAttributes)).toHaveLength(1);
  });

  it('goes on with what comes after it', async () => {
    const town = townOf();
    await importMigration(rig, town, past, begun);
    const answer = await submitTo(handleOf(town), imported(...further));
    expect(answer.version).toBe(3);
    expect(await standingOf(handleOf(town))).toMatchObject({ seq: 3 });
  });

  it('asks again where its append brought news that were asked for from elsewhere', async () => {
    const other = await createRig();
    const activities = createActivities(other);
    const appendForNews: typeof activities.appendForNews = async (...given) => {
      const { news, ...answer } = await activities.appendForNews(...given);
      return news ? { ...answer, news: { ...news, after: news.after + 5 } } : answer;
    };
    try {
      await startWorker(other, { activities: { ...activities, appendForNews } });
      const town = townOf();
      await importMigration(other, town, past, begun);
      const handle = other.client.workflow.getHandle(
        migrationWorkflowId(town.programme.code, town.system.id),
      );
      expect((await submitTo(handle, imported(...further))).version).toBe(3);
      const { events } = await handle.fetchHistory();
      // The append, the page that was asked for again, the next append.
      expect(events?.filter((event) => event.markerRecordedEventAttributes)).toHaveLength(3);
    } finally {
      await other.close();
    }
  });

  it('names no entries in an answer that is to be brief', async () => {
    const town = townOf();
    const handle = await startMigration(rig, town, begun);
    const message = submitMessage(chainOfTown(town), past);
    const answer = await handle.executeUpdate(submitUpdate, { args: [{ ...message, isBrief: true }] });
    expect(answer).toEqual({ version: 2, entries: [], repeated: false });
  });

  it('begins anew from the ledger, whoever speaks to it first', async () => {
    const town = townOf();
    await importMigration(rig, town, past, begun);
    await handleOf(town).terminate();
    const again = await startMigration(rig, town, begun);
    const answer = await submitTo(again, imported(...further));
    expect(answer.version).toBe(3);
    expect((await bodiesOf(rig, chainOfTown(town))).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('is given a past that was packed on its way, and keeps it packed', async () => {
    const town = townOf();
    const { connection } = rig.client;
    const client = new Client({ connection, dataConverter: { payloadCodecs: [packing] } });
    const source = `p. 7${', p. 8'.repeat(300)}`;
    const long = past.map((one) => ({ ...one, source }));
    await importMigration({ ...rig, client }, town, long, begun);
    const bodies = await bodiesOf(rig, chainOfTown(town));
    expect(bodies.map((body) => body.source)).toEqual([source, source]);
    const accepted = (await eventsOf(town)).find(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes,
    );
    const [kept] =
      accepted?.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads ?? [];
    expect(kept?.data?.length).toBeLessThan(1_500);
  });
});

describe('a payload', () => {
  const long = defaultPayloadConverter.toPayload({ text: 'あ'.repeat(5_000) });

  it('that is long is smaller when it is packed, and the same once it is read', async () => {
    const [packed] = await packing.encode([long]);
    expect(packed?.data?.length).toBeLessThan(500);
    const [read] = await unpacking.decode([packed as typeof long]);
    expect(defaultPayloadConverter.fromPayload(read as typeof long)).toEqual({ text: 'あ'.repeat(5_000) });
  });

  it('that is short, or comes from a worker, is left as it is', async () => {
    const short = defaultPayloadConverter.toPayload({ text: 'あ' });
    expect(await packing.encode([short])).toEqual([short]);
    expect(await packing.decode([short])).toEqual([short]);
    expect(await unpacking.encode([long])).toEqual([long]);
  });

  it('that would grow beyond what Temporal takes is not read', async () => {
    const bomb = defaultPayloadConverter.toPayload('x'.repeat(5 * 1024 * 1024));
    const packed = await packing.encode([bomb]);
    await expect(unpacking.decode(packed)).rejects.toThrow();
  });
});
