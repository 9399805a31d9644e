// The periods that a report of a day is usually made for: its fiscal year and the one before, and their quarters that have begun. Pure.
import { fiscalYearOf, latestDay } from '../../machines/values/date.ts';

export interface UsualPeriod {
  id: string;
  year: number;
  /** 1 to 4; null for the whole year. */
  quarter: number | null;
  months: string;
  from: string;
  to: string;
}

const QUARTERS = [
  { months: [4, 6], later: 0 },
  { months: [7, 9], later: 0 },
  { months: [10, 12], later: 0 },
  { months: [1, 3], later: 1 },
] as const;

const two = (month: number): string => String(month).padStart(2, '0');

export function usualPeriods(dataOn: string): UsualPeriod[] {
  const year = fiscalYearOf(dataOn);
  return [year, year - 1]
    .flatMap((each) => [whole(each), ...quarters(each)])
    .filter(({ from }) => from <= dataOn);
}

const whole = (year: number): UsualPeriod => ({
  id: `${year}`,
  year,
  quarter: null,
  months: '4〜3',
  from: `${year}-04-01`,
  to: `${year + 1}-03-31`,
});

const quarters = (year: number): UsualPeriod[] =>
  QUARTERS.map(({ months: [first, last], later }, index) => ({
    id: `${year}/${index + 1}`,
    year,
    quarter: index + 1,
    months: `${first}〜${last}`,
    from: `${year + later}-${two(first)}-01`,
    to: latestDay(`${year + later}-${two(last)}`),
  }));

/** Which of them a period is; `all` where there is none, `own` where it is none of them. */
export function periodNamed(
  usual: readonly UsualPeriod[],
  { from, to }: { from?: string | undefined; to?: string | undefined },
): string {
  if (!from && !to) return 'all';
  return usual.find((one) => one.from === from && one.to === to)?.id ?? 'own';
}
