// A rig on a Temporal whose time can be skipped, with our search attributes.
import { searchAttributes } from '../../host/process/search-attributes.ts';
import type { TestDatabase } from '../servers/empty-database.ts';
import { startTimeSkipping } from '../servers/time-skipping.ts';
import { pause } from './insist.ts';
import { type Rig, rigOn } from './rig.ts';

/** `IndexedValueType` of Temporal's API, by name. */
const indexedValueType = { Keyword: 2, Bool: 5, Datetime: 6 } as const;

/** How long a time that skips is given to pass before it counts as held, and by how many it may be. */
const HELD_MS = 30_000;
const MOST_HELD = 4;

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
    const from = await env.currentTimeMs();
    const passed = env.sleep(duration).then(() => true);
    // Where it is given up, its connection ends before it does.
    passed.catch(() => undefined);
    let unlocked = 0;
    try {
      do {
        // A task that somebody took with them to the grave holds the time as one that waits does: each is let go of by one.
        if (unlocked === MOST_HELD) throw new Error(await stillHeld(from, duration));
        await testService.unlockTimeSkipping({});
        unlocked += 1;
      } while (!(await Promise.race([passed, pause(HELD_MS).then(() => false)])));
    } finally {
      for (; unlocked > 0; unlocked -= 1) await testService.lockTimeSkipping({});
    }
  };
  const stillHeld = async (from: number, duration: string) => {
    const days = ((await env.currentTimeMs()) - from) / 86_400_000;
    return `waited for ${duration} to pass: ${days.toFixed(3)} have, though the time was let go of ${MOST_HELD} times`;
  };
  const { address } = env;
  return { ...rig, sleep: (duration) => env.sleep(duration), pass, now: () => env.currentTimeMs(), address };
}
