// Sums and comparisons of a report's figures: yen as integers, scores as exact decimals. Knows no table.
import { Decimal } from 'decimal.js';

export interface YearAmount {
  fiscalYear: number;
  amountYen: number;
}

/** The amounts of all contracts by fiscal year, in their order, and over all. */
export function sumByFiscalYear(contracts: readonly { amounts: readonly YearAmount[]; totalYen: number }[]): {
  amounts: YearAmount[];
  totalYen: number;
} {
  const sums = new Map<number, number>();
  for (const { fiscalYear, amountYen } of contracts.flatMap(({ amounts }) => amounts)) {
    sums.set(fiscalYear, (sums.get(fiscalYear) ?? 0) + amountYen);
  }
  return {
    amounts: [...sums]
      .map(([fiscalYear, amountYen]) => ({ fiscalYear, amountYen }))
      .sort((a, b) => a.fiscalYear - b.fiscalYear),
    totalYen: contracts.reduce((sum, { totalYen }) => sum + totalYen, 0),
  };
}

/** Whether one exact decimal is greater than another: `627.9` and `628` differ, `606` and `606.0` do not. */
export function exceeds(a: string, b: string): boolean {
  return new Decimal(a).greaterThan(b);
}

/** An exact sum of decimals, as text. */
export function sumOf(parts: readonly string[]): string {
  return parts.reduce((sum, part) => sum.plus(part), new Decimal(0)).toString();
}
