// The yardstick: a Temporal workflow that does nothing but take the same updates, through a validator, one at a time.
// It keeps no record and knows no machine.
import { condition, defineQuery, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';

interface BareSubmit {
  submissions: { requestId: string }[];
}

export const bareUpdate = defineUpdate<{ version: number }, [BareSubmit]>('submit');
export const bareEnd = defineSignal('end');
export const bareVersion = defineQuery<number>('version');

export async function bareWorkflow(): Promise<void> {
  let version = 0;
  let ended = false;
  setHandler(
    bareUpdate,
    () => {
      version += 1;
      return { version };
    },
    {
      validator: ({ submissions }) => {
        if (submissions.length === 0) throw new Error('empty');
      },
    },
  );
  setHandler(bareVersion, () => version);
  setHandler(bareEnd, () => {
    ended = true;
  });
  await condition(() => ended);
}
