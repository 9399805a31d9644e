// The faults: at seeded times a part of the tree is killed or stopped for a while. The plan follows from the seed alone.
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceOf } from '../chance.ts';
import { type Part, partNames, processesOf, signal } from './processes.ts';
import type { Tree } from './tree.ts';
import { until } from './waiting.ts';

export interface Fault {
  /** After the one before, in milliseconds. */
  afterMs: number;
  part: Part;
  /** Null kills it; else it stands still for so long. */
  pausedMs: number | null;
  /** The next fault waits until the tree serves again. */
  letsRecover: boolean;
}

export interface Struck extends Fault {
  /** How long until the part ran and the tree served again. */
  recoveredMs: number;
}

/** A tree that serves nobody for longer than this has a fault of its own. */
export const RECOVER_LIMIT_MS = 180_000;
const FIND_LIMIT_MS = 90_000;

/** As many as asked for, each part at least once where there are enough. */
export function planStorm(seed: number, faults: number, betweenMs: number): Fault[] {
  const chance = chanceOf(seed, 'storm');
  return Array.from({ length: faults }, (_, index) => {
    const drawn = chance.pick(partNames);
    const [kills, length, between] = [chance.next() < 0.6, chance.between(1_500, 15_000), chance.next()];
    return {
      afterMs: Math.round(betweenMs * (0.3 + 1.4 * between)),
      part: partNames[index] ?? drawn,
      pausedMs: kills ? null : Math.round(length),
      letsRecover: chance.next() < 0.75,
    };
  });
}

/** @throws WaitedTooLong where a part does not come back, or the tree does not serve again */
export async function strike(tree: Tree, plan: readonly Fault[], isOver: () => boolean): Promise<Struck[]> {
  const recovering: Promise<Struck>[] = [];
  for (const fault of plan) {
    await sleep(fault.afterMs);
    if (isOver()) break;
    const { recovered } = await strikeOnce(tree, fault);
    recovered.catch(() => undefined); // heard below, once all is over
    recovering.push(recovered);
    if (fault.letsRecover) await recovered;
  }
  return Promise.all(recovering);
}

/** Settles once the fault is done; what it gives settles once it is overcome. */
async function strikeOnce(tree: Tree, fault: Fault): Promise<{ recovered: Promise<Struck> }> {
  const { part, pausedMs } = fault;
  const { value: pids } = await until(`${part} to run`, FIND_LIMIT_MS, () => {
    const found = processesOf(tree.pid, part);
    return found.length > 0 ? found : null;
  });
  const began = performance.now();
  if (pausedMs === null) signal(pids.slice(0, 1), 'SIGKILL');
  else {
    signal(pids, 'SIGSTOP');
    await sleep(pausedMs);
    signal(pids, 'SIGCONT');
  }
  const isBack = async () => {
    const [own] = processesOf(tree.pid, part);
    const again = own !== undefined && (pausedMs !== null || own !== pids[0]);
    return again && (await tree.isReady()) ? true : null;
  };
  const what = `/readyz after ${part} was ${pausedMs === null ? 'killed' : 'stopped'}`;
  const recovered = until(what, RECOVER_LIMIT_MS, isBack).then(() => ({
    ...fault,
    recoveredMs: Math.round(performance.now() - began),
  }));
  return { recovered };
}
