// Which of an entry's two dates a question about the past goes by.

/** occurred: what was true on the day; recorded: what was known on it. */
export type By = 'occurred' | 'recorded';

/** A day asked for, by one of the two dates; null asks for now. */
export type AsOf = { day: string; by: By } | null;
