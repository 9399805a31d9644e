// Work on many things, a few at a time. Knows nothing of the work.

/** Enough to keep a machine of two cores busy, few enough to leave others their turn. */
const AT_ONCE = 8;

/** Takes the items in order, a few at a time; the first failure ends it. */
export async function fewAtOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  atOnce = AT_ONCE,
): Promise<void> {
  const queue = items.values();
  const lanes = Array.from({ length: atOnce }, async () => {
    for (const item of queue) await work(item);
  });
  await Promise.all(lanes);
}
