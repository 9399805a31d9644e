// What is recorded of a procurement: the selection with its scores, the contract with its amounts. Shapes only.
import * as z from 'zod';
import { contractTypes } from '../../definition/legal-ends.ts';
import { ITEMS, LENGTH } from '../../record/limits.ts';
import { day, fiscalYears, score, yearAmounts, yen } from '../../values/schemas.ts';
import { maybeWritten, written, writtenLine } from '../../values/text.ts';

/** The act by which a contract is made. */
export const CONTRACT_MADE = 'contract.recorded';

/** The kinds of fact that stay with a system that is split or merged, unless one of its heirs has them. */
export const FIGURES = ['selection.recorded', CONTRACT_MADE] as const;

const line = writtenLine(LENGTH.line);

export const selectionFacts = {
  candidate: line,
  technical: score,
  price: score,
  /** As the source prints it; may be rounded. The exact sum is always computed. */
  printedTotal: score,
  outOf: z.strictObject({ technical: score, price: score }),
  method: line,
  applicants: z.number().int().min(1).nullable(),
};
const selection = z.strictObject(selectionFacts);
export type SelectionFacts = z.infer<typeof selection>;

export const contractFacts = {
  vendor: line,
  amounts: yearAmounts(ITEMS.amounts),
  totalYen: yen,
  /** Fiscal years the work goes on into without an amount here yet. */
  continuesInto: fiscalYears(ITEMS.fiscalYears).default([]),
  /** 委託, 請負, 財産の取得: whether the council votes on it goes by its type. */
  contractType: z.enum(contractTypes).optional(),
  /** 決裁日: the 支出負担行為 is dated by it, and the act by the 契約日. */
  decidedOn: day.optional(),
  /** 契約期間の末日 */
  until: day.optional(),
  /** Why it is with another than the candidate. */
  otherVendorReason: written(LENGTH.paragraph).optional(),
};
const contract = z.strictObject({ ...contractFacts, note: maybeWritten(LENGTH.paragraph) });
export type ContractFacts = z.infer<typeof contract>;
