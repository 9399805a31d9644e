// What the server tells of migrations: the board's rows, one system whole, its chart, its explanation.
import { z } from '@hono/zod-openapi';
import { deadlineKind, slipCause } from '../../machines/definition/ladder.ts';
import { activities } from '../../machines/migration/state.ts';
import { questionKinds } from '../../machines/record/act.ts';
import { bodyStanding, bundleView, matterView, provisoView, recusalView } from './decisions.ts';
import { legalView } from './ends/legal.ts';
import { moneyView } from './ends/money.ts';
import { day, instant, pageOf, refusalView, setting, text, vagueDay } from './values.ts';

export const deadlineView = z
  .object({
    deadline: z.string(),
    label: text,
    basis: z.string(),
    hard: z.boolean(),
    status: z.enum(['waiting', 'pending', 'missed', 'met', 'metLate', 'dropped']),
    /** Its date is set, and it is neither met nor gone. */
    open: z.boolean(),
    nominalOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    dueAt: z.string().nullable(),
    /** Days from the programme's today (or the as-of day); negative when past; null without a date. */
    daysLeft: z.number().int().nullable(),
    caution: z.enum(['closedDay', 'provisionalCalendar', 'monthOnly']).nullable(),
    assumed: z.string().nullable(),
    extended: z.boolean(),
    /** Met by its day, recorded only after it was told as missed. */
    recordedLate: z.boolean(),
    /** Null of what was made before there were kinds. */
    kind: deadlineKind.nullable(),
    /** 未定 since a day, and who must set it; null where it has a day, or is counted from what has not come. */
    undecided: z.object({ since: day, setBy: z.array(z.string()) }).nullable(),
    /** An extension that is asked for and not decided. */
    asked: z
      .object({ dueOn: day, by: z.string(), post: z.string(), on: vagueDay, cause: slipCause.nullable() })
      .nullable(),
    /** Posts that know of it, and by when they mean to have it done. */
    acknowledged: z.array(
      z.object({
        post: z.string(),
        by: z.string(),
        on: vagueDay,
        doneBy: day.nullable(),
        note: z.string().nullable(),
      }),
    ),
  })
  .openapi('Deadline');
export type DeadlineView = z.infer<typeof deadlineView>;

/** A deadline with how its date comes about, where its definition and state are at hand. */
export const explainedDeadline = deadlineView
  .extend({
    /** A sentence for each part: what it is counted from, the period, closed days, what moved it. */
    derivation: z.array(text),
  })
  .openapi('ExplainedDeadline');
export type ExplainedDeadline = z.infer<typeof explainedDeadline>;

export const boardRow = z
  .object({
    system: z.string(),
    name: text,
    wave: z.string(),
    waveLabel: text,
    businesses: z.array(z.string()),
    part: z.string().nullable(),
    path: z.string(),
    version: z.number().int(),
    /** Of a system outside the reader's posts: its name, phase and state, and whether it is live; nothing else is told of it. */
    outline: z.boolean(),
    phase: z.string(),
    phaseLabel: text,
    phaseIndex: z.number().int(),
    phaseCount: z.number().int(),
    stage: z.enum(['working', 'underReview', 'goingBack']).nullable(),
    activity: z.enum(activities),
    regime: z.enum(['standard', 'candidate', 'applied', 'designated']),
    live: z.boolean(),
    waitingFor: z.array(z.object({ post: z.string(), label: text })),
    blockers: z.array(refusalView),
    nextDeadline: deadlineView.nullable(),
    overdue: z.number().int(),
    /** 完了率 of the system's businesses over the 40 steps, in tenths of a percent, by business. */
    completion: z.array(z.object({ business: z.string(), permille: z.number().int(), live: z.boolean() })),
  })
  .openapi('BoardRow');
export type BoardRow = z.infer<typeof boardRow>;

/** One of the programme's own; any other is refused (422) with those that exist. */
const named = z
  .string()
  .max(100)
  .optional()
  .openapi({ description: 'id か名前 / id, or its name in either language' });
export const boardQuery = z.object({
  wave: named,
  phase: named,
  activity: z.enum(activities).optional(),
  regime: z.enum(['standard', 'candidate', 'applied', 'designated']).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  stage: z.enum(['working', 'underReview', 'goingBack']).optional(),
  /** Something is lacking at its gate. */
  blocked: z.enum(['true', 'false']).optional(),
  live: z.enum(['true', 'false']).optional(),
  /** Of one business, under any of its names. */
  business: z.string().max(100).optional(),
  waitingFor: named,
  q: z.string().max(100).optional(),
  /** `worst`: what is past, then what is due soonest, then what lacks something; else the programme's own order. */
  order: z.enum(['programme', 'worst']).default('programme'),
});
const choice = z.object({ value: z.string(), label: text, systems: z.number().int() });
const boardChoices = z
  .object({
    waves: z.array(choice),
    phases: z.array(choice),
    waitingFor: z.array(choice),
    activities: z.array(choice),
    businesses: z.array(choice),
  })
  .openapi({
    description: 'What the systems may be chosen by, whatever page or filter is asked.',
  });
export type BoardChoices = z.infer<typeof boardChoices>;
const boardTotals = z
  .object({
    systems: z.number().int(),
    overdue: z.number().int(),
    underReview: z.number().int(),
    blocked: z.number().int(),
    live: z.number().int(),
  })
  .openapi({ description: 'Over every system that the caller may read, whatever page or filter is asked.' });
export type BoardTotals = z.infer<typeof boardTotals>;
export const boardPage = pageOf(boardRow)
  .extend({
    totals: boardTotals,
    /** How many systems the filter finds, on all pages. */
    found: z.number().int(),
    choices: boardChoices,
    setting,
  })
  .openapi('BoardPage');
export type BoardPage = z.infer<typeof boardPage>;

const personView = z.object({ account: z.string(), name: z.string(), post: z.string(), postLabel: text });
const decisionView = personView.extend({
  on: vagueDay,
  note: z.string().nullable(),
  warnings: z.array(z.string()),
  /** The digest of what was decided on; null where the programme did not say how it decides. */
  bundle: z.string().nullable(),
});

export const evidenceView = z.object({
  kind: z.string(),
  title: z.string(),
  sha256: z.string(),
  documentNo: z.string(),
  decidedOn: z.string(),
  by: z.string(),
  on: vagueDay,
  /** The system in whose chain it was recorded, where this one goes on with it. */
  from: z.string().optional(),
  fromName: text.optional(),
});

/** One phase of the path as the chart and the page's schedule need it. */
export const phaseView = z
  .object({
    id: z.string(),
    label: text,
    /** past: left; here: current; ahead: not yet reached. */
    position: z.enum(['past', 'here', 'ahead']),
    gate: z
      .object({
        id: z.string(),
        label: text,
        approvals: z.array(
          z.object({
            post: z.string(),
            label: text,
            quorum: z.number().int(),
            /** Those of one round decide in any order, once the rounds before have. */
            round: z.number().int(),
          }),
        ),
        assumed: z.string().nullable(),
      })
      .nullable(),
    owners: z.array(z.object({ post: z.string(), label: text })),
    steps: z.array(z.string()),
    announces: z.string().nullable(),
    days: z.object({
      entered: vagueDay.nullable(),
      submitted: vagueDay.nullable(),
      left: vagueDay.nullable(),
    }),
    plan: z
      .object({
        startOn: vagueDay,
        endOn: vagueDay,
        source: z.string().nullable(),
        assumed: z.string().nullable(),
      })
      .nullable(),
    passed: z
      .object({ on: vagueDay, approvals: z.array(decisionView), source: z.string().nullable() })
      .nullable(),
    evidence: z.array(evidenceView),
    /** Why its papers and words are not shown to the reader, and who sees them; null where they are. */
    undisclosed: text.nullable(),
  })
  .openapi('Phase');
export type PhaseView = z.infer<typeof phaseView>;

/** The state chart, read from the machine: nodes nest by `parent`, `here` marks every active state. */
export const chart = z
  .object({
    nodes: z.array(
      z.object({
        id: z.string(),
        parent: z.string().nullable(),
        label: text,
        kind: z.enum(['region', 'phase', 'stage', 'state']),
        here: z.boolean(),
        visited: z.boolean(),
      }),
    ),
    edges: z.array(
      z.object({ id: z.string(), from: z.string(), to: z.string(), event: z.string(), label: text }),
    ),
  })
  .openapi('Chart');
export type Chart = z.infer<typeof chart>;

export const systemView = z
  .object({
    setting,
    row: boardRow,
    phases: z.array(phaseView),
    chart,
    deadlines: z.array(explainedDeadline),
    submission: personView.extend({ on: vagueDay, note: z.string().nullable() }).nullable(),
    approvals: z.array(decisionView.extend({ body: z.string() })),
    provisos: z.array(provisoView).openapi({ description: 'Conditions of the approvals that stand.' }),
    recused: z.array(recusalView.extend({ body: z.string(), bodyLabel: text, phase: z.string().nullable() })),
    goingBack: personView
      .extend({ to: z.string(), toLabel: text, reason: z.string(), on: vagueDay })
      .nullable(),
    cancellation: personView
      .extend({ reason: z.string(), on: vagueDay })
      .nullable()
      .openapi({ description: 'Cancelling for good, as proposed and not yet decided.' }),
    returned: personView.extend({ reason: z.string(), on: vagueDay }).nullable().openapi({
      description: 'Why the last submission of this phase came back; null once submitted again.',
    }),
    pause: z.object({ on: vagueDay, reason: z.string(), by: personView }).nullable(),
    special: z
      .object({
        reasonTypes: z.array(z.number().int()),
        scope: z.string().nullable(),
        completionOn: z.string().nullable(),
        basis: z.string().nullable(),
        pending: z
          .object({ on: vagueDay, basis: z.string() })
          .nullable()
          .openapi({ description: '判断保留: left open by the State since then.' }),
        on: vagueDay,
      })
      .nullable(),
    conforms: z
      .array(
        z.object({
          requirement: z.enum(['data', 'linkage']),
          on: vagueDay,
          title: z.string(),
          documentNo: z.string(),
        }),
      )
      .openapi({ description: 'What it has been shown to conform to, live or not.' }),
    measures: z
      .array(
        z.object({
          function: z.string(),
          until: z.string(),
          basis: z.string(),
          on: vagueDay,
          endedOn: vagueDay.nullable(),
        }),
      )
      .openapi({
        description: 'Functions that follow later (経過措置), those that conform by now among them.',
      }),
    selection: z
      .object({
        candidate: z.string(),
        technical: z.string(),
        price: z.string(),
        total: z.string(),
        printedTotal: z.string(),
        method: z.string(),
        applicants: z.number().int().nullable(),
        on: vagueDay,
      })
      .nullable(),
    contract: z
      .object({
        vendor: z.string(),
        amounts: z.array(z.object({ fiscalYear: z.number().int(), amountYen: z.number().int() })),
        totalYen: z.number().int(),
        continuesInto: z.array(z.number().int()),
        on: vagueDay,
      })
      .nullable(),
    money: moneyView,
    ends: legalView,
    steps: z.record(
      z.string(),
      z.record(z.string(), z.enum(['done', 'inProgress', 'notStarted', 'notApplicable'])),
    ),
    stepReasons: z.record(z.string(), z.record(z.string(), z.string())).openapi({
      description: 'Why a step does not apply (対象外), by business.',
    }),
    /**
     * The 40 steps by name: whoever may read the system may also record its steps without the whole sheet. None where its path reports
     * none.
     */
    nationalSteps: z.array(z.object({ id: z.string(), name: z.string() })),
    /** The entry this answer rests on; null before the first. */
    head: z
      .object({ seq: z.number().int(), hash: z.string(), occurredOn: vagueDay, recordedAt: instant })
      .nullable(),
    assumptions: z.array(z.string()),
  })
  .openapi('System');
export type SystemView = z.infer<typeof systemView>;

export const conditionView = z.object({
  label: text,
  kind: z.enum(['evidence', 'milestone', 'steps', 'fact']),
  evidence: z.string().nullable().openapi({ description: 'The kind of document that meets it.' }),
  hard: z.boolean(),
  met: z.boolean(),
  missing: refusalView.nullable(),
  who: z.array(z.object({ post: z.string(), label: text })),
});

export const question = z.object({
  name: z.string().openapi({ description: 'Where the answer goes in the fact; `outOf.price` is a part.' }),
  kind: z.enum(questionKinds),
  optional: z.boolean(),
  label: text,
  most: z.number().int().nullable().openapi({ description: 'Characters of a written answer.' }),
  choices: z
    .array(z.object({ value: z.string(), label: text }))
    .nullable()
    .openapi({ description: 'Of a `choice`: the words that it takes.' }),
});
export type QuestionView = z.infer<typeof question>;

export const actView = z.object({
  type: z.string(),
  label: text,
  allowed: z.boolean(),
  refusals: z.array(refusalView),
  who: z.array(z.object({ post: z.string(), label: text })),
  phase: z.string(),
  moves: z.boolean().openapi({ description: 'It moves the path; always shown, allowed or not.' }),
  asks: z.array(question).openapi({ description: 'What its sender is asked, in order.' }),
  given: z
    .record(z.string(), z.unknown())
    .openapi({ description: 'The fact before its sender is asked: each answer goes in under its name.' }),
});
export type ActView = z.infer<typeof actView>;

export const explanationView = z
  .object({
    setting,
    version: z.number().int(),
    post: z.string(),
    gate: z
      .object({
        gate: z.string(),
        label: text,
        next: text.nullable(),
        conditions: z.array(conditionView),
        approvals: z.array(
          z.object({
            body: z.string(),
            label: text,
            quorum: z.number().int(),
            complete: z.boolean(),
            /** Bodies that decide before this one and have not. */
            waitsFor: z.array(z.object({ post: z.string(), label: text })),
            /** Why it cannot decide today: it has no term. */
            outsideTerm: refusalView.nullable(),
            ...bodyStanding,
            by: z.array(
              z.object({
                account: z.string(),
                name: z.string(),
                on: vagueDay,
                note: z.string().nullable(),
                warnings: z.array(z.string()),
              }),
            ),
          }),
        ),
        matter: matterView.nullable(),
        bundle: bundleView.nullable().openapi({
          description: 'What there is to decide on; null where the programme does not say how it decides.',
        }),
      })
      .nullable(),
    provisos: z.array(provisoView).openapi({ description: 'Conditions of the approvals that stand.' }),
    acts: z.array(actView),
  })
  .openapi('Explanation');
export type ExplanationView = z.infer<typeof explanationView>;

/** By how much days of one kind have moved in a phase, for one cause. */
export const slipLine = z
  .object({
    /** plan: a phase's planned end. deadline: an extension. */
    of: z.enum(['plan', 'deadline']),
    phase: z.string(),
    phaseLabel: text,
    cause: slipCause,
    times: z.number().int(),
    /** Calendar days later in all; negative where it was brought forward. */
    days: z.number().int(),
    openDays: z.number().int(),
  })
  .openapi('Slip');
export type SlipLine = z.infer<typeof slipLine>;
