// What Temporal remembers of a programme's chains: the last entry that each workflow knows, asked of the workflows themselves.
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { LiveHead } from '../../ledger/proof/live-heads.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { chainOf } from '../../machines/record/chain.ts';

import { fewAtOnce } from '../../machines/values/at-once.ts';
import { migrationWorkflowId, programmeWorkflowId } from '../../workflows/messages.ts';
import { whereaboutsOf } from './whereabouts.ts';

/** A workflow that is not in a worker's memory is replayed first. */
const ANSWER_MS = 30_000;

export async function liveHeads(
  temporal: Client,
  { code, systems }: Pick<ProgrammeDefinition, 'code' | 'systems'>,
): Promise<LiveHead[]> {
  const asked = [
    { chain: chainOf(code), id: programmeWorkflowId(code) },
    ...systems.map((system) => ({ chain: chainOf(code, system), id: migrationWorkflowId(code, system) })),
  ];
  const found: LiveHead[] = [];
  await fewAtOnce(asked, async ({ chain, id }) => {
    found.push({ chain, head: await headOf(temporal, id) });
  });
  return found;
}

async function headOf(temporal: Client, workflowId: string): Promise<LiveHead['head']> {
  const handle = temporal.workflow.getHandle(workflowId);
  try {
    const { status } = await temporal.withDeadline(Date.now() + ANSWER_MS, () => handle.describe());
    if (status.name !== 'RUNNING') return 'absent';
    const { seq, head } = await whereaboutsOf(temporal, workflowId, ANSWER_MS);
    return { seq, hash: head };
  } catch (error) {
    // The answer to the question: it is told as it is, by name.
    return error instanceof WorkflowNotFoundError ? 'absent' : 'silent';
  }
}
