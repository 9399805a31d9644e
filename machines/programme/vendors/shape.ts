// What a programme knows of vendors: who serves which system, what they have told, and the times in which nobody switches over
// willingly. Shapes only.
import * as z from 'zod';
import { day, id, text, vagueDay } from '../../definition/definition.ts';
import { evidence } from '../../migration/gate/papers.ts';
import { ITEMS, LENGTH, VENDORS } from '../../record/limits.ts';
import { maybeWritten, writtenLine } from '../../values/text.ts';

const line = writtenLine(LENGTH.line);

/** current: runs what is there today; next: makes or brings the conforming system. */
export const servingAs = z.enum(['current', 'next']);

export const vendorFacts = {
  vendor: id,
  name: line,
  /** Systems that it serves. Whom a contract or a selection names is found by the name besides. */
  serves: z.array(z.strictObject({ system: id, as: servingAs })).max(VENDORS.systems),
  /** How many systems it can switch over in a month; left out where it has not said. */
  aMonth: z.number().int().min(1).max(VENDORS.systems).optional(),
};
const vendor = z.strictObject(vendorFacts);
export type Vendor = z.infer<typeof vendor>;

/** 撤退, 遅延, 要員のひっ迫, その他 */
export const vendorNoticeKind = z.enum(['withdrawal', 'delay', 'capacity', 'other']);
export type VendorNoticeKind = z.infer<typeof vendorNoticeKind>;

export const noticeFacts = {
  vendor: id,
  kind: vendorNoticeKind,
  systems: z
    .array(z.strictObject({ system: id }))
    .min(1)
    .max(VENDORS.systems),
  /** When the system will be there by its word; null while that is 未定. */
  until: vagueDay.nullable(),
  /** The letter, by its digest; it is dated by the event. */
  evidence,
  note: maybeWritten(LENGTH.paragraph),
};
const notice = z.strictObject(noticeFacts);

/** What is done about a notice, for one system. */
export const noticeAnswer = z.enum(['replanned', 'specialTransition', 'otherVendor', 'noEffect', 'other']);
export type NoticeAnswer = z.infer<typeof noticeAnswer>;

/** A notice as it is remembered: by the number of its entry; `answers`: by system. */
export type VendorNotice = Omit<z.infer<typeof notice>, 'systems'> & {
  seq: number;
  on: string;
  systems: string[];
  answers: Record<string, { answer: NoticeAnswer; on: string; by: string }>;
};

export const busyTimeFacts = {
  id,
  label: text,
  fromOn: day,
  untilOn: day,
  /** Only those; every business where left out. */
  businesses: z.array(line).min(1).max(ITEMS.businesses).optional(),
};
const busyTime = z.strictObject(busyTimeFacts);
export type BusyTime = z.infer<typeof busyTime>;
