// What is recorded before going live: criteria of 移行判定 and of 切戻し, what was found of each, rehearsals, the judgement. Shapes only.
import * as z from 'zod';
import { line, note, number, paper } from '../noted/fields.ts';

/** go: to be met before going live. rollback: met, one goes back. */
export const criterionKinds = ['go', 'rollback'] as const;
export const findings = ['met', 'notMet'] as const;
export const judgements = ['go', 'noGo'] as const;
export const rehearsalResults = ['passed', 'failed'] as const;

const count = z.number().int().min(0).max(999_999_999_999);

export const criterionSet = z.strictObject({
  no: number,
  title: line,
  criterionKind: z.enum(criterionKinds),
  note,
});
export type CriterionSet = z.infer<typeof criterionSet>;

export const criterionFound = z.strictObject({
  no: number,
  /** The number of the criterion. */
  criterion: number,
  finding: z.enum(findings),
  evidence: paper,
  note,
});
export type CriterionFound = z.infer<typeof criterionFound>;

export const readinessJudged = z.strictObject({ no: number, judgement: z.enum(judgements), note });
export type ReadinessJudged = z.infer<typeof readinessJudged>;

/** データ移行リハーサル */
export const rehearsalRecorded = z.strictObject({
  no: number,
  /** 移行した件数 */
  records: count,
  /** エラーの件数 */
  errors: count,
  result: z.enum(rehearsalResults),
  evidence: paper,
  note,
});
export type RehearsalRecorded = z.infer<typeof rehearsalRecorded>;
