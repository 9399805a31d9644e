// The years of a calendar that we ship or begin one with: their holidays by the law's rules, written as a folder has them. Pure.
import { ANNOUNCED_UNTIL, namedHolidays } from '../machines/values/calendar/holidays.ts';

const announced = Number(ANNOUNCED_UNTIL.slice(0, 4));

/** The last year of which a deadline is set by law: the special transition ends on 2031-03-31. */
const STATUTORY = 2031;

/** Of a programme that begins in `year`: four years of the past that its history may tell, and all that lies ahead. */
export const yearsAround = (year: number): { firstYear: number; lastYear: number } => ({
  firstYear: year - 4,
  lastYear: Math.max(year + 5, STATUTORY),
});

/** A calendar's text with these years. */
export function withYears(
  text: string,
  { firstYear, lastYear }: { firstYear: number; lastYear: number },
): string {
  return text
    .replace(/^firstYear: .*$/m, `firstYear: ${firstYear}`)
    .replace(/^lastYear: .*$/m, `lastYear: ${lastYear}`)
    .replace(/^provisionalFrom: .*$/m, `provisionalFrom: ${announced + 1}-01-01`)
    .replace(/^holidays:\n(?: {2}.*\n)*/m, holidaysOf(firstYear, lastYear));
}

function holidaysOf(from: number, until: number): string {
  const years = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  const block = years.map((year) => {
    const mark = year > announced ? ' （暫定 provisional）' : '';
    const days = namedHolidays(year).map(({ on, name }) => `  - { on: ${on}, name: ${name} }\n`);
    return `  # ${year}${mark}\n${days.join('')}`;
  });
  return `holidays:\n${block.join('')}`;
}
