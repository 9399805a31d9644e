// What one reader has still to be told: each system once with its newest entry, however many moved while it was written to.
import type { ChangeView } from '../contract/telling/changes.ts';
import type { Said } from './hub.ts';

export interface Waiting {
  isAll: boolean;
  changes: ChangeView[];
}

export function createWaiting() {
  let isAll = false;
  const changes = new Map<string | null, ChangeView>();
  return {
    add: (said: Said): void => {
      if (said === null) isAll = true;
      else if ((changes.get(said.system)?.seq ?? 0) < said.seq) changes.set(said.system, said);
    },
    isEmpty: () => !isAll && changes.size === 0,
    /** Anything may have moved: then nothing else has to be said. */
    take: (): Waiting => {
      const taken = { isAll, changes: isAll ? [] : [...changes.values()] };
      isAll = false;
      changes.clear();
      return taken;
    },
  };
}

/** Only what the reader may see; the programme itself is everyone's. */
export const seenOf = (changes: readonly ChangeView[], scope: ReadonlySet<string> | null): ChangeView[] =>
  changes.filter(({ system }) => system === null || scope === null || scope.has(system));
