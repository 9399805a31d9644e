// What can be said of one run after a look at it.

/**
 * gone: no workflow runs for the chain. behind: it does not know the chain's newest entry. ahead: it knows an entry that
 * the ledger lacks, or another one than stands there. strayed: its history is not what the code decides from the same events.
 * held: a worker took its task, tried several times before, and does not end it. foreign: somebody else started it, as another workflow or
 * with another clock, definition or state than the record's. failing: it cannot carry out its task for another reason. silent: it gives no answer.
 */
export const illnesses = [
  'gone',
  'behind',
  'ahead',
  'strayed',
  'held',
  'foreign',
  'failing',
  'silent',
] as const;
export type Illness = (typeof illnesses)[number];

export type Verdict =
  | { state: 'well'; seq: number }
  /** `cause` is Temporal's or the workflow's own text, for operators only. */
  | { state: Illness; cause: string };
