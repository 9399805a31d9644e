// What is recorded of an estimate: whose, of which kind, on which paper, by fiscal year with 移行経費 and 運用経費 apart. Shapes only.
import * as z from 'zod';
import { ITEMS } from '../../record/limits.ts';
import { yearTwice } from '../../values/money.ts';
import { line, note, number, paper, paragraph, yearCost } from '../noted/fields.ts';

/** 概算, RFI, 見積, 契約, 変更 */
export const estimateKinds = ['rough', 'rfi', 'quote', 'contract', 'change'] as const;

export const estimateRecorded = z.strictObject({
  /** Its version: 第1版, 第2版. */
  no: number,
  estimateKind: z.enum(estimateKinds),
  vendor: line,
  costs: z
    .array(yearCost)
    .min(1)
    .max(ITEMS.amounts)
    .refine((costs) => yearTwice(costs.map(({ fiscalYear }) => fiscalYear)) === null, {
      message: 'yearTwice',
    }),
  evidence: paper,
  /** The version that it is compared with; the vendor's last one where left out. */
  against: number.optional(),
  /** Why it differs as much. */
  reason: paragraph.optional(),
  note,
});
export type EstimateRecorded = z.infer<typeof estimateRecorded>;
