// After a start: workflows whose chain has gone on without them are told to follow it. A commit can outlive the task that
// made it and the caller who asked for it.
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Ledger } from '../ledger/open.ts';
import { fewAtOnce } from '../machines/values/at-once.ts';
import {
  migrationWorkflowId,
  nudgeSignal,
  programmeWorkflowId,
  snapshotQuery,
} from '../workflows/messages.ts';

const DAY_MS = 86_400_000;

export interface Lagging {
  nudged: string[];
  /** Chains with recent entries that no workflow drives. */
  missing: string[];
}

/** Looks at the chains that were active in the last day before each programme's newest entry. */
export async function nudgeLagging(ledger: Ledger, client: Client): Promise<Lagging> {
  const lagging: Lagging = { nudged: [], missing: [] };
  const chains = await recentChains(ledger);
  await fewAtOnce(chains, (chain) => nudgeIfBehind(ledger, client, chain, lagging));
  return lagging;
}

async function recentChains(ledger: Ledger): Promise<string[]> {
  const programmes = await ledger.programmes();
  const found = await Promise.all(
    programmes.map(async ({ definition: { code } }) => {
      const { items } = await ledger.newestEntries({ programme: code }, { limit: 1 });
      const newest = items[0];
      return newest ? ledger.chainsSince(dayBefore(newest.body)) : [];
    }),
  );
  return [...new Set(found.flat())];
}

const dayBefore = (body: string): string =>
  new Date(Date.parse((JSON.parse(body) as { wallAt: string }).wallAt) - DAY_MS).toISOString();

async function nudgeIfBehind(ledger: Ledger, client: Client, chain: string, lagging: Lagging) {
  const handle = client.workflow.getHandle(workflowIdOf(chain));
  try {
    const [{ seq }, newer] = await Promise.all([handle.query(snapshotQuery), ledger.head(chain)]);
    if (newer === null || (JSON.parse(newer.body) as { seq: number }).seq <= seq) return;
    await handle.signal(nudgeSignal);
    lagging.nudged.push(chain);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    lagging.missing.push(chain);
  }
}

function workflowIdOf(chain: string): string {
  const [code = '', system] = chain.split('/');
  return system === undefined ? programmeWorkflowId(code) : migrationWorkflowId(code, system);
}
