// What the server tells of who is asking, and of programmes.
import { z } from '@hono/zod-openapi';
import { deputyKinds } from '../../machines/record/deputy.ts';
import { day, instant, text, vagueDay } from './values.ts';

export const me = z
  .object({
    account: z.string(),
    name: z.string(),
    posts: z.array(
      z.object({
        post: z.string(),
        label: text,
        programme: z.string(),
        system: z.string().nullable(),
        systemName: text.nullable(),
        until: day,
        /** In whose stead; null where it is held in one’s own right. */
        deputy: z
          .object({
            kind: z.enum(deputyKinds),
            kindLabel: text,
            /** Null while the office is vacant. */
            holder: z.object({ account: z.string(), name: z.string() }).nullable(),
            /** Of a 代決: the day by which its holder is to look at it. */
            seenBy: day.nullable(),
          })
          .nullable(),
      }),
    ),
    /** Its password was given out by another: nothing else is answered until it is changed. */
    mustChangePassword: z.boolean(),
    /** A second factor is required of this account and not set up: the same. */
    mustSetSecondFactor: z.boolean(),
    /** May load programmes and issue tokens. */
    administrator: z.boolean(),
    auditor: z.boolean(),
    /** Codes of programmes whose clock cannot be told now: posts in them are left out. */
    notReady: z.array(z.string()),
  })
  .openapi('Me');
export type Me = z.infer<typeof me>;

export const programmeRow = z
  .object({
    code: z.string(),
    name: text,
    rehearsal: z.boolean(),
    now: instant,
    today: day,
    systems: z.number().int(),
  })
  .openapi('ProgrammeRow');
export const programmeList = z
  .object({
    items: z.array(programmeRow),
    /** Those of the caller's whose clock cannot be told now. */
    notReady: z.array(programmeRow.pick({ code: true, name: true, rehearsal: true })),
  })
  .openapi('ProgrammeList');
export type ProgrammeList = z.infer<typeof programmeList>;

export const programmeView = programmeRow
  .extend({
    version: z.number().int().openapi({ description: 'Entries of its own chain so far.' }),
    waves: z.array(z.object({ id: z.string(), label: text, note: text.nullable() })),
    businesses: z.array(z.object({ name: z.string(), applies: z.boolean(), reason: z.string().nullable() })),
    bodies: z.array(
      z.object({ id: z.string(), label: text, members: z.number().int(), assumed: z.string().nullable() }),
    ),
    occurrences: z.array(
      z.object({
        id: z
          .string()
          .nullable()
          .openapi({ description: 'Where it is one that deadlines are counted from.' }),
        on: vagueDay,
        endedOn: vagueDay.nullable(),
        title: text,
        kind: z.string(),
        source: z.string().nullable(),
      }),
    ),
    control: z.array(z.object({ post: z.string(), label: text })).openapi({
      description: 'Whose act it is to record what happens around it.',
    }),
    proposers: z.array(z.object({ post: z.string(), label: text })).openapi({
      description: 'Who may propose an amendment of it.',
    }),
    namedOccurrences: z.array(z.object({ id: z.string(), label: text, on: vagueDay.nullable() })).openapi({
      description: 'What deadlines are counted from, and when it happened; null while it has not.',
    }),
    meetings: z.array(
      z.object({
        body: z.string(),
        label: text,
        fiscalYear: z.number().int(),
        count: z.number().int(),
        on: vagueDay,
      }),
    ),
  })
  .openapi('Programme');
export type ProgrammeView = z.infer<typeof programmeView>;
