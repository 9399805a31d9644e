// The files of a seed: a programme written down as data, one schema per file. Shape only, of values that written.ts has
// read; whether the parts fit together is checked in check/. Knows neither YAML nor files.
import * as z from 'zod';
import {
  assumed,
  body,
  type condition,
  continuation,
  day,
  deadline,
  deadlineRule,
  gate,
  id,
  line,
  metBy,
  paragraph,
  path,
  phase,
  plannedPhase,
  retirement,
  stepId,
  text,
  vagueDay,
} from '../definition/definition.ts';
import { type DeadlineKind, deadlineKinds, ladderSaid } from '../definition/ladder.ts';
import { meetingRules } from '../definition/meeting-rules.ts';
import { timeOfDay } from '../definition/words.ts';
import { acts, type FactType } from '../migration/acts.ts';
import { type Act, importable } from '../migration/event.ts';
import { note, programmeDefinition } from '../programme/definition.ts';
import { toldByHistory } from '../programme/event.ts';
import { besideForm } from '../record/chain.ts';
import { LENGTH } from '../record/limits.ts';
import { isNthWeekday, readNthWeekday } from '../values/calendar/nth-weekday.ts';
import { readYear } from '../values/calendar/year.ts';
import { readMonthDay } from '../values/read-day.ts';
import { readInstant } from '../values/read-instant.ts';
import { businessName, readers } from '../values/schemas.ts';
import { written, writtenLine } from '../values/text.ts';

const business = businessName(LENGTH.line);
const year = z.number().int().min(1948).max(2199).register(readers, { read: readYear });
const isInstant = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** Whoever has the programme's control is a body's secretariat where nothing is said. */
const bodyFile = body.omit({ quorum: true }).extend({
  meets: meetingRules.extend({ secretariat: meetingRules.shape.secretariat.optional() }).optional(),
});

export const programmeFile = z.strictObject({
  version: z.number().int().min(1).default(1),
  code: z.string().regex(/^\d{6}$/, { message: 'municipalityCode' }),
  name: text,
  /** A rehearsal; with a mark of its own where it stands beside the real programme of the same code. */
  rehearsal: z.union([
    z.boolean(),
    z.strictObject({ as: z.string().regex(besideForm, { message: 'rehearsalMark' }) }),
  ]),
  startAt: z
    .string()
    .refine(isInstant, { message: 'instant' })
    .register(readers, { read: (given) => readInstant(given) }),
  waves: z.array(z.strictObject({ id, label: text, note: note.optional() })).min(1),
  businesses: z
    .array(z.strictObject({ name: business, applies: z.boolean(), reason: paragraph.optional() }))
    .min(1),
  bodies: z.array(bodyFile).min(1),
  control: z.array(id).min(1),
  amend: programmeDefinition.shape.amend,
  closed: programmeDefinition.shape.closed,
  sight: programmeDefinition.shape.sight,
  decisions: programmeDefinition.shape.decisions,
  occurrences: programmeDefinition.shape.occurrences,
});

/** A path, and the national steps that are over before it begins. */
export const pathFile = path.extend({
  /** False for what reports no 40 steps (連携基盤): then its phases name none. */
  nationalSteps: z.boolean().default(true),
  stepsBefore: z.strictObject({ steps: z.array(stepId).min(1), assumed }).optional(),
});
export const pathsFile = z.strictObject({ paths: z.array(pathFile).min(1) });

/** What one system does otherwise in a phase; what is left out stays as its path says. */
const phaseChange = z.strictObject({
  phase: id,
  reason: paragraph,
  label: phase.shape.label.optional(),
  owners: phase.shape.owners.optional(),
  gate: gate.optional(),
});

const systemSeed = z.strictObject({
  id,
  name: text,
  businesses: z.array(business).min(1),
  part: line.optional(),
  /** Of each business that it carries a part of: which; it carries the others whole. */
  parts: z.record(business, line).optional(),
  wave: id,
  path: id,
  /** Who holds in this system the posts that its path and deadlines speak of: post of the path → body. */
  roles: z.record(id, id).optional(),
  /** Why this is taken to be one system, where no source names the procurement unit. */
  assumed: assumed.optional(),
  /** It goes, from the amendment on that says so. */
  retired: retirement.optional(),
  /** Systems that are split or merged in the same amendment, with which it goes on. */
  continues: continuation.optional(),
  /** Dates that replace the wave's for the phases named. */
  plan: z.array(plannedPhase).default([]),
  /** Dates in place of the wave's whole plan; a phase left out has none (未定). */
  ownPlan: z.array(plannedPhase).optional(),
  skips: z.array(z.strictObject({ phase: id, reason: written(LENGTH.stepReason) })).default([]),
  changes: z.array(phaseChange).default([]),
  /** Milestones of other systems that one of its gates waits for, besides those of its path. */
  awaits: z
    .array(
      z.strictObject({
        phase: id,
        system: id,
        milestone: id,
        label: text,
        hard: z.boolean(),
        who: z.array(id).min(1),
      }),
    )
    .default([]),
});

export const systemsFile = z.strictObject({
  /** Planned dates by wave. */
  plans: z.record(id, z.array(plannedPhase)).default({}),
  systems: z.array(systemSeed).min(1),
});

// The kinds are named once, which a spread of entries cannot show.
type Ladders = Record<'all' | DeadlineKind, typeof ladderSaid>;

const deadlineTemplate = deadline.omit({ rule: true, metBy: true }).extend({
  appliesTo: z.strictObject({
    waves: z.array(id).default([]),
    paths: z.array(id).default([]),
    systems: z.array(id).default([]),
    except: z.array(id).default([]),
  }),
  /** Who may extend it; `nobody` said in so many words, of a hard one too. */
  extendableBy: z.union([z.literal('nobody'), deadline.shape.extendableBy]),
  /** What it has otherwise than the ladder of its kind. */
  ladder: ladderSaid.optional(),
  rule: deadlineRule.optional(),
  metBy: metBy.optional(),
  /** One deadline for the planned end of every phase, in place of `rule` and `metBy`; `{phase}` in the label. */
  eachPhase: z.literal(true).optional(),
});
export const deadlinesFile = z.strictObject({
  /** When and to whom deadlines without `reminders` are told: all of them, and those of a kind otherwise. */
  ladders: z
    .strictObject({
      all: ladderSaid,
      ...Object.fromEntries(deadlineKinds.map((kind) => [kind, ladderSaid])),
    } as Ladders)
    .partial()
    .optional(),
  deadlines: z.array(deadlineTemplate),
});

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { message: 'monthDay' })
  .register(readers, { read: readMonthDay });
const nthWeekday = z
  .string()
  .refine(isNthWeekday, { message: 'nthWeekday' })
  .register(readers, { read: readNthWeekday });
export const calendarFile = z.strictObject({
  id,
  version: line,
  source: paragraph,
  firstYear: year,
  lastYear: year,
  provisionalFrom: day,
  holidays: z.array(z.strictObject({ on: day, name: line })),
  /** Days the municipality's own ordinance closes every year (12-29 … 01-03). */
  yearly: z.array(
    z.strictObject({ days: z.array(monthDay).min(1), name: line.optional(), basis: paragraph }),
  ),
  /** Days on which by custom nothing is dealt (民法142条); with them, also with none, it is kept why each day is closed. */
  custom: z.array(monthDay).optional(),
  /** Days on which the office closes early, every year. */
  halfDays: z
    .array(
      z.strictObject({
        days: z.array(monthDay).min(1),
        closesAt: timeOfDay,
        from: day.optional(),
        until: day.optional(),
        name: line.optional(),
        basis: paragraph,
      }),
    )
    .optional(),
  /** Weekdays of a month that are closed again and again: every third Monday, the last Friday of March. */
  recurring: z
    .array(
      z.strictObject({
        on: nthWeekday,
        months: z.array(z.number().int().min(1).max(12)).min(1).optional(),
        from: day.optional(),
        until: day.optional(),
        name: line.optional(),
        basis: paragraph,
      }),
    )
    .default([]),
  /** Single days: closed by an amendment or once by the ordinance, open after all. They come last, after every rule. */
  single: z.strictObject({ closed: z.array(day).default([]), open: z.array(day).default([]) }).optional(),
});

const origin = { source: paragraph.optional(), assumed: assumed.optional() };
const passed = acts['gate.imported'].schema.extend({ source: paragraph.optional() });
type Importable = Exclude<Act, { type: 'gate.imported' }> | z.infer<typeof passed>;
type Schema = (typeof acts)[FactType]['schema'];
/** Facts that a history may bring: those whose act may come from an import. */
// The table's own schemas, filtered: their union has the type of what they read, which a filter cannot show.
export const importedFact = z.discriminatedUnion('type', [
  passed,
  ...importable.filter((type) => type !== 'gate.imported').map((type): Schema => acts[type].schema),
]) as unknown as z.ZodType<Importable>;
export const historyFile = z.strictObject({
  programme: z.array(z.strictObject({ on: vagueDay, fact: toldByHistory, ...origin })).default([]),
  /** The day on which each system's path begins; the programme's start where nothing is said. */
  begins: z.array(z.strictObject({ systems: z.array(id).min(1), on: vagueDay, ...origin })).default([]),
  events: z
    .array(z.strictObject({ systems: z.array(id).min(1), on: vagueDay, fact: importedFact, ...origin }))
    .default([]),
});

export const accountsFile = z.strictObject({
  accounts: z.array(
    z.strictObject({
      id,
      name: writtenLine(LENGTH.name),
      /** A post in the whole programme, or in the systems named. */
      posts: z.array(z.strictObject({ post: id, systems: z.array(id).min(1).optional() })).min(1),
      /** The last day of the posts; the server's own rule where left out. */
      until: day.optional(),
      administrator: z.boolean().default(false),
    }),
  ),
});

export type ProgrammeFile = z.infer<typeof programmeFile>;
export type PathSeed = z.infer<typeof pathFile>;
export type SystemsFile = z.infer<typeof systemsFile>;
export type SystemSeed = z.infer<typeof systemSeed>;
export type DeadlineTemplate = z.infer<typeof deadlineTemplate>;
export type DeadlinesFile = z.infer<typeof deadlinesFile>;
export type CalendarFile = z.infer<typeof calendarFile>;
export type HistoryFile = z.infer<typeof historyFile>;
export type AccountsFile = z.infer<typeof accountsFile>;
export type Milestone = Extract<z.infer<typeof condition>, { kind: 'milestone' }>;
