// Times one kind of work many times, and gives the spread. The first runs warm up and do not count.
import { type Spread, spreadOf } from './percentiles.ts';

const warmUps = 20;

/** @param work gets the number of the run; every one is awaited before the next begins */
export async function timed(runs: number, work: (run: number) => Promise<unknown>): Promise<Spread> {
  for (let run = 0; run < Math.min(warmUps, runs); run += 1) await work(run);
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    await work(run);
    samples.push(performance.now() - began);
  }
  return spreadOf(samples);
}

/** A repeatable stream of numbers in [0, 1), so that every run of the bench asks the same questions. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
