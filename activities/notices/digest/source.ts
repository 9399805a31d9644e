// Where a digest's lines come from. A source looks once a round at what concerns everybody, then says for each reader what is theirs;
// it tells only what is true at that moment, and knows no channel. A new source is one file in sources/ and a line in sources.ts.
import type { Holder } from '../../../ledger/models/digests/holders.ts';
import type { Line } from '../../../ledger/models/digests/line.ts';
import type { WaitingMigration } from '../../../ledger/models/digests/told-since.ts';
import type { Holding, Reader } from '../../../ledger/models/inbox.ts';
import type { Ledger } from '../../../ledger/open.ts';
import type { Calendar } from '../../../machines/definition/definition.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import type { Day, Instant } from '../../../machines/values/date.ts';
import type { Names } from '../../../texts/names.ts';
import type { StillTrue } from './still-true.ts';

/** One look at a programme, for all its readers. */
export interface Round {
  programme: ProgrammeDefinition;
  /** Of the programme, as the first of its systems has it. */
  calendar: Calendar;
  names: Names;
  /** On the programme's clock. */
  now: Instant;
  today: Day;
  /** On the wall: no reader of this round has heard less lately. Wall, since a moved clock records at instants long past. */
  sinceWall: Instant;
  /** Of all that was told since then, what no later notice has overtaken. */
  told: readonly StillTrue[];
  /** The migrations in which somebody decides now. */
  awaited: readonly WaitingMigration[];
  /** Who holds which posts today. */
  holders: readonly Holder[];
}

/** One person with the posts they hold today. */
export interface DigestReader extends Reader {
  /** What came up after this instant on the wall is new to them. */
  sinceWall: Instant;
}

/** What one reader is to be told; two lines of one key are one. */
export type LinesFor = (reader: DigestReader) => Line[];

export type Source = (ledger: Ledger, round: Round) => Promise<LinesFor>;

/** Of a decision that somebody is asked for. */
export const decisionAbout = (system: string, stage: string): string => `decision/${system}/${stage}`;

/** The system's page, with what may be done there in one of the reader's posts; of the programme itself its own. */
export const pageOf = ({ programme }: Round, system: string, post?: string): string =>
  system === programme.code
    ? `/programmes/${programme.code}`
    : `/programmes/${programme.code}/systems/${system}${post === undefined ? '' : `?post=${post}`}`;

/** Those of the posts that are held there: over the programme, or in that system. */
export const heldAmong = (holdings: readonly Holding[], posts: readonly string[], system: string): string[] =>
  posts.filter((post) => holdings.some((held) => held.post === post && (held.system ?? system) === system));

export const holdsOne = (holdings: readonly Holding[], posts: readonly string[], system: string): boolean =>
  heldAmong(holdings, posts, system).length > 0;
