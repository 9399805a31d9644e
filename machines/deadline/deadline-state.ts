// What is remembered of a deadline, and by how much days moved. Plain data; knows no rule.
import type { SlipCause } from '../definition/ladder.ts';
import type { Evidence } from '../migration/gate/papers.ts';
import type { Person } from '../record/person.ts';
import type { Day, Instant, VagueDay } from '../values/date.ts';

/** Open days before the day, its morning, weeks and open days after it, and the times that an 未定 one is asked for. */
export type LadderPoint = 'day' | `before-${number}` | `week-${number}` | `raise-${number}` | `ask-${number}`;
/** Of reminders days from the day. */
export type FirePoint = number | 'due' | LadderPoint;

/** Asked by one, decided by who may extend: granted as an extension, refused, or taken back. */
export interface AskedExtension {
  /** The due day from which it is asked, and the one that is wished. */
  was: Day;
  dueOn: Day;
  reason: string;
  cause?: SlipCause;
  evidence: Evidence[];
  by: Person;
  on: VagueDay;
}

/** A post knows of the day: until it moves or comes it is not reminded. */
export interface Acknowledgement {
  by: Person;
  on: VagueDay;
  note?: string;
  doneBy?: Day;
}

export interface DeadlineState {
  /** waiting: its anchor is not there yet; missed: past and still open; metLate: met after it was missed. */
  status: 'waiting' | 'pending' | 'missed' | 'met' | 'metLate';
  /** Counts the times its date was set; a point fires once per generation. */
  generation: number;
  /** Due day as the rule counts it. */
  nominalOn: string | null;
  /** Due day after the roll policy or an extension. */
  dueOn: string | null;
  dueAt: string | null;
  /** The due day is closed and does not move, or lies where holidays are provisional. */
  caution: 'closedDay' | 'provisionalCalendar' | 'monthOnly' | null;
  fired: FirePoint[];
  /** When it was armed anew with a point that lay past by then: that point comes now, not on its own day. */
  armedAt?: Instant;
  metOn?: VagueDay;
  /** Met by its day, and recorded only after it was told as missed. */
  recordedLate?: true;
  /** Told as missed by a day that has moved since, and still open; an extension or going back lays it down. */
  toldMissed?: true;
  /** Granted from the day the rule counts to; `was` is the due day it replaced. */
  extension?: {
    nominalOn: string;
    dueOn: string;
    was: string;
    reason: string;
    by: Person;
    cause?: SlipCause;
    /** What was asked for; left out where nobody had. */
    asked?: AskedExtension;
  };
  /** Of a ladder: how many weeks after its day were told. */
  weeks?: number;
  /** 未定 since then, and asked for so often. */
  undecided?: { since: Day; asked: number };
  /** The day that was set where its rule had none. */
  set?: { dueOn: Day; reason: string; by: Person; on: VagueDay };
  /** An extension that nobody has decided on. */
  asked?: AskedExtension;
  /** By post. */
  acknowledged?: Record<string, Acknowledgement>;
}

/** How often days moved later (or back), and by how many days in all. */
export interface Slip {
  times: number;
  days: number;
  openDays: number;
}

/** By `plan` (a phase's planned end) or `deadline` (an extension), phase, and cause. */
export type Slips = Partial<Record<'plan' | 'deadline', Record<string, Partial<Record<SlipCause, Slip>>>>>;
