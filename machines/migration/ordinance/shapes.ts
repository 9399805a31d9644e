// What is recorded of a change of an ordinance (条例) or rule (規則): 議案, 議決, 公布 with its 施行日. Shapes only.
import * as z from 'zod';
import { day } from '../../values/schemas.ts';
import { line, note } from '../noted/fields.ts';

/** 議案提出, 議決, 公布 */
export const passages = ['submitted', 'voted', 'promulgated'] as const;

export const ordinanceAdvanced = z.strictObject({
  /** Its id on the path, or its title. */
  ordinance: line,
  passage: z.enum(passages),
  /** 議案番号, 条例番号 */
  number: line.optional(),
  /** 施行日; said with 公布. */
  inForceOn: day.optional(),
  note,
});
export type OrdinanceAdvanced = z.infer<typeof ordinanceAdvanced>;
