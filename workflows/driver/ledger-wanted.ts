// What a driver asks of the ledger, run as local activities. Answers end up in histories: they are kept small.
import type { Entry } from '../../machines/record/entry.ts';

/** An entry without its snapshot: the bytes that are hashed, their hash, and what it caused. */
export type RecordedEntry = Pick<Entry, 'body' | 'hash' | 'effects'>;

export type Appended =
  /**
   * `last`: the first digits of the last written entry's hash; `wallMs`: the instant at which they were decided, as it was asked with.
   * A task that was lost may have left an append under way, and the SDK then hands its answer to the run's next one.
   */
  | { status: 'appended'; last: string; wallMs: number }
  /** Nothing was written: outside rehearsals an entry is recorded when it is decided. `wallMs`: the record's clock, to decide anew at. */
  | { status: 'late'; wallMs: number }
  /** Nothing was written. `ours`: those of the request ids asked for that are recorded already, in order. */
  | { status: 'occupied'; ours: RecordedEntry[] };

/** A page of a chain. `snapshot` is that of the page's last entry; null on an empty page. */
export interface ChainPage {
  entries: RecordedEntry[];
  snapshot: string | null;
  /** False on the last page. */
  more: boolean;
}

export interface FollowedLedger {
  /** `wallMs`: when they were decided. `notAfter`: the record's own milliseconds after which nothing is written. */
  appendEntries(entries: Entry[], wallMs: number, notAfter?: number): Promise<Appended>;
  /** Entries of a chain after a sequence number, at most 100. */
  entriesAfter(chain: string, after: number): Promise<ChainPage>;
  /** The entries of these requests (`requestKey`), in order of their sequence numbers; unknown ones are left out. */
  recallEntries(chain: string, keys: string[]): Promise<RecordedEntry[]>;
}
