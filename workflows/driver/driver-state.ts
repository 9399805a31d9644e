// What a driver carries from run to run: where the machine stands and where its chain stands. JSON.

/** The end of a chain as a driver knows it. */
export interface Position {
  /** Sequence number of the last entry; 0 before the first. */
  seq: number;
  /** Its hash. */
  head: string;
  /** When it was recorded, in programme milliseconds; nothing is recorded before it. */
  recordedMs: number;
}

export interface DriverState<Snapshot> extends Position {
  snapshot: Snapshot;
  /** Requests (`requestKey`) of the newest entries, oldest first; the last one is entry `seq`. */
  requests: string[];
}
