// What is recorded of a 特定個人情報保護評価 (PIA): しきい値判断, 意見聴取, 第三者点検, 委員会提出, 公表. Shapes only.
import * as z from 'zod';
import { day } from '../../values/schemas.ts';
import { note, number, paper } from '../noted/fields.ts';

/** 不要, 基礎項目評価, 重点項目評価, 全項目評価 */
export const evaluations = ['none', 'basic', 'priority', 'full'] as const;
/** 第三者点検, 委員会への提出, 公表 */
export const piaMarks = ['reviewed', 'submitted', 'published'] as const;

const count = z.number().int().min(0).max(999_999_999);

export const piaJudged = z.strictObject({
  /** 第1回の評価, and again where an important change is made. */
  no: number,
  evaluation: z.enum(evaluations),
  /** 対象人数 */
  subjects: count.optional(),
  note,
});
export type PiaJudged = z.infer<typeof piaJudged>;

export const piaCommented = z.strictObject({
  no: number,
  openedOn: day,
  closedOn: day,
  /** 意見の件数 */
  opinions: count.optional(),
  note,
});
export type PiaCommented = z.infer<typeof piaCommented>;

export const piaAdvanced = z.strictObject({ no: number, reached: z.enum(piaMarks), evidence: paper, note });
export type PiaAdvanced = z.infer<typeof piaAdvanced>;
