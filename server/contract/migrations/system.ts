// One system whole: its phases, its papers, its chart.
import { z } from '@hono/zod-openapi';
import { retirement } from '../../../machines/definition/definition.ts';
import { stepStatuses } from '../../../machines/values/national-step.ts';
import { provisoView, recusalView } from '../decisions.ts';
import { legalView } from '../ends/legal.ts';
import { moneyView } from '../ends/money.ts';
import { instant, setting, text, vagueDay } from '../values.ts';
import { boardRow } from './board.ts';
import { explainedDeadline } from './deadline.ts';

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
const otherSystem = z.object({ system: z.string(), name: text });

export const systemView = z
  .object({
    setting,
    row: boardRow,
    lineage: z
      .object({
        /** Null while it goes on. */
        ended: z
          .object({
            as: retirement.shape.as,
            text,
            reason: z.string(),
            on: vagueDay,
            /** The number of the amendment; null where it was loaded as ended. */
            amendment: z.number().int().nullable(),
            /** Those that go on with it. */
            heirs: z.array(otherSystem),
            /** Whoever has its selection and contract from then on; null where they stay. */
            figures: otherSystem.nullable(),
          })
          .nullable(),
        /** Those that it goes on with, each with the last entry of its record. */
        continues: z.array(
          otherSystem.extend({ seq: z.number().int(), on: vagueDay, amendment: z.number().int().nullable() }),
        ),
      })
      .openapi({
        description: 'By which amendment it ended, who goes on with it, and with whom it goes on.',
      }),
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
    steps: z.record(z.string(), z.record(z.string(), z.enum(stepStatuses))),
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
