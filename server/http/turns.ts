// One after another: what is heavy, or must find things as it leaves them. Knows nothing of the work.
import { ProblemError } from './problem/problem.ts';

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Whoever finds `most` waiting is told to ask again after `againSeconds`. @throws ProblemError tooMany */
export function takeTurns(most: number, againSeconds: number): Turns {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (waiting >= most) throw new ProblemError('tooMany', { retryAfter: againSeconds });
    waiting += 1;
    const mine = last.then(work).finally(() => {
      waiting -= 1;
    });
    // The next one's turn comes however this one ends.
    last = mine.catch(() => undefined);
    return mine;
  };
}
