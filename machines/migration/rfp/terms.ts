// What a procurement of one system is opened with: its form, its stages with day and hour, by what it is scored. Shapes only.
import * as z from 'zod';
import { stageId } from '../../definition/rfp-control.ts';
import { leafCriterion, roundRules, SHEET, scoringRules } from '../../definition/scoring.ts';
import { id } from '../../definition/words.ts';
import { LENGTH, RFP } from '../../record/limits.ts';
import { isDay } from '../../values/date.ts';
import { readInstant } from '../../values/read-instant.ts';
import { readers, yen } from '../../values/schemas.ts';
import { written, writtenLine } from '../../values/text.ts';

/** How much one procurement holds: what its state carries stays far below what a run can. */
export const MOST = { questions: 300, bidders: RFP.bidders, evaluators: 15, ...SHEET } as const;

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/u;
const isInstant = (value: string): boolean =>
  isDay(INSTANT.exec(value)?.[1] ?? '') && !Number.isNaN(Date.parse(value));

/** A day and a time of day. */
export const instant = z
  .string()
  .refine(isInstant, { message: 'instant' })
  .register(readers, { read: (given) => readInstant(given) });

/** 公募型・指名型プロポーザル (selection before a 随意契約), 総合評価, 最低価格; rfi asks for information and selects nobody. */
export const forms = [
  'publicProposal',
  'invitedProposal',
  'overallEvaluation',
  'lowestPrice',
  'rfi',
] as const;
export type Form = (typeof forms)[number];

export interface Criterion {
  id: string;
  label: string;
  /** Of a leaf: what one evaluator gives at most. */
  points?: string | undefined;
  gather?: 'sum' | 'average' | undefined;
  parts?: Criterion[] | undefined;
}

const line = writtenLine(LENGTH.line);

/** A leaf has points, a branch has parts, which are the same again: as deep as a sheet may be, so that it is described without an end. */
const criterionOf = (depth: number): z.ZodType<Criterion> =>
  depth === 1
    ? leafCriterion
    : z.union([
        leafCriterion,
        z.strictObject({
          id,
          label: line,
          parts: z
            .array(criterionOf(depth - 1))
            .min(1)
            .max(MOST.criteria),
        }),
      ]);
const criterion = criterionOf(MOST.depth);

const criteria = z.array(criterion).max(MOST.criteria);
const scoring = z.strictObject({ criteria, ...scoringRules });
export type Scoring = z.infer<typeof scoring>;

/** A scoring with its name, and with whom it goes on. */
const round = z.strictObject({ ...roundRules, criteria, ...scoringRules });
export type Round = z.infer<typeof round>;

export const terms = z.strictObject({
  form: z.enum(forms),
  title: line,
  /** The law and rule it rests on, as text (`地方自治法施行令167条の2第1項第2号`). */
  basis: written(LENGTH.paragraph),
  stages: z.partialRecord(stageId, instant),
  ceilingYen: yen.optional(),
  /** Why its periods are shorter than the rule's, where the rule allows that. */
  urgency: written(LENGTH.paragraph).optional(),
  /** Left out where nobody is scored (RFI), or in rounds. */
  scoring: scoring.optional(),
  /** Scored one after the other (一次審査, 二次審査); where neither is said, the path's own. */
  rounds: z.array(round).max(SHEET.rounds).optional(),
  /** Whose names are shown to all once it is decided. */
  publishes: z.enum(['all', 'candidate']).default('candidate'),
});
export type Terms = z.infer<typeof terms>;
