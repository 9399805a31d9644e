// What a programme remembers: plain JSON, replaced and never changed in place.
import type { VagueDay } from '../values/date.ts';
import type { Amendment } from './amendment/state.ts';
import type { Meetings } from './meetings/meeting.ts';
import type { Occurrence } from './occurrences/shape.ts';
import type { Powers } from './powers/grant.ts';
import type { BusyTime, Vendor, VendorNotice } from './vendors/shape.ts';

/** `upTo`: the day up to which somebody stated the count, where meetings held here were counted since. */
export interface MeetingCount {
  count: number;
  on: VagueDay;
  upTo?: VagueDay;
}

export interface Happened {
  on: VagueDay | null;
  entry: number;
  by: string;
}

export interface ProgrammeContext {
  version: number;
  occurrences: (Occurrence & { on: VagueDay; assumed?: string })[];
  /** Of those that the programme names, what stands: its day (null: it did not happen after all), the entry that says so, and whose it is. Left out before the first. */
  happened?: Record<string, Happened>;
  /** `{body}/{fiscal year}` → meetings so far. */
  meetings: Record<string, MeetingCount>;
  /** Meetings that were convened here; left out before the first. */
  convened?: Meetings;
  /** The last instant the clock was moved to; null where it never was. */
  clockMovedTo: string | null;
  /** The public key that vouches for senders; null before the first is pinned. */
  signingKey: string | null;
  /** To the installation whose key that is, which has not taken it up yet; left out before it ever was. */
  handedOver?: boolean;
  /** Oldest first; left out before the first. */
  amendments?: Amendment[];
  /** The edition in force, and the entry that adopted it; left out while it is the one that was loaded. */
  edition?: { seq: number; digest: string };
  /** Entries by 代決 that whoever they were in the name of has looked at (後閲), and when; left out while there are none. */
  seen?: Record<string, VagueDay>;
  /** By id; left out before the first. */
  vendors?: Record<string, Vendor>;
  /** Oldest first; left out before the first. */
  vendorNotices?: VendorNotice[];
  /** By id; null: one of every year that this programme does not have. */
  busyTimes?: Record<string, BusyTime | null>;
  /** How many reports were issued; left out before the first. */
  reports?: number;
  /** What people hold that is not over; left out until the chain says so. */
  powers?: Powers;
}

export interface ProgrammeSnapshot {
  status: 'active';
  value: 'open';
  context: ProgrammeContext;
  historyValue: Record<string, never>;
  children: Record<string, never>;
}

export const emptyProgramme: ProgrammeContext = {
  version: 0,
  occurrences: [],
  meetings: {},
  clockMovedTo: null,
  signingKey: null,
};
