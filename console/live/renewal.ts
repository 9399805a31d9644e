// Gathers what moves: the first is told on at once, what follows shortly after it together, so that a busy programme does not have every page
// read itself anew without end.
import type { ChangeView } from '../../server/contract/telling/changes.ts';

const BETWEEN_MS = 1_200;

/** Null: anything may have moved. */
type Changes = ChangeView[] | null;

export function createRenewal(renew: (changes: Changes) => void) {
  let waiting: Changes = [];
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    resting = undefined;
    if (waiting !== null && waiting.length === 0) return;
    const taken = waiting;
    waiting = [];
    renew(taken);
    resting = setTimeout(rest, BETWEEN_MS);
  };
  return {
    add: (changes: Changes): void => {
      waiting = waiting === null || changes === null ? null : [...waiting, ...changes];
      if (resting === undefined) rest();
    },
    end: (): void => clearTimeout(resting),
  };
}
