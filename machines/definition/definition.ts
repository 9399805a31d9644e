// What a migration is made of, as data: its path, gates, deadlines and calendar. Checked here in shape; whether
// it can be walked at all is checked in seed/check-paths.ts. Knows nothing of any municipality.
import * as z from 'zod';
import { programmeKeyForm } from '../record/chain.ts';
import { LENGTH } from '../record/limits.ts';
import { readStep, stepStatuses } from '../values/national-step.ts';
import { day, readers, vagueDay } from '../values/schemas.ts';
import { readDistance, readQuorum } from '../values/score.ts';
import { written } from '../values/text.ts';
import { type Calendar, calendar } from './calendar.ts';
import { deadlineRule, pathPoint, roll } from './deadline-rule.ts';
import { decisions } from './decisions.ts';
import { deadlineKind, ladder } from './ladder.ts';
import { legalEnds, moneyRules } from './legal-ends.ts';
import { meetingRules } from './meeting-rules.ts';
import { rfpControl } from './rfp-control.ts';
import { id, line, paragraph, type Text, text, timeOfDay } from './words.ts';

export { type Calendar, calendar, day, deadlineRule, id, line, paragraph, type Text, text, vagueDay };

export const stepId = z
  .string()
  .regex(/^[①-⑱]-[1-4]$/u, { message: 'stepId' })
  .register(readers, { read: readStep });

/** 完了済み / 作業中 / 未着手 / 対象外 */
export const stepStatus = z.enum(stepStatuses);
export type StepStatus = z.infer<typeof stepStatus>;

/** Why something stands here that no source says; shown wherever it appears. */
export const assumed = written(LENGTH.paragraph);

/** From when until when a body, or its members' seats, exist (任期): both days are in it. */
export const term = z.strictObject({ from: day.optional(), until: day.optional() });
export type Term = z.infer<typeof term>;

/** Something that a programme expects to happen around it, and from which days are counted. */
export const awaitedOccurrence = z.strictObject({ id, label: text });

/** Who decides or acts: a committee, a division. `members` bounds the quorum that a gate may ask of it. */
export const body = z.strictObject({
  id,
  label: text,
  members: z.number().int().min(1),
  /** How many of it must agree where no gate asks it (going back, cancelling); set when the programme's folder is read. */
  quorum: z.number().int().min(1).optional(),
  /** Nobody speaks for it outside its term; for ever where left out. */
  term: term.optional(),
  /** It decides in meetings or by circulation; one voice after the other where left out. */
  meets: meetingRules.optional(),
  assumed: assumed.optional(),
});
export type Body = z.infer<typeof body>;

/** What must hold before a gate opens. A hard condition refuses; a soft one warns and is kept with the decision. */
export const condition = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('evidence'),
    evidence: id,
    label: text,
    hard: z.boolean(),
    who: z.array(id).min(1),
  }),
  z.strictObject({
    kind: z.literal('milestone'),
    system: id,
    milestone: id,
    label: text,
    hard: z.boolean(),
    who: z.array(id).min(1),
  }),
  z.strictObject({
    kind: z.literal('steps'),
    steps: z.array(stepId).min(1),
    label: text,
    hard: z.boolean(),
    who: z.array(id).min(1),
  }),
  z.strictObject({
    kind: z.literal('fact'),
    fact: z.enum([
      'budgetVoted',
      'selectionRecorded',
      'contractRecorded',
      'wentLive',
      'dataConforms',
      'linkageConforms',
      'obligationVoted',
      'estimateRecorded',
      'contractRequested',
      'piaDone',
      'ordinancesPromulgated',
      'ordinancesInForce',
      'rehearsalPassed',
      'readinessJudged',
      'stabilised',
    ]),
    label: text,
    hard: z.boolean(),
    who: z.array(id).min(1),
  }),
]);
export type Condition = z.infer<typeof condition>;

/** One body's approval: `quorum` different people, none of whom submitted; a number, or the majority of all its members (過半数). */
export const approval = z.strictObject({
  body: id,
  quorum: z.union([z.literal('majority'), z.number().int().min(1)]).register(readers, { read: readQuorum }),
  /** Where the gate's order is any: the bodies that decide before this one. */
  after: z.array(id).min(1).optional(),
});
export type Approval = z.infer<typeof approval>;

export const gate = z.strictObject({
  id,
  label: text,
  /** In their order, a body decides once those before it have; where `order` is any, once those in its `after` have. */
  approvals: z.array(approval),
  /** What it decides, by which the programme's table says who does so alone (専決), after `approvals`. */
  matter: id.optional(),
  order: z.literal('any').optional(),
  conditions: z.array(condition),
  assumed: assumed.optional(),
});
export type Gate = z.infer<typeof gate>;

export const phase = z.strictObject({
  id,
  label: text,
  /** Posts that may submit this phase for review and attach evidence to it. */
  owners: z.array(id).min(1),
  /** National steps that are this phase's work; done or not is said by those who do them. */
  steps: z.array(stepId),
  /** Without a gate only the last phase: the state the path leads to (運用). */
  gate: gate.optional(),
  /** Told to dependent migrations when this phase's gate is passed. */
  announces: id.optional(),
  /** Phases of the version before for which this one stands: renamed, merged, or gone. */
  replaces: z.array(id).min(1).optional(),
});
export type Phase = z.infer<typeof phase>;

export const path = z.strictObject({
  id,
  version: z.number().int().min(1),
  label: text,
  phases: z.array(phase).min(2),
  /** The phase from which on the system may go live (標準準拠システム稼働). That it did is a fact of its own. */
  goLive: id.optional(),
  /** Phases whose files are hidden until the selection is decided; besides whose duty they are, `sees` see them all the same. */
  procurement: z
    .strictObject({
      phases: z.array(id).min(1),
      sees: z.array(id).min(1).optional(),
      /** Who runs, scores and decides a procurement of one system; without it none is opened. */
      rfp: rfpControl.optional(),
    })
    .optional(),
  /** What is asked of estimates and contracts; left out, nothing is. */
  money: moneyRules.optional(),
  /** Ordinances that are in force before going live, and how long the public comments on a PIA. */
  legal: legalEnds.optional(),
  /** Who may do what is not a gate's approval. */
  control: z.strictObject({
    hold: z.array(id).min(1),
    cancel: z.array(id).min(1),
    plan: z.array(id).min(1),
    goBack: z.strictObject({ propose: z.array(id).min(1), approve: z.array(id).min(1) }),
    steps: z.array(id).min(1),
    facts: z.array(id).min(1),
    regime: z.array(id).min(1),
  }),
});
export type Path = z.infer<typeof path>;

/** A point of the path, 稼働, or conformity with a requirement. */
export const metBy = z.union([pathPoint, z.enum(['wentLive', 'dataConforms', 'linkageConforms'])]);
export type MetBy = z.infer<typeof metBy>;

export const deadline = z.strictObject({
  id,
  label: text,
  /** The law, plan or decision it rests on, in its own words' terms (`標準化基本方針 2022-10-07`). */
  basis: paragraph,
  /** Of what kind it is; what was made before there were kinds has none. */
  kind: deadlineKind.optional(),
  rule: deadlineRule,
  roll,
  at: timeOfDay,
  /** Meeting it: the path reaches this point, or the system goes live. */
  metBy,
  /** A hard deadline that has passed shuts the gate of its phase until it is extended. */
  hard: z.boolean(),
  /** Who may extend it; empty when nobody may. */
  extendableBy: z.array(id),
  /** Days from the effective date: -30 is thirty days before, 0 on the day, 7 a week after. */
  reminders: z
    .array(z.number().int().min(-400).max(400).register(readers, { read: readDistance }))
    .optional(),
  /** In place of `reminders`: counted in open days, weekly afterwards. */
  ladder: ladder.optional(),
  /** Bodies told. */
  to: z.array(id).min(1),
  /** The special-transition regime may replace its date (標準化法の主務省令). */
  followsRegime: z.boolean().default(false),
  /** The deadline of the version before that this one goes on with: what was told of it is not told again. */
  replaces: id.optional(),
  assumed: assumed.optional(),
});
export type Deadline = z.infer<typeof deadline>;

export const plannedPhase = z.strictObject({
  phase: id,
  startOn: vagueDay,
  endOn: vagueDay,
  source: paragraph.optional(),
  assumed: assumed.optional(),
});
export type PlannedPhase = z.infer<typeof plannedPhase>;

/** How many systems one may become, and how many may become one. */
const MOST_HEIRS = 8;

/** A system that is given up without another in its place. */
export const retiredAs = z.enum(['notApplicable', 'withdrawn']);

/**
 * Why a system goes by an amendment: the municipality does not have what it does (対象外), it is given up (廃止), or other systems
 * go on with it (分割, 統合).
 */
export const retirement = z.strictObject({
  as: z.enum([...retiredAs.options, 'split', 'merged']),
  reason: paragraph,
  /** The systems that go on with it. */
  heirs: z.array(id).min(1).max(MOST_HEIRS).optional(),
  /** The heir that has its selection and contract from then on; they stay with it where left out. */
  figures: id.optional(),
});
export type Retirement = z.infer<typeof retirement>;

/** What a system goes on with. */
export const continuation = z.strictObject({
  from: z.array(id).min(1).max(MOST_HEIRS),
  /** Where a new system begins, at the latest where those stand; there where left out. */
  phase: id.optional(),
});

/** One system's migration, complete: everything its machine ever asks. `version` is declared, never a hash. */
export const migrationDefinition = z.strictObject({
  version: z.number().int().min(1),
  programme: z.strictObject({
    code: z.string().regex(programmeKeyForm),
    name: text,
    rehearsal: z.boolean(),
    /** Why the programme is closed; left out while it is not. */
    closed: paragraph.optional(),
  }),
  system: z.strictObject({
    id,
    name: text,
    businesses: z.array(line).min(1),
    /** Part of a business, where the system does not cover the whole. */
    part: line.optional(),
    /** The same said of single businesses: which part of each; the others it covers whole. */
    parts: z.record(line, line).optional(),
    wave: id,
    /** Why this is taken to be one system, where no source names the procurement unit. */
    assumed: assumed.optional(),
    /** Its migration has ended by an amendment. */
    retired: retirement.optional(),
    /** Systems that have been split or merged, with which it goes on. */
    continues: continuation.optional(),
  }),
  path,
  bodies: z.array(body),
  deadlines: z.array(deadline),
  plan: z.array(plannedPhase),
  calendar,
  /** Migrations told of this one's milestones, by system id. */
  dependents: z.array(id),
  /** What its deadlines are counted from of all that happens around its programme; left out where nothing is. */
  occurrences: z.array(awaitedOccurrence).optional(),
  /** How its programme decides; what was made before there was it has none. */
  decisions: decisions.optional(),
});
/** Which part of a business a system covers; null where the whole of it. */
export const partOfBusiness = (
  { part, parts = {} }: Pick<MigrationDefinition['system'], 'part' | 'parts'>,
  business: string,
): string | null => part ?? (Object.hasOwn(parts, business) ? (parts[business] ?? null) : null);

export type MigrationDefinition = z.infer<typeof migrationDefinition>;
