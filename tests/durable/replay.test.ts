// Runs that began on an earlier release go on with today's code: every stored history is replayed on today's bundle.
// One is added when a workflow changes; none is ever edited. tests/histories/README.md says how.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import '../servers/quiet-runtime.ts';

const folder = fileURLToPath(new URL('../histories', import.meta.url));
const stored = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.history'))
  .sort();

const historyOf = (name: string) =>
  proto.temporal.api.history.v1.History.decode(readFileSync(`${folder}/${name}`));

const replay = (history: ReturnType<typeof historyOf>) =>
  Worker.runReplayHistory({ workflowBundle: { codePath: inject('workflowBundlePath') } }, history, 'stored');

describe('a stored history', () => {
  it('is there for both kinds of workflow', () => {
    const types = stored.map(
      (name) => historyOf(name).events[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name,
    );
    expect(types).toContain('migrationWorkflow');
    expect(types).toContain('programmeWorkflow');
  });

  it.each(stored)('%s is decided again as it was', async (name) => {
    await expect(replay(historyOf(name))).resolves.toBeUndefined();
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
