// What workflows ask of the world, by name. The activities room gives it; the worker checks that it fits. Results end
// up in histories: they are kept small.
import type { Entry } from '../machines/record/entry.ts';
import type { Announcement, ClockRound, Milestone } from './messages.ts';

/** An entry without its snapshot: the bytes that are hashed, their hash, and what it caused. */
export type RecordedEntry = Pick<Entry, 'body' | 'hash' | 'effects'>;

export type Appended =
  /**
   * `last`: the first digits of the last written entry's hash; `wallMs`: the instant at which they were decided, as it was asked with.
   * A task that was lost may have left an append under way, and the SDK then hands its answer to the run's next one.
   */
  | { status: 'appended'; last: string; wallMs: number }
  /** Nothing was written. `ours`: those of the request ids asked for that are recorded already, in order. */
  | { status: 'occupied'; ours: RecordedEntry[] };

/** A milestone of another system. */
export interface Awaited {
  system: string;
  milestone: string;
}

/** A page of a chain. `snapshot` is that of the page's last entry; null on an empty page. */
export interface ChainPage {
  entries: RecordedEntry[];
  snapshot: string | null;
  /** False on the last page. */
  more: boolean;
  /** With the last page: what was announced to this chain and is not on it; left out where that is nothing. */
  unheard?: Milestone[];
}

/** Run as local activities. */
export interface LedgerActivities {
  /** `wallMs`: when they were decided. `notAfter`: the record's own milliseconds after which nothing is written. */
  appendEntries(entries: Entry[], wallMs: number, notAfter?: number): Promise<Appended>;
  /** Entries of a chain after a sequence number, at most 100. `awaited`: what it waits for of others. */
  entriesAfter(chain: string, after: number, awaited: readonly Awaited[]): Promise<ChainPage>;
  /** The entries of these requests (`requestKey`), in order of their sequence numbers; unknown ones are left out. */
  recallEntries(chain: string, keys: string[]): Promise<RecordedEntry[]>;
  /** Of a programme's chain: its clock moves after a sequence number, in order. */
  clockMoves(chain: string, after: number): Promise<RecordedEntry[]>;
}

/** Run as ordinary activities: they talk to other workflows. */
export interface CallingActivities {
  announceMilestone(announcement: Announcement): Promise<void>;
  /** Answers how many deadline points were recorded. A migration that does not run is left out. */
  tellClock(round: ClockRound): Promise<{ fired: number }>;
}
