// What the server is asked and tells of meetings: their agenda, who is there, what was voted, and what came of each item.
import { z } from '@hono/zod-openapi';
import { forms, voices } from '../../../machines/decision/ballot.ts';
import { provisosAsked, reopens } from '../../../machines/decision/proviso.ts';
import { decides, lookedAt, minutes, outcomes } from '../../../machines/decision/resolution.ts';
import { timeOfDay } from '../../../machines/definition/words.ts';
import { meetingStatuses, motions } from '../../../machines/programme/meetings/meeting.ts';
import { deputy } from '../../../machines/record/deputy.ts';
import { LENGTH, MEETING } from '../../../machines/record/limits.ts';
import { chosenId, written, writtenLine } from '../../../machines/values/text.ts';
import { day, refusalView, setting, text } from '../values.ts';

const requestId = chosenId(LENGTH.requestId);
const known = z.string().min(1).max(LENGTH.id);
const reason = written(LENGTH.paragraph);

export const newMeeting = z
  .strictObject({
    post: known,
    body: known,
    form: z.enum(forms),
    on: day,
    at: timeOfDay.optional().openapi({ description: '`HH:MM`, in Japan' }),
    place: writtenLine(LENGTH.line).optional(),
    agenda: z
      .array(
        z.strictObject({
          system: known,
          /** What is under decision there now, where left out. */
          decides: decides.optional(),
          title: writtenLine(LENGTH.line).optional(),
          /** Of a circulation: on which conditions it is put before those who answer. */
          conditions: provisosAsked,
        }),
      )
      .min(1)
      .max(MEETING.items),
    requestId,
  })
  .openapi('NewMeeting');

export const meetingClosing = z
  .strictObject({
    post: known,
    reasons: z
      .array(z.strictObject({ item: z.number().int().min(1), reason }))
      .max(MEETING.items)
      .optional(),
    requestId,
  })
  .openapi('MeetingClosing');

export const meetingCarrying = z.strictObject({ post: known }).openapi('MeetingCarrying');

const count = z.number().int();
export const seat = z.object({
  account: z.string(),
  name: z.string(),
  system: z.string().nullable(),
  /** Null: in their own right. */
  deputy: deputy.nullable(),
});

const condition = z.object({
  text: z.string(),
  owner: z.string(),
  ownerLabel: text,
  dueOn: day,
  /** What is open again once its day is over and it is unmet. */
  reopens: reopens.nullable(),
});

const itemView = z.object({
  number: count,
  /** Why nothing of it is shown to the reader; then nothing of it is. */
  undisclosed: text.nullable(),
  system: z.string().nullable(),
  systemName: text.nullable(),
  decides: decides.nullable(),
  /** What it decides, in words. */
  what: text.nullable(),
  title: z.string().nullable(),
  /** What is under decision there now, to be named with a vote; null where nothing is. */
  now: lookedAt.nullable(),
  /** What was put before those who answer, or was voted on. */
  of: lookedAt.nullable(),
  /** Who drafted, proposed or declared an interest, has a seat and is not recused yet: they are to be. */
  mustRecuse: z.array(z.string()),
  recused: z.array(z.object({ account: z.string(), reason: z.string() })),
  presider: z.string().nullable(),
  /** Accounts that have a vote. */
  voters: z.array(z.string()),
  /** Of a circulation: whose answer is out. */
  out: z.array(z.string()),
  /** Of a circulation: whoever may still answer, a deputy for a holder among them. */
  answerable: z.array(z.string()),
  /** Whether it can be approved on conditions at all. */
  takesConditions: z.boolean(),
  /** On which conditions it was approved, or is put before those who answer. */
  conditions: z.array(condition),
  motion: z.enum(motions).nullable(),
  votes: z.array(z.object({ account: z.string(), voice: z.enum(voices) })),
  /** What whoever presides made of a tie. */
  casting: z.enum(['for', 'against']).nullable(),
  reason: z.string().nullable(),
  count: z
    .object({ present: count, quorum: count, for: count, against: count, abstain: count, result: z.string() })
    .nullable(),
  /** What was resolved, once the meeting is closed. */
  outcome: z.enum(outcomes).nullable(),
  said: text.nullable(),
  /** Whether its migration has taken it. */
  taken: z.boolean(),
});
export type MeetingItemView = z.infer<typeof itemView>;

const meetingLine = z.object({
  number: count,
  body: z.string(),
  bodyLabel: text,
  form: z.enum(forms),
  on: day,
  status: z.enum(meetingStatuses),
  items: count,
  minutes: minutes.nullable(),
  /** It had its quorum in one item at least. */
  sat: z.boolean(),
});
export type MeetingLine = z.infer<typeof meetingLine>;
export const meetingList = z.object({ setting, items: z.array(meetingLine) }).openapi('MeetingList');

export type MeetingList = z.infer<typeof meetingList>;

export const meetingView = meetingLine
  .extend({
    setting,
    at: z.string().nullable(),
    place: z.string().nullable(),
    secretariat: z.array(z.object({ post: z.string(), label: text })),
    members: count,
    quorum: count,
    roll: z.array(seat),
    chair: z.string().nullable(),
    deputyChair: z.string().nullable(),
    /** Null before it is recorded, and of a circulation. */
    present: z.array(z.string()).nullable(),
    /** Who was said to be away, and why. */
    away: z.array(z.object({ account: z.string(), reason: z.string() })),
    /** It is closed with its minutes only. */
    minutesWanted: z.boolean(),
    agenda: z.array(itemView),
  })
  .openapi('Meeting');
export type MeetingView = z.infer<typeof meetingView>;

export const carriedAs = ['taken', 'already', 'refused', 'unanswered', 'undecided'] as const;
const carried = z.object({
  number: count,
  system: z.string(),
  systemName: text,
  as: z.enum(carriedAs),
  /** The entry of the migration's chain; null where there is none. */
  entry: count.nullable(),
  refusals: z.array(refusalView),
});
export type CarriedView = z.infer<typeof carried>;

export const meetingRecorded = z
  .object({ setting, meeting: count, repeated: z.boolean() })
  .openapi('MeetingRecorded');
export const meetingCarried = z
  .object({ setting, meeting: count, closedBy: count, items: z.array(carried) })
  .openapi('MeetingCarried');
export type MeetingCarried = z.infer<typeof meetingCarried>;
