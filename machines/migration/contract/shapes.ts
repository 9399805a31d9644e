// What is recorded around a contract: 契約執行伺書, the council's vote, 変更契約, 解除. Shapes only; the contract itself is procurement's.
import * as z from 'zod';
import { ITEMS } from '../../record/limits.ts';
import { day, fiscalYears, yearAmounts, yen } from '../../values/schemas.ts';
import { line, note, number, paragraph } from '../noted/fields.ts';

/** 契約執行伺書: what is asked before a contract is made. */
export const contractRequested = z.strictObject({
  no: number,
  /** 件名 */
  subject: line,
  /** 目的又は理由 */
  purpose: paragraph,
  /** 契約予定金額 */
  plannedYen: yen,
  /** 契約の方法 */
  procedure: line,
  /** 経費算出の根拠 */
  costBasis: paragraph,
  /** 予算科目 */
  budgetItem: line,
  /** 債務負担行為の各年度支払限度額 */
  limits: yearAmounts(ITEMS.amounts).optional(),
  /** 部分払回数 */
  payments: z.number().int().min(1).max(99).optional(),
  note,
});
export type ContractRequested = z.infer<typeof contractRequested>;

/** What the council came to: 可決 or 否決. */
export const councilVotes = ['passed', 'rejected'] as const;

/** 議会の議決（地方自治法96条1項5号・8号） */
export const contractVoted = z.strictObject({
  no: number,
  /** 議案番号 */
  bill: line,
  totalYen: yen,
  /** Passed where it is left out. */
  vote: z.enum(councilVotes).optional(),
  note,
});
export type ContractVoted = z.infer<typeof contractVoted>;

/** 変更契約: all amounts as they are from then on. */
export const contractAmended = z.strictObject({
  no: number,
  amounts: yearAmounts(ITEMS.amounts),
  totalYen: yen,
  continuesInto: fiscalYears(ITEMS.fiscalYears).default([]),
  decidedOn: day.optional(),
  /** 契約期間の末日 */
  until: day.optional(),
  reason: paragraph,
});
export type ContractAmended = z.infer<typeof contractAmended>;

export const contractTerminated = z.strictObject({
  /** 出来高などとして支払う額 */
  paidYen: yen.optional(),
  reason: paragraph,
});
export type ContractTerminated = z.infer<typeof contractTerminated>;
