// Which of an entry's two dates a question about the past goes by.

/** occurred: what was true on the day; recorded: what was known on it. */
export type By = 'occurred' | 'recorded';

/** A day asked for, by one of the two dates; null asks for now. */
export type AsOf = { day: string; by: By } | null;

/**
 * How much of each chain stood when something was made of the record: the number of its newest entry then, 0 before its first. A chain that
 * is not named counts whole.
 */
export type UpTo = ReadonlyMap<string, number>;

/** More than any chain has. */
const WHOLE = 2_147_483_647;

export const lastOf = (upTo: UpTo | null, chain: string): number => upTo?.get(chain) ?? WHOLE;
