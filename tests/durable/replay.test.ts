// Runs that began on an earlier release go on with today's code: every stored history is replayed on today's bundle.
// One is added when a workflow changes; none is ever edited. tests/histories/README.md says how.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { payloadCodecs } from '../../worker/definition-codec.ts';
import { DEFINITION_REF } from '../../workflows/messages.ts';
import '../servers/quiet-runtime.ts';

const folder = fileURLToPath(new URL('../histories', import.meta.url));
const stored = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.history'))
  .sort();

const historyOf = (name: string) =>
  proto.temporal.api.history.v1.History.decode(readFileSync(`${folder}/${name}`));

/** The definitions that the runs were given, by digest: they lie beside their histories. */
const definitions = new Map(
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.definition'))
    .map((name) => [basename(name, '.definition'), `${folder}/${name}`]),
);

const definitionOf = async (digest: string): Promise<object | null> => {
  const path = definitions.get(digest);
  return path === undefined ? null : JSON.parse(readFileSync(path, 'utf8'));
};

const replay = (history: StoredHistory) =>
  Worker.runReplayHistory(
    {
      workflowBundle: { codePath: inject('workflowBundlePath') },
      dataConverter: { payloadCodecs: payloadCodecs(definitionOf) },
    },
    history,
    'stored',
  );

type StoredHistory = ReturnType<typeof historyOf>;

const localActivity = z.looseObject({
  complete_time: z.strictObject({ seconds: z.number(), nanos: z.number() }),
});

/** Each answer of the ledger comes at the end of its task: a task that ends by a heartbeat hands it to the next one. */
function answeredLate(history: StoredHistory): number {
  const markers = history.events.flatMap(({ eventTime, markerRecordedEventAttributes }) => {
    const told = markerRecordedEventAttributes?.details?.data?.payloads?.[0];
    return eventTime && told?.data ? [{ eventTime, told, data: told.data }] : [];
  });
  for (const { eventTime, told, data } of markers) {
    const body = localActivity.parse(JSON.parse(Buffer.from(data).toString()));
    const complete_time = { seconds: Number(eventTime.seconds), nanos: eventTime.nanos ?? 0 };
    told.data = Buffer.from(JSON.stringify({ ...body, complete_time }));
  }
  return markers.length;
}

/** Each task is said to have begun a second later than it had: the engine writes some down anew only when they end. */
function begunLate(history: StoredHistory): number {
  const begun = history.events.filter((event) => event.workflowTaskStartedEventAttributes);
  for (const event of begun) {
    const seconds = Number(event.eventTime?.seconds) + 1;
    event.eventTime = proto.google.protobuf.Timestamp.fromObject({ seconds, nanos: event.eventTime?.nanos });
  }
  return begun.length;
}

describe('a stored history', () => {
  it('is there for both kinds of workflow', () => {
    const types = stored.map(
      (name) => historyOf(name).events[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name,
    );
    expect(types).toContain('migrationWorkflow');
    expect(types).toContain('programmeWorkflow');
  });

  it('is there of runs that were given their definition by its digest, and have adopted another', () => {
    const names = (name: string) =>
      new Set(
        readFileSync(`${folder}/${name}`, 'latin1').match(new RegExp(`${DEFINITION_REF}[0-9a-f]{64}`, 'g')),
      );
    const counts = stored.map((name) => [name, names(name).size] as const);
    expect(counts.filter(([name]) => name.includes('migration')).some(([, count]) => count > 1)).toBe(true);
    expect(counts.filter(([name]) => name.includes('programme')).some(([, count]) => count > 0)).toBe(true);
  });

  it.each(stored)('%s is decided again as it was', async (name) => {
    await expect(replay(historyOf(name))).resolves.toBeUndefined();
  });

  describe.each(stored)('%s is decided the same', (name) => {
    it.each([
      ['however late each answer of its ledger was handed over', answeredLate],
      ['whenever each of its tasks is said to have begun', begunLate],
    ] as const)('%s', async (_when, changed) => {
      const history = historyOf(name);
      expect(changed(history)).toBeGreaterThan(1);
      await expect(replay(history)).resolves.toBeUndefined();
    });
  });

  it('is refused when its record no longer follows from its events', async () => {
    const history = historyOf(stored[0] as string);
    const markers = history.events.filter((event) => event.markerRecordedEventAttributes);
    expect(markers.length).toBeGreaterThan(0);
    const changed = markers[0]?.markerRecordedEventAttributes;
    if (changed) changed.markerName = 'another';
    await expect(replay(history)).rejects.toThrow();
  });
});
