// A rig on a Temporal whose time can be skipped, with our search attributes.
import { searchAttributes } from '../../host/process/search-attributes.ts';
import type { TestDatabase } from '../servers/empty-database.ts';
import { startTimeSkipping } from '../servers/time-skipping.ts';
import { type Rig, rigOn } from './rig.ts';

/** `IndexedValueType` of Temporal's API, by name. */
const indexedValueType = { Keyword: 2, Bool: 5, Datetime: 6 } as const;

export interface SkippingRig extends Rig {
  /** Lets this much time pass in a moment; timers on the way fire in their order. */
  sleep: (duration: `${number} days`) => Promise<void>;
  /** Lets at least so much pass although what is due waits for a worker that is away: the server would hold its time until one came. */
  pass: (duration: `${number} days`) => Promise<void>;
  /** The server's own time. */
  now: () => Promise<number>;
  address: string;
}

/** @param database of its own where left out */
export async function createSkippingRig(database?: TestDatabase): Promise<SkippingRig> {
  const env = await startTimeSkipping();
  const { testService } = env.connection;
  if (!testService) throw new Error('this Temporal does not skip time');
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
    database,
    () => env.currentTimeMs(),
  );
  const pass = async (duration: `${number} days`) => {
    const passed = env.sleep(duration);
    await testService.unlockTimeSkipping({});
    await passed.finally(() => testService.lockTimeSkipping({}));
  };
  const { address } = env;
  return { ...rig, sleep: (duration) => env.sleep(duration), pass, now: () => env.currentTimeMs(), address };
}
