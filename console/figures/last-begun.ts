// Of several pieces of work that are begun one after another and may end in any order, only the last one's end counts.

/** @returns a function that answers what a work comes to, or null where another was begun meanwhile. */
export function lastBegun() {
  let last = 0;
  return async <T>(work: () => Promise<T>): Promise<{ ended: T } | { failed: unknown } | null> => {
    last += 1;
    const own = last;
    const end = await work().then(
      (ended) => ({ ended }),
      (failed: unknown) => ({ failed }),
    );
    return own === last ? end : null;
  };
}
