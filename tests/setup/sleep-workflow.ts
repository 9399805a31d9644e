// The smallest workflow that needs time: sleeps and says how long it slept by the engine's clock.
import { sleep } from '@temporalio/workflow';

export async function sleepWorkflow(duration: string): Promise<number> {
  const began = Date.now();
  await sleep(duration as '40 days'); // the SDK's type of a duration text
  return Date.now() - began;
}
