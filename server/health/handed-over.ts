// Ends the runs of programmes that go on in another installation: nothing of theirs is recorded here any more.
import type { Client } from '@temporalio/client';
import type { Ledger } from '../../ledger/open.ts';
import { programmeOf } from '../../machines/record/chain.ts';
import { fewAtOnce } from '../../machines/values/at-once.ts';
import { unlessGone } from './healing.ts';
import { workflowIdOf } from './workflow-id.ts';

const ANSWER_MS = 15_000;
const WHY = 'its programme has been handed over to another installation';

export interface RunsParts {
  ledger: Pick<Ledger, 'handedOverChains'>;
  temporal: Client;
}

/** @param runs those that may have one: of one programme, or whose workflows are known to run */
export async function endHandedOver(
  { ledger, temporal }: RunsParts,
  runs: (chain: string, workflowId: string) => boolean,
): Promise<void> {
  const chains = await ledger.handedOverChains();
  const ended = chains.filter((chain) => runs(chain, workflowIdOf(chain)));
  await fewAtOnce(ended, async (chain) => {
    const handle = temporal.workflow.getHandle(workflowIdOf(chain));
    await temporal.withDeadline(Date.now() + ANSWER_MS, () => handle.terminate(WHY)).catch(unlessGone);
  });
}

export const ofProgramme =
  (code: string) =>
  (chain: string): boolean =>
    programmeOf(chain) === code;
