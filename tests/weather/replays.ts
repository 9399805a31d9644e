// Every run's history once more: what the code decides from the same events must be what the run had decided, in the same order,
// whatever was killed meanwhile. A run that strays goes on only while its worker remembers it.
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { projectFolder } from '../../setup/program.mjs';
import { definitionsOf } from '../durable/rig.ts';
import { embeddedLedger } from '../servers/embedded-ledger.ts';
import '../servers/quiet-runtime.ts';
import { type Violation, violation } from './checker/violation.ts';
import { withTemporal } from './tree/temporal.ts';
import type { Tree } from './tree/tree.ts';
import { inTime } from './tree/waiting.ts';

const REPLAY_LIMIT_MS = 300_000;
const HISTORIES_AT_ONCE = 4;

export interface Replays {
  runs: number;
  violations: Violation[];
}

/** @throws where Temporal cannot be asked, or it takes too long */
export async function replayed(tree: Pick<Tree, 'said' | 'dataFolder'>): Promise<Replays> {
  const ledger = embeddedLedger(tree.dataFolder);
  try {
    return await withTemporal(tree, (client) =>
      inTime('the replay of every run', REPLAY_LIMIT_MS, () => replayAll(client, ledger)),
    );
  } finally {
    await ledger.close();
  }
}

async function replayAll(client: Client, ledger: ReturnType<typeof embeddedLedger>): Promise<Replays> {
  const histories = client.workflow.list().intoHistories({ concurrency: HISTORIES_AT_ONCE });
  const workflowBundle = { codePath: join(projectFolder, 'dist/workflow-bundle.js') };
  const violations: Violation[] = [];
  let runs = 0;
  for await (const { workflowId, runId, error } of Worker.runReplayHistories(
    { workflowBundle, dataConverter: definitionsOf({ ledger }) },
    histories,
  )) {
    runs += 1;
    if (error) violations.push(violation('replay', workflowId, runId, error.message.slice(0, 400)));
  }
  return { runs, violations };
}
