// What is known before a meeting is convened: which bodies meet, who has a seat on that day, and what each could decide.
import { z } from '@hono/zod-openapi';
import { decides, tieHows } from '../../../machines/decision/resolution.ts';
import { day, setting, text } from '../values.ts';
import { seat } from './meetings.ts';

const count = z.number().int();

const posed = z.object({
  system: z.string(),
  systemName: text,
  decides,
  /** What it decides, in words. */
  what: text,
  /** Under decision there now; else it can only be put before a meeting that comes later, and before no circulation. */
  isNow: z.boolean(),
  /** Whether it can be approved on conditions at all. */
  takesConditions: z.boolean(),
  /** Of a tie: who is equal, to be put in an order, and by which ways. */
  tied: z
    .object({
      bidders: z.array(z.object({ id: z.string(), name: z.string() })),
      hows: z.array(z.object({ how: z.enum(tieHows), label: text })),
    })
    .nullable(),
});
export type PosedView = z.infer<typeof posed>;

const body = z.object({
  body: z.string(),
  label: text,
  secretariat: z.array(z.object({ post: z.string(), label: text })),
  members: count,
  quorum: count,
  /** Null where it never decides by circulation. */
  circulationQuorum: count.nullable(),
  minutesWanted: z.boolean(),
  /** Who is invited: everyone who has a seat on that day. */
  seats: z.array(seat),
  chair: z.string().nullable(),
  deputyChair: z.string().nullable(),
  items: z.array(posed).openapi({
    description: 'Of the systems that the reader sees; nothing of a procurement that is hidden.',
  }),
});
export type MeetingBodyView = z.infer<typeof body>;

export const convening = z
  .object({
    setting,
    /** The day for which it was asked. */
    on: day,
    bodies: z.array(body),
    /** Who may be asked to see to a condition. */
    owners: z.array(z.object({ post: z.string(), label: text })),
  })
  .openapi('Convening');
export type Convening = z.infer<typeof convening>;
