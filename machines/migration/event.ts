// The events a migration may be sent: the whole vocabulary of the door. Shapes only; who may send what, and when,
// is decided in rules.ts.
import * as z from 'zod';
import { day, id, stepId, stepStatus, vagueDay } from '../definition/definition.ts';
import { ITEMS, LENGTH, PAPERS } from '../record/limits.ts';
import { chosenId, maybeWritten, written } from '../values/text.ts';

const reason = written(LENGTH.paragraph);
const note = maybeWritten(LENGTH.paragraph);
const line = written(LENGTH.line);

/** The kind of a document that no gate asks for and that is kept all the same: minutes, a letter. */
export const OTHER_EVIDENCE = 'other';

/** A document fixed by its digest, with the number and decision day of the official record. */
export const evidence = z.strictObject({
  kind: id,
  title: line,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, { message: 'sha256' }),
  documentNo: written(LENGTH.documentNo),
  decidedOn: day,
});
export type Evidence = z.infer<typeof evidence>;

const yen = z.number().int().min(0);
/** An exact decimal as text: `574.9`. */
const score = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/, { message: 'score' });

/** What people (and the import of a history) can send. */
export const actSchemas = {
  'evidence.attached': z.strictObject({ type: z.literal('evidence.attached'), evidence }),
  'phase.submitted': z.strictObject({
    type: z.literal('phase.submitted'),
    phase: id,
    evidence: z.array(evidence).max(PAPERS.act).default([]),
    note,
  }),
  'submission.withdrawn': z.strictObject({ type: z.literal('submission.withdrawn'), phase: id, reason }),
  'gate.approved': z.strictObject({ type: z.literal('gate.approved'), phase: id, note }),
  'gate.returned': z.strictObject({ type: z.literal('gate.returned'), phase: id, reason }),
  'goingBack.proposed': z.strictObject({ type: z.literal('goingBack.proposed'), to: id, reason }),
  'goingBack.approved': z.strictObject({ type: z.literal('goingBack.approved'), to: id, note }),
  'goingBack.dismissed': z.strictObject({ type: z.literal('goingBack.dismissed'), to: id, reason }),
  'steps.recorded': z.strictObject({
    type: z.literal('steps.recorded'),
    /** Businesses it is about; all of the system's when left out. */
    businesses: z.array(line).min(1).max(ITEMS.businesses).optional(),
    statuses: z.record(stepId, stepStatus),
    reason: written(LENGTH.stepReason).optional(),
  }),
  'migration.held': z.strictObject({ type: z.literal('migration.held'), reason }),
  'migration.resumed': z.strictObject({ type: z.literal('migration.resumed'), reason }),
  'migration.cancelled': z.strictObject({ type: z.literal('migration.cancelled'), reason }),
  'plan.changed': z.strictObject({
    type: z.literal('plan.changed'),
    phase: id,
    startOn: vagueDay,
    endOn: vagueDay,
    reason,
  }),
  'deadline.extended': z.strictObject({
    type: z.literal('deadline.extended'),
    deadline: id,
    dueOn: day,
    reason,
  }),
  'budget.voted': z.strictObject({ type: z.literal('budget.voted'), fiscalYear: z.number().int(), note }),
  'selection.recorded': z.strictObject({
    type: z.literal('selection.recorded'),
    candidate: line,
    technical: score,
    price: score,
    /** As the source prints it; may be rounded. The exact sum is always computed. */
    printedTotal: score,
    outOf: z.strictObject({ technical: score, price: score }),
    method: line,
    applicants: z.number().int().min(1).nullable(),
  }),
  'contract.recorded': z.strictObject({
    type: z.literal('contract.recorded'),
    vendor: line,
    amounts: z
      .array(z.strictObject({ fiscalYear: z.number().int(), amountYen: yen }))
      .min(1)
      .max(ITEMS.amounts),
    totalYen: yen,
    /** Fiscal years the work goes on into without an amount here yet. */
    continuesInto: z.array(z.number().int()).max(ITEMS.fiscalYears).default([]),
    note,
  }),
  'regime.flagged': z.strictObject({
    type: z.literal('regime.flagged'),
    /** 事由 1 mainframe, 2 individual development, 3 vendor withdrawal, 4 vendor resources; empty when not said. */
    reasonTypes: z.array(z.number().int().min(1).max(4)).max(ITEMS.reasonTypes),
    scope: line.optional(),
    note,
  }),
  'regime.applied': z.strictObject({
    type: z.literal('regime.applied'),
    reasonTypes: z.array(z.number().int().min(1).max(4)).min(1).max(ITEMS.reasonTypes),
    note,
  }),
  'regime.designated': z.strictObject({
    type: z.literal('regime.designated'),
    /** The date set for this system, or null while it is 未定. */
    completionOn: day.nullable(),
    basis: reason,
  }),
  'regime.withdrawn': z.strictObject({ type: z.literal('regime.withdrawn'), reason }),
  /** A gate passed before this record began, as a source states it. Import only, and only before the first act. */
  'gate.imported': z.strictObject({ type: z.literal('gate.imported'), phase: id, source: reason }),
} as const;

export type ActType = keyof typeof actSchemas;
export const actTypes = Object.keys(actSchemas) as ActType[];

export const act = z.discriminatedUnion('type', [
  actSchemas['evidence.attached'],
  actSchemas['phase.submitted'],
  actSchemas['submission.withdrawn'],
  actSchemas['gate.approved'],
  actSchemas['gate.returned'],
  actSchemas['goingBack.proposed'],
  actSchemas['goingBack.approved'],
  actSchemas['goingBack.dismissed'],
  actSchemas['steps.recorded'],
  actSchemas['migration.held'],
  actSchemas['migration.resumed'],
  actSchemas['migration.cancelled'],
  actSchemas['plan.changed'],
  actSchemas['deadline.extended'],
  actSchemas['budget.voted'],
  actSchemas['selection.recorded'],
  actSchemas['contract.recorded'],
  actSchemas['regime.flagged'],
  actSchemas['regime.applied'],
  actSchemas['regime.designated'],
  actSchemas['regime.withdrawn'],
  actSchemas['gate.imported'],
]);
export type Act = z.infer<typeof act>;

/** The timer's word: a point of a deadline has come. `generation` counts the times the deadline was armed. */
const deadlineReached = z.strictObject({
  type: z.literal('deadline.reached'),
  deadline: id,
  /** Days from the effective date of the reminder, or `due`. */
  point: z.union([z.number().int(), z.literal('due')]),
  generation: z.number().int(),
});

/** Another migration's word: its milestone stands. */
const milestoneReached = z.strictObject({ type: z.literal('milestone.reached'), system: id, milestone: id });

/** Another migration's word: it went back behind the milestone. */
const milestoneWithdrawn = z.strictObject({
  type: z.literal('milestone.withdrawn'),
  system: id,
  milestone: id,
});

export const fact = z.union([act, deadlineReached, milestoneReached, milestoneWithdrawn]);
export type Fact = z.infer<typeof fact>;

/** Who acts: an account in one of its posts, or one of the three that are no person. */
export const actor = z.strictObject({
  kind: z.enum(['person', 'timer', 'import', 'migration']),
  account: line,
  name: line,
  /** The body or post acted in; the kind again where there is no person. */
  post: id,
});
export type Actor = z.infer<typeof actor>;

/** One event at the door: what is claimed, by whom, on which sight of the migration. */
export const submission = z.strictObject({
  fact,
  actor,
  /** When it happened (決裁日); the month where no more is known. */
  occurredOn: vagueDay,
  /** The same id twice is one entry. */
  requestId: chosenId(LENGTH.requestId),
  /** The version the actor saw; older than the last act is refused as a conflict. Left out by timer and import. */
  seenVersion: z.number().int().min(0).optional(),
  /** Why this stands here although no source says it. */
  assumed: reason.optional(),
  /** Where an imported fact was read. */
  source: reason.optional(),
});
export type Submission = z.infer<typeof submission>;

/** A submission with the instant at which the migration takes it up, on the programme's clock. */
export type StampedEvent = Submission & { at: string };
