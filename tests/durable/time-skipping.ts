// A rig on a Temporal whose time can be skipped, with our search attributes.
import { searchAttributes } from '../../host/process/search-attributes.ts';
import { startTimeSkipping } from '../servers/time-skipping.ts';
import { type Rig, rigOn } from './rig.ts';

/** `IndexedValueType` of Temporal's API, by name. */
const indexedValueType = { Keyword: 2, Bool: 5, Datetime: 6 } as const;

export interface SkippingRig extends Rig {
  /** Lets this much time pass in a moment; timers on the way fire in their order. */
  sleep: (duration: `${number} days`) => Promise<void>;
  /** The server's own time. */
  now: () => Promise<number>;
}

export async function createSkippingRig(): Promise<SkippingRig> {
  const env = await startTimeSkipping();
  const types = Object.entries(searchAttributes).map(
    ([name, type]) => [name, indexedValueType[type]] as const,
  );
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(types),
  });
  const rig = await rigOn(
    env.client,
    env.nativeConnection,
    () => env.teardown(),
    undefined,
    () => env.currentTimeMs(),
  );
  return { ...rig, sleep: (duration) => env.sleep(duration), now: () => env.currentTimeMs() };
}
