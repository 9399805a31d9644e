// What ages without any deadline of its own: who is to look to it, since when, and at which rungs they are told. One closed list.
import type { Text } from '../../definition/definition.ts';
import type { StageId } from '../../definition/rfp-control.ts';
import type { AfterTerm } from '../../migration/gate/after-term.ts';
import type { Day, Instant } from '../../values/date.ts';
import type { Foreseen } from '../transfer/foresee.ts';
import type { VendorNoticeKind } from '../vendors/shape.ts';
import type { Stopped } from './ahead.ts';
import type { Ladder, Rung } from './ladder.ts';

/** A gate that a body has still to decide, and what its phase is called. */
export type GateLeft = AfterTerm['gates'][number] & { label: Text };

/** What stands still today for want of people. */
export type Short = Extract<Foreseen, { code: 'vacant' | 'quorum' | 'separation' | 'work' }>;

/** Something as it stands today; `since` or `on` is what its rungs are counted from. */
export type Matter =
  /** Somebody asked for a decision, and these bodies have not given it. */
  | {
      code: 'review';
      system: string;
      phase: Text;
      stage: 'underReview' | 'goingBack';
      bodies: readonly string[];
      /** Who asked. */
      by: string;
      since: Day;
    }
  /** Something waits today for whom there are none, or too few. */
  | { code: 'short'; found: Short; since: Day }
  /** The date of a special transition is 未定. */
  | { code: 'undated'; system: string; posts: readonly string[]; since: Day }
  /** A function that follows later (経過措置) does not conform yet. */
  | { code: 'measure'; system: string; function: string; posts: readonly string[]; until: Day }
  /** A vendor has told of something, and nothing is decided yet of a system that it touches. */
  | {
      code: 'vendorNotice';
      system: string;
      notice: number;
      vendor: string;
      kind: VendorNoticeKind;
      posts: readonly string[];
      since: Day;
    }
  /** What a deputy decided for an absent holder has not been looked at by them. */
  | {
      code: 'unseen';
      /** Null: in the programme itself. */
      system: string | null;
      entry: number;
      act: string;
      holder: string;
      seenBy: Day | null;
      since: Day;
    }
  /** An approval's condition that is not met: near its day, or past it. */
  | {
      code: 'proviso';
      system: string;
      proviso: string;
      words: string;
      owner: string;
      /** Who asked for it. */
      body: string;
      on: Day;
    }
  /** Asked by the gate of the phase that is worked on, not there yet, and the phase's planned end is near. */
  | {
      code: 'supply';
      system: string;
      phase: Text;
      label: Text;
      hard: boolean;
      posts: readonly string[];
      on: Day;
    }
  /** A stage of an open procurement: near, or over and what it was for is not done. */
  | {
      code: 'rfpStage';
      system: string;
      rfp: number;
      stage: StageId;
      at: Instant;
      /** Who is to look to it. */
      posts: readonly string[];
      /** What is late afterwards is bidders' alone, so that nothing is told once it is over. */
      closes: boolean;
      on: Day;
    }
  /** From that day, by nothing but grants that end the day before. */
  | { code: 'ends'; found: Stopped; holders: readonly string[]; on: Day }
  /** A body's term ends, or is over; the gates that it has still to decide. */
  | { code: 'term'; body: string; until: Day; gates: readonly GateLeft[] }
  | { code: 'calendar'; calendar: string; version: string; fixedUntil: Day };

/** Who is told: whoever holds one of the posts there, and these accounts. */
export interface Recipients {
  posts: readonly string[];
  /** Null: the programme as a whole, of which a post in some system is none. */
  systems: readonly string[] | null;
  accounts: readonly string[];
}

/** A matter at a rung that has come. */
export interface Telling {
  matter: Matter;
  rung: Rung;
  to: Recipients;
  /** Of the matter and the rung: told once. */
  key: string;
}

export const ladders: Record<Matter['code'], Ladder> = {
  review: { counts: 'after', unit: 'openDays', rungs: [3, 5, 10], again: 'weekly' },
  short: { counts: 'after', unit: 'days', rungs: [0], again: 'weekly' },
  measure: { counts: 'before', unit: 'days', rungs: [90, 30, 14, 7, 0], again: 'weekly' },
  vendorNotice: { counts: 'after', unit: 'openDays', rungs: [1, 5, 10], again: 'weekly' },
  undated: { counts: 'after', unit: 'days', rungs: [30], again: 'monthly' },
  unseen: { counts: 'before', unit: 'days', rungs: [7, 1, 0], again: 'weekly' },
  supply: { counts: 'before', unit: 'days', rungs: [14, 7, 3, 1, 0], again: 'weekly' },
  proviso: { counts: 'before', unit: 'days', rungs: [7, 3, 1, 0], again: 'weekly' },
  rfpStage: { counts: 'before', unit: 'openDays', rungs: [3, 1, 0], again: 'weekly' },
  ends: { counts: 'before', unit: 'days', rungs: [30, 14, 7, 3, 1], again: 'never' },
  term: { counts: 'before', unit: 'days', rungs: [30, 14, 7, 3, 1, 0], again: 'weekly' },
  calendar: { counts: 'before', unit: 'days', rungs: [365], again: 'monthly' },
};

/** What has no day by which it is to be looked at is told a week after it was decided, and then every week. */
const unseenWithoutDay: Ladder = { counts: 'after', unit: 'days', rungs: [7], again: 'weekly' };

/** From this rung on it is told to who asked for it, and to the programme's office. */
export const ESCALATED = 3;

export const ladderOf = (matter: Matter): Ladder =>
  matter.code === 'unseen' && matter.seenBy === null ? unseenWithoutDay : ladders[matter.code];

export function anchorOf(matter: Matter): Day {
  switch (matter.code) {
    case 'review':
    case 'short':
    case 'undated':
    case 'vendorNotice':
      return matter.since;
    case 'unseen':
      return matter.seenBy ?? matter.since;
    case 'supply':
    case 'proviso':
    case 'rfpStage':
    case 'ends':
      return matter.on;
    case 'term':
    case 'measure':
      return matter.until;
    case 'calendar':
      return matter.fixedUntil;
  }
}
