// What can be wrong with a record, entry by entry: the words that a verification answers with.

/**
 * hash: not the digest of the body. prev: not the hash of the entry before. gap: entries before it are missing.
 * snapshot: not the state that was hashed. effects: not those that were hashed, or the machine causes others. derived: a date kept beside it is not what follows from the dates hashed.
 * decision: the machine decides otherwise. definition: what decided it is missing.
 * anchor: another entry than a checkpoint saw. cutOff: a checkpoint saw entries up to here that are gone.
 */
export type Fault =
  | 'hash'
  | 'prev'
  | 'gap'
  | 'snapshot'
  | 'derived'
  | 'decision'
  | 'effects'
  | 'definition'
  | 'anchor'
  | 'cutOff';

export interface Wrong {
  chain: string;
  seq: number;
  what: Fault;
  /** Null where the entry is gone. */
  recordedAt: string | null;
}
