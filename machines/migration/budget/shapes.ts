// What is recorded of a budget: 要求, 査定 and 議決 of a fiscal year with their amounts, and 債務負担行為. Shapes only.
import * as z from 'zod';
import { ITEMS } from '../../record/limits.ts';
import { fiscalYear, plannedDay, yearAmounts, yen } from '../../values/schemas.ts';
import { line, note, number } from '../noted/fields.ts';

/** 補正予算（第N号）; left out of the initial budget (当初予算). */
const supplement = z.number().int().min(1).max(99);

/** 増額 or 減額 of a 補正予算; an increase where it is left out. */
export const directions = ['increase', 'decrease'] as const;
const direction = z.enum(directions).optional();

const amounts = {
  fiscalYear,
  supplement: supplement.optional(),
  migrationYen: yen,
  operationYen: yen,
  direction,
  note,
};

export const budgetAmounts = z.strictObject(amounts);
export type BudgetAmounts = z.infer<typeof budgetAmounts>;

/** Without amounts it says only that the year's budget was voted. */
export const budgetVoted = z.strictObject({
  fiscalYear,
  supplement: supplement.optional(),
  migrationYen: yen.optional(),
  operationYen: yen.optional(),
  direction,
  note,
});
export type BudgetVoted = z.infer<typeof budgetVoted>;

export const obligationVoted = z.strictObject({
  no: number,
  /** 事項 */
  matter: line,
  /** 期間 */
  startOn: plannedDay,
  endOn: plannedDay,
  /** 限度額, by fiscal year. */
  limits: yearAmounts(ITEMS.amounts),
  note,
});
export type ObligationVoted = z.infer<typeof obligationVoted>;
