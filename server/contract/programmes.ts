// What the server tells of programmes, people, deadlines and the record as a whole.
import { z } from '@hono/zod-openapi';
import { deputyKinds } from '../../machines/record/deputy.ts';
import { LENGTH } from '../../machines/record/limits.ts';
import { stepStatuses } from '../../machines/values/national-step.ts';
import { chosenId } from '../../machines/values/text.ts';
import { contractVersionView, estimateView } from './ends/money.ts';
import { deadlineView, explainedDeadline } from './migrations/deadline.ts';
import { slipLine } from './migrations/explanation.ts';
import { carriedBy } from './telling/contacts.ts';
import { day, inputIssue, instant, pageOf, setting, text, vagueDay } from './values.ts';

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

export const loadBody = z
  .object({
    files: z
      .array(z.object({ path: z.string().max(300), text: z.string().max(2_000_000) }))
      .min(1)
      .max(100),
  })
  .openapi('Load');
export const loaded = z
  .object({
    code: z.string(),
    name: text,
    rehearsal: z.boolean(),
    systems: z.number().int(),
    entries: z.number().int(),
    created: z.boolean(),
    /** A rehearsal's accounts with their passwords, shown once; empty when all had been made before. */
    accounts: z.array(z.object({ account: z.string(), name: z.string(), password: z.string() })),
    /** What should be looked at in the files, though it is no mistake; told however often they are loaded. */
    remarks: z.array(inputIssue),
  })
  .openapi('Loaded');

/** What loading the same files would do. */
export const loadCheck = z
  .object({
    code: z.string(),
    name: text,
    rehearsal: z.boolean(),
    /** `part`: an earlier loading was cut off, and this one would complete it. `whole`: nothing would change. */
    stands: z.enum(['nothing', 'part', 'whole']),
    systems: z.number().int(),
    /** Entries that tell the past. */
    entries: z.number().int(),
    /** A rehearsal's people. */
    accounts: z.number().int(),
    remarks: z.array(inputIssue),
    /** What stands otherwise: with any of them, loading is refused (programmeDiffers). */
    differences: z.array(inputIssue),
  })
  .openapi('LoadCheck');
export type LoadCheck = z.infer<typeof loadCheck>;

export const clockBody = z
  .object({ to: instant, requestId: chosenId(LENGTH.requestId), post: z.string().max(LENGTH.id) })
  .openapi('ClockMove');
export const clockMoved = z.object({ setting, fired: z.number().int() }).openapi('ClockMoved');

export const noticeView = z
  .object({
    id: z.string(),
    system: z.string(),
    systemName: text,
    post: z.string(),
    postLabel: text,
    code: z.string(),
    message: text,
    recordedAt: instant,
    read: z.boolean(),
  })
  .openapi('Notice');
/** What waits for one of the reader's posts. */
export const taskView = z
  .object({
    system: z.string(),
    systemName: text,
    post: z.string(),
    postLabel: text,
    phaseLabel: text,
    stage: z.string(),
    nextDeadline: deadlineView.nullable(),
  })
  .openapi('Task');
export const inboxView = z
  .object({
    setting,
    tasks: z.array(taskView),
    notices: z.array(noticeView),
    nextCursor: z.string().nullable(),
    unread: z.number().int(),
    /** The newest digest; null before the first. */
    digest: z
      .object({
        day,
        madeAt: instant,
        late: z.boolean(),
        readAt: instant.nullable(),
        /** How it went to the reader besides the inbox, and what came of it. */
        channels: z.array(carriedBy),
        lines: z.array(
          z.object({
            kind: z.enum(['deadline', 'task', 'told']),
            text,
            act: text.nullable(),
            /** Of a deadline: how its date comes about. */
            derivation: text.nullable(),
            late: z.boolean(),
            /** Told before, and still so. */
            standing: z.boolean(),
            /** Each with the post in which the reader does it there. */
            systems: z.array(z.object({ system: z.string(), systemName: text, post: z.string().nullable() })),
          }),
        ),
      })
      .nullable(),
  })
  .openapi('Inbox');
export type InboxView = z.infer<typeof inboxView>;

export const deadlineQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  status: z.enum(['open', 'missed', 'all']).default('open'),
  system: z.string().max(LENGTH.id).optional(),
});
export const deadlinePage = pageOf(explainedDeadline.extend({ system: z.string(), systemName: text }))
  .extend({ setting })
  .openapi('DeadlinePage');

const stepStatus = z.enum(stepStatuses);
/** The 40 columns of each business; `systems` is empty for a business that is 対象外. */
export const nationalSheet = z
  .object({
    setting,
    steps: z.array(z.object({ id: z.string(), name: z.string() })),
    rows: z.array(
      z.object({
        business: z.string(),
        applies: z.boolean(),
        reason: z.string().nullable(),
        systems: z.array(z.string()),
        /** Which part of it each of them carries, by system; one that carries all of it is not there. */
        parts: z.record(z.string(), z.string()),
        statuses: z.record(z.string(), stepStatus),
        completedPermille: z.number().int(),
        inProgressPermille: z.number().int(),
        notStartedPermille: z.number().int(),
        /** Steps the rates are over; kept with the figure because it has changed before. */
        denominator: z.number().int(),
        /** One of the 20 businesses; 共通機能 is listed outside them. */
        counted: z.boolean(),
        live: z.boolean(),
      }),
    ),
    /** Counts of steps over the counted businesses (20 × 40 = 800). */
    total: z.object({
      businesses: z.number().int(),
      denominator: z.number().int(),
      completed: z.number().int(),
      inProgress: z.number().int(),
      notStarted: z.number().int(),
      live: z.number().int(),
    }),
  })
  .openapi('NationalSheet');
export type NationalSheet = z.infer<typeof nationalSheet>;

/** The ward's report, as tables. Report day and data day differ: both are stated. */
export const report = z
  .object({
    setting,
    reportOn: day,
    dataOn: day,
    /** What happened within it is told; null where all of it is. */
    period: z.object({ from: day, to: day }).nullable(),
    occurrences: programmeView.shape.occurrences,
    meetings: programmeView.shape.meetings,
    progress: z.array(
      z.object({
        wave: z.string(),
        waveLabel: text,
        phases: z.array(
          z.object({
            phase: z.string(),
            label: text,
            systems: z.array(z.object({ system: z.string(), name: text, assumed: z.boolean() })),
          }),
        ),
      }),
    ),
    /** Phases left through their gates within the period; none where there is no period. */
    passed: z.array(
      z.object({ system: z.string(), name: text, phase: z.string(), label: text, on: vagueDay }),
    ),
    selections: z.array(
      z.object({
        system: z.string(),
        name: text,
        candidate: z.string(),
        technical: z.string(),
        price: z.string(),
        total: z.string(),
        printedTotal: z.string(),
        rounded: z.boolean(),
        outOf: z.object({ technical: z.string(), price: z.string() }),
        method: z.string(),
        applicants: z.number().int().nullable(),
      }),
    ),
    contracts: z.array(
      z.object({
        system: z.string(),
        name: text,
        vendor: z.string(),
        amounts: z.array(z.object({ fiscalYear: z.number().int(), amountYen: z.number().int() })),
        totalYen: z.number().int(),
        continuesInto: z.array(z.number().int()),
      }),
    ),
    contractSums: z.object({
      amounts: z.array(z.object({ fiscalYear: z.number().int(), amountYen: z.number().int() })),
      totalYen: z.number().int(),
    }),
    /** Budgets that are recorded with amounts, and what contracts take of them by fiscal year. */
    budgets: z.array(
      z.object({
        system: z.string(),
        name: text,
        fiscalYear: z.number().int(),
        requestedYen: z.number().int().nullable(),
        assessedYen: z.number().int().nullable(),
        votedYen: z.number().int().nullable(),
        limitYen: z.number().int().nullable(),
        contractYen: z.number().int().nullable(),
      }),
    ),
    /** 債務負担行為, a row for each year of its limits. */
    obligations: z.array(
      z.object({
        system: z.string(),
        name: text,
        no: z.number().int(),
        matter: z.string(),
        startOn: vagueDay,
        endOn: vagueDay,
        on: vagueDay,
        fiscalYear: z.number().int(),
        limitYen: z.number().int(),
      }),
    ),
    estimates: z.array(estimateView.extend({ system: z.string(), name: text })),
    /** Of contracts that were amended, terminated or recorded with the day of their 決裁. */
    contractVersions: z.array(
      contractVersionView.extend({ system: z.string(), name: text, terminatedOn: vagueDay.nullable() }),
    ),
    special: z.array(
      z.object({
        system: z.string(),
        name: text,
        regime: z.string(),
        scope: z.string().nullable(),
        reasonTypes: z.array(z.number().int()),
        completionOn: z.string().nullable(),
        pendingOn: vagueDay
          .nullable()
          .openapi({ description: '判断保留: left open by the State since then.' }),
      }),
    ),
    /** By how much days have moved; none where nobody gave a cause. */
    slips: z.array(slipLine.extend({ system: z.string(), name: text })),
    notes: z.array(
      z.object({
        ja: z.string(),
        en: z.string(),
        /** Of an assumption: the figures that rest on it. */
        about: z
          .object({
            table: z.enum(['progress', 'selections', 'contracts', 'special', 'system']),
            systems: z.array(z.string()),
          })
          .optional(),
      }),
    ),
  })
  .openapi('Report');
export type Report = z.infer<typeof report>;

/** Of the systems whose days have moved. */
export const slipList = z
  .object({
    setting,
    systems: z.array(z.object({ system: z.string(), name: text, slips: z.array(slipLine) })),
  })
  .openapi('Slips');
export type SlipList = z.infer<typeof slipList>;
