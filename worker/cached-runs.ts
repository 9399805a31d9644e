/**
 * Runs that a worker keeps ready. One that is told of a clock move and is not kept is replayed first, which costs twice the move itself;
 * told in turn, of more runs than are kept none is met. What one holds is measured (docs/numbers.md).
 */
export const CACHED_RUNS = 1_200;
