// The amounts of a contract by fiscal year: each year once, none that a contract of its day cannot be of, and their sum the total.
import { type Refusal, refusal } from '../../record/refusal.ts';
import { earliestDay, fiscalYearOf, type VagueDay } from '../../values/date.ts';
import type { ContractFacts } from './shapes.ts';

/** How many fiscal years a contract reaches ahead at most, further than any 債務負担行為 or 長期継続契約; a changed one shows its past. */
const YEARS_AHEAD = 20;
const YEARS_BACK = 10;

export function amountObjections(
  { amounts, totalYen, continuesInto }: Pick<ContractFacts, 'amounts' | 'totalYen' | 'continuesInto'>,
  occurredOn: VagueDay,
): Refusal[] {
  const years = amounts.map(({ fiscalYear }) => fiscalYear);
  const twice = years.filter((year, index) => years.indexOf(year) !== index);
  const sumYen = amounts.reduce((sum, { amountYen }) => sum + amountYen, 0);
  const own = fiscalYearOf(earliestDay(occurredOn));
  const far = [...years, ...continuesInto].filter(
    (year) => year < own - YEARS_BACK || year > own + YEARS_AHEAD,
  );
  return [
    ...each(twice).map((fiscalYear) => refusal('contract.yearTwice', { fiscalYear })),
    ...each(continuesInto.filter((year) => years.includes(year))).map((fiscalYear) =>
      refusal('contract.yearContinues', { fiscalYear }),
    ),
    ...each(far).map((fiscalYear) => refusal('contract.farYear', { fiscalYear, occurredOn })),
    ...(sumYen === totalYen ? [] : [refusal('contract.sumMismatch', { totalYen, sumYen })]),
  ];
}

const each = (years: readonly number[]): number[] => [...new Set(years)];
