// What whoever sends events to a driver gets back: what stands, or a failure of one of these types.

/**
 * `ApplicationFailure.type`. `Refused`: `details[0]` is the list of refusals. `Malformed`: `details[0]` is zod's list of issues.
 */
export const driverFailures = {
  refused: 'Refused',
  malformed: 'Malformed',
  /** No failure: where a run is, told by refusing to say it otherwise, which leaves no history. */
  whereabouts: 'Whereabouts',
} as const;

/** One entry as the ledger keeps it. */
export interface Receipt {
  requestId: string;
  seq: number;
  hash: string;
  recordedAt: string;
}

/** All entries are committed when this comes back. */
export interface Submitted {
  /** The version that the last of the entries led to. */
  version: number;
  entries: Receipt[];
  /** True where the same request ids had been recorded before; the entries are those that stand. */
  repeated: boolean;
}
