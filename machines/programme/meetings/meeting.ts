// What a programme remembers of a meeting: its agenda, who has a seat, what was voted. Once it is closed only what it is called by stays;
// all of it stands in the state of the entry that closed it.
import * as z from 'zod';
import type { Casting, Form, Voice } from '../../decision/ballot.ts';
import { type ProvisoAsked, provisosAsked } from '../../decision/proviso.ts';
import {
  type Decides,
  decides,
  type LookedAt,
  lookedAt,
  type Minutes,
  type Resolution,
} from '../../decision/resolution.ts';
import { id, line } from '../../definition/definition.ts';
import type { Deputy } from '../../record/deputy.ts';
import type { Day } from '../../values/date.ts';

export const agendaItem = z.strictObject({
  system: id,
  decides,
  title: line.optional(),
  /** What is put before those who answer in writing. */
  of: lookedAt.optional(),
  /** On which conditions it is put before those who answer in writing. */
  conditions: provisosAsked,
});

/** A member, or whoever takes a member's seat; `system` null: for all systems. */
export interface Seat {
  account: string;
  name: string;
  system: string | null;
  deputy?: Deputy;
}

export const motions = ['approve', 'return', 'carryOver'] as const;
export type Motion = (typeof motions)[number];

export interface Vote {
  motion: Motion;
  /** Where people met: who was there by then, and who presided. Others may have come or left since. */
  present?: string[];
  presider?: string | null;
  voices: Record<string, Voice>;
  casting?: Casting;
  reason?: string;
  conditions?: ProvisoAsked[];
}

export interface Item {
  system: string;
  decides: Decides;
  title?: string | undefined;
  of?: LookedAt | undefined;
  conditions?: ProvisoAsked[] | undefined;
  /** By account, with the reason (除斥). */
  recused?: Record<string, string>;
  /** Of a circulation: what was answered so far. */
  vote?: Vote;
  /** Once it is closed, where something was decided. */
  resolution?: Resolution;
}

export const meetingStatuses = ['open', 'closed', 'calledOff'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

export interface Meeting {
  /** The entry that convened it, by which it is called. */
  seq: number;
  body: string;
  form: Form;
  /** When it meets; of a circulation the day by which all answer. */
  on: Day;
  status: MeetingStatus;
  /** `HH:MM`; left out where no hour was said. */
  at?: string;
  place?: string;
  agenda: Item[];
  /** Who has a seat on that day, as far as it is known. */
  roll: Seat[];
  /** Accounts: the chair's and the deputy chair's, where somebody is that. */
  chairs: (string | null)[];
  /** Accounts. */
  present?: string[];
  /** Why not, by account. */
  absence?: Record<string, string>;
  /** Whom the members chose to preside. */
  chosen?: string;
  minutes?: Minutes;
  /** By which entry it was closed or called off. */
  ended?: number;
  /** It had its quorum in one item at least. */
  sat?: true;
}

/** What stays of one that is over. */
export type KnownMeeting = Omit<Meeting, 'agenda' | 'roll' | 'chairs'> & { items: number };

/** Those under way in full, and of the others what they are called by; the last that was closed in full until the next. */
export interface Meetings {
  open: Meeting[];
  known: KnownMeeting[];
}

export function knownOf({
  agenda,
  roll: _roll,
  chairs: _chairs,
  present: _present,
  absence: _absence,
  chosen: _chosen,
  ...meeting
}: Meeting): KnownMeeting {
  return { ...meeting, items: agenda.length };
}
