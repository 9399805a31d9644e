// What decides a programme, to be looked at: its paths with their gates, who decides, and their deadlines; and its calendars by years.
import { z } from '@hono/zod-openapi';
import { day, setting, text } from '../values.ts';

const post = z.object({ post: z.string(), label: text });

const gateView = z.object({
  label: text,
  approvals: z.array(
    post.extend({
      /** How many of it must agree, and of how many. */
      votes: z.number().int(),
      members: z.number().int(),
      /** More than half of its members, however many these are. */
      majority: z.boolean(),
    }),
  ),
  conditions: z.array(z.object({ label: text, hard: z.boolean(), who: z.array(post) })),
});

const pathView = z.object({
  id: z.string(),
  version: z.number().int(),
  label: text,
  systems: z.array(z.object({ system: z.string(), name: text, wave: z.string() })),
  phases: z.array(
    z.object({
      phase: z.string(),
      label: text,
      owners: z.array(post),
      nationalSteps: z.array(z.string()),
      gate: gateView.nullable(),
      /** The system may go live from this phase on. */
      goesLive: z.boolean(),
      /** Deadlines that this phase meets. */
      deadlines: z.array(z.string()),
    }),
  ),
  deadlines: z.array(
    z.object({
      deadline: z.string(),
      label: text,
      basis: z.string(),
      /** How its day comes about. */
      rule: text,
      /** Null where it is counted or undecided. */
      fixedOn: day.nullable(),
      /** A small change may set its day. */
      settable: z.boolean(),
      hard: z.boolean(),
      to: z.array(post),
      extendableBy: z.array(post),
      /** The phase that meets it; null where going live or conformity does. */
      phase: z.string().nullable(),
      /** Fewer than all of the path's systems. */
      systems: z.array(z.string()).nullable(),
    }),
  ),
});

export const pathList = z
  .object({
    setting,
    version: z.number().int(),
    items: z.array(pathView),
    /** Bodies and divisions, with the members that a small change may set. */
    bodies: z.array(
      z.object({ body: z.string(), label: text, members: z.number().int(), until: day.nullable() }),
    ),
    waves: z.array(z.object({ wave: z.string(), label: text })),
    systems: z.array(
      z.object({
        system: z.string(),
        name: text,
        wave: z.string(),
        path: z.string(),
        /** With the part of it that it covers; null where it is the whole. */
        businesses: z.array(z.object({ name: z.string(), part: z.string().nullable() })),
        /** It has ended by an amendment. */
        retired: z.boolean(),
        /** Phases in which a system that goes on with it may begin: its own and earlier ones. */
        begins: z.array(z.string()),
        /** Systems that wait for milestones of it. */
        awaitedBy: z.array(z.string()),
      }),
    ),
    businesses: z.array(z.object({ name: z.string(), applies: z.boolean() })),
  })
  .openapi('Paths');
export type PathList = z.infer<typeof pathList>;
export type PathView = PathList['items'][number];

export const calendarQuery = z.object({
  year: z
    .string()
    .regex(/^(19|20|21)\d{2}$/, 'year')
    .optional()
    .openapi({ description: '暦年（省くと今年） / calendar year; this one where left out' }),
});

/** `law`: 国民の祝日に関する法律; `custom`: a day on which by custom nothing is dealt; `programme`: its own, by ordinance or amendment. */
export const closedSources = ['law', 'custom', 'programme'] as const;

const calendarView = z.object({
  id: z.string(),
  version: z.string(),
  source: z.string(),
  /** From this day on the national holidays are not fixed yet. */
  provisionalFrom: day,
  systems: z.array(text),
  closed: z.array(
    z.object({
      on: day,
      from: z.enum(closedSources),
      why: text,
      /** A Saturday or Sunday, closed besides. */
      weekend: z.boolean(),
    }),
  ),
  halfDays: z.array(z.object({ on: day, closesAt: z.string(), name: z.string().nullable() })),
});

export const calendarList = z
  .object({ setting, year: z.number().int(), items: z.array(calendarView) })
  .openapi('Calendars');
export type CalendarList = z.infer<typeof calendarList>;

/** Whoever held what on a day, as the programme's chain said it; its bodies and what their gates asked of them. */
export const officesView = z
  .object({
    setting,
    /** False where nothing of people is on record as of that day. */
    known: z.boolean(),
    bodies: z.array(
      z.object({
        body: z.string(),
        label: text,
        members: z.number().int(),
        /** Voices that gates of the paths of that day asked of it, each number once. */
        quorums: z.array(z.number().int()),
      }),
    ),
    held: z.array(
      z.object({
        account: z.string(),
        name: z.string(),
        post: z.string(),
        postLabel: text,
        system: z.string().nullable(),
        systemName: text.nullable(),
        /** In whose stead: a deputy's; null of a post of one's own. */
        deputy: z.object({ kindLabel: text, holder: z.string().nullable() }).nullable(),
        from: day,
        until: day,
      }),
    ),
  })
  .openapi('Offices');
export type OfficesView = z.infer<typeof officesView>;
