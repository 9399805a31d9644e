// Whether each year of a contract has the money: a voted budget or a 債務負担行為 that covers it, by the day of its 決裁. Asked
// where budgets are recorded with amounts, or the path says that the budget comes first; of a year whose vote says none, the vote is enough.
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Stamp } from '../../record/submission.ts';
import type { YearAmount } from '../../values/money.ts';
import type { Case } from '../act.ts';
import { NOTED, type Note, notesOf } from '../noted/noted.ts';
import { liesBefore } from '../reach.ts';
import type { MigrationContext } from '../state.ts';
import { changeYen } from './voted.ts';

/** What is there for a year: undefined where nothing of it is said. */
export interface Cover {
  votedYen: number | undefined;
  limitYen: number | undefined;
}

type Day = Pick<Stamp, 'occurredOn' | 'at'>;
type Known = Pick<MigrationContext, 'budgets' | 'noted'>;

const sum = (yen: readonly number[]): number | undefined =>
  yen.length === 0 ? undefined : yen.reduce((all, one) => all + one, 0);

/** @param by only what was voted by that day; all of it where left out */
export function coverOf(context: Known, year: number, by?: Day): Cover {
  const isBy = ({ on }: Note<typeof NOTED.budgetVoted> | Note<typeof NOTED.obligation>) =>
    by === undefined || !liesBefore(by, on);
  const votes = notesOf(context, NOTED.budgetVoted).filter((vote) => vote.fiscalYear === year && isBy(vote));
  const limits = notesOf(context, NOTED.obligation)
    .filter(isBy)
    .flatMap((one) => one.limits.filter(({ fiscalYear }) => fiscalYear === year));
  return {
    votedYen: sum(votes.map(changeYen)),
    limitYen: sum(limits.map(({ amountYen }) => amountYen)),
  };
}

/** Whether any budget or 債務負担行為 is recorded with amounts. */
const hasAmounts = (context: Known): boolean =>
  notesOf(context, NOTED.budgetVoted).length + notesOf(context, NOTED.obligation).length > 0;

/** @param by the day of the 決裁, by which it was voted */
export function coverObjections(
  { definition, context }: Pick<Case, 'definition' | 'context'>,
  amounts: readonly YearAmount[],
  by: Day,
): Refusal[] {
  if (!hasAmounts(context) && !definition.path.money?.budgetFirst) return [];
  const who = definition.path.control.facts;
  return amounts.flatMap(({ fiscalYear, amountYen }): Refusal[] => {
    const { votedYen, limitYen: limit } = coverOf(context, fiscalYear, by);
    // A 債務負担行為 of nothing in a year (ゼロ債務) leaves that year to its budget.
    const limitYen = limit === 0 ? undefined : limit;
    const plain = context.budgets[String(fiscalYear)];
    if (votedYen === undefined && limitYen === undefined) {
      const isVoted = plain !== undefined && !liesBefore(by, plain);
      return isVoted || amountYen === 0
        ? []
        : [refusal('contract.yearUncovered', { fiscalYear, amountYen, who })];
    }
    if (amountYen <= Math.max(votedYen ?? 0, limitYen ?? 0)) return [];
    return limitYen === undefined
      ? [refusal('contract.overBudget', { fiscalYear, amountYen, votedYen: votedYen ?? 0, who })]
      : [refusal('contract.overObligation', { fiscalYear, amountYen, limitYen, who })];
  });
}
