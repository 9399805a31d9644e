// What workflows ask of the world, by name. The activities room gives it; the worker checks that it fits. Results end
// up in histories: they are kept small.

import type { Submission } from '../machines/migration/event.ts';
import type { Entry } from '../machines/record/entry.ts';
import type { Appended, ChainPage, FollowedLedger, RecordedEntry } from './driver/ledger-wanted.ts';
import type {
  AdoptionRound,
  Announcement,
  ClockRound,
  Milestone,
  OccurrenceRound,
  SaidMove,
} from './messages.ts';

export type { Appended, RecordedEntry } from './driver/ledger-wanted.ts';

/** A milestone of another system. */
export interface Awaited {
  system: string;
  milestone: string;
}

/** With the last page, and left out where that is nothing: what was announced to this chain, adopted for it or told it by its programme, and is not on it. */
export interface HeardPage extends ChainPage {
  unheard?: Milestone[];
  unadopted?: Submission[];
}

/** What a migration follows, from where it stands in both chains. */
export interface Asked {
  chain: string;
  after: number;
  awaited: readonly Awaited[];
  /** The last move of the programme's clock that it knows. */
  revision: number;
}

/** Moves of the clock after the known one, and the next page of its own chain; the moves were looked for first. */
export interface News {
  moves: RecordedEntry[];
  page: HeardPage;
  /** Where in its own chain it was asked from: a lost task may have asked from elsewhere (`Appended`). */
  after: number;
}

/** `unmoved`: the clock was not moved as it was said, and nothing was written. */
type AppendedOnMove = (Appended & { isConfirmed: true }) | { status: 'unmoved'; isConfirmed: false };

/** Run as local activities. */
export interface LedgerActivities extends Pick<FollowedLedger, 'appendEntries' | 'recallEntries'> {
  /** Entries of a chain after a sequence number, at most 100. `awaited`: what it waits for of others. */
  entriesAfter(chain: string, after: number, awaited: readonly Awaited[]): Promise<HeardPage>;
  /** Of a programme's chain: its clock moves after a sequence number, in order. */
  clockMoves(chain: string, after: number): Promise<RecordedEntry[]>;
  /** `clockMoves` and `entriesAfter` at once. */
  news(asked: Asked): Promise<News>;
  /** `appendEntries`; where they were appended, with the news as they stand after them. */
  appendForNews(entries: Entry[], wallMs: number, asked: Asked): Promise<Appended & { news?: News }>;
  /** Whether a programme's clock was moved so: the very entry is on its chain, and no other move between it and `after`. */
  wasMoved(chain: string, said: SaidMove): Promise<boolean>;
  /** `appendEntries` for a chain whose programme's clock was moved so; nothing is written where it was not. */
  appendMoved(entries: Entry[], wallMs: number, said: SaidMove): Promise<AppendedOnMove>;
  /** A definition by its digest; given as its reference, in whose place it is put on the way (`definitionRef`). */
  definitionOf(digest: string): Promise<object | string>;
}

/** Run as ordinary activities: they talk to other workflows. */
export interface CallingActivities {
  announceMilestone(announcement: Announcement): Promise<void>;
  /** Answers how many deadline points were recorded. A migration that does not run is left out. */
  tellClock(round: ClockRound): Promise<{ fired: number }>;
  /** Every migration that an adopted edition concerns adopts its part of it; those that are new are started. */
  tellAdoption(round: AdoptionRound): Promise<void>;
  /** Every migration whose deadlines are counted from what happened hears of it. */
  tellOccurrence(round: OccurrenceRound): Promise<void>;
}
