// Several lists of the same things as one list in which each keeps its order; where two contradict each other the first one's holds.

export function inOneOrder(lists: readonly (readonly string[])[]): string[] {
  const distinct = [...new Map(lists.map((list) => [list.join('\n'), list])).values()];
  const left = new Set(distinct.flat());
  const order: string[] = [];
  while (left.size > 0) {
    const next = firstFree(distinct, left);
    order.push(next);
    left.delete(next);
  }
  return order;
}

/** Before which nothing that is left stands in any list; the first of all where there is none. */
function firstFree(lists: readonly (readonly string[])[], left: ReadonlySet<string>): string {
  const heads = lists.flatMap((list) => list.find((one) => left.has(one)) ?? []);
  const isFree = (one: string) =>
    lists.every((list) => !list.includes(one) || list.find((other) => left.has(other)) === one);
  return heads.find(isFree) ?? heads[0] ?? '';
}
