// Days as a ward writes them: 令和5年11月16日, R5.11.16, and no more precisely than they are known (令和5年4月).
// Knows no clock: what "today" is, the server says.
const eras = [
  { from: '2019-05-01', name: '令和', initial: 'R', before: 2018 },
  { from: '1989-01-08', name: '平成', initial: 'H', before: 1988 },
] as const;

interface Parts {
  era: (typeof eras)[number];
  year: number;
  month: number;
  day: number | null;
}

function partsOf(vague: string): Parts | null {
  const [year, month, day] = vague.split('-').map(Number);
  // A month belongs to the era of its last day: 2019-05 is 令和, 2019-04 平成.
  const reach = day === undefined ? `${vague}-31` : vague;
  const era = eras.find((candidate) => candidate.from <= reach);
  if (!era || year === undefined || month === undefined) return null;
  return { era, year: year - era.before, month, day: day ?? null };
}

/** `令和5年11月16日`, or `令和5年4月` of a month; ISO before 1989. */
export function longDay(vague: string): string {
  const parts = partsOf(vague);
  if (!parts) return vague;
  const year = parts.year === 1 ? '元' : parts.year;
  return `${parts.era.name}${year}年${parts.month}月${parts.day === null ? '' : `${parts.day}日`}`;
}

/** `R5.11.16`, or `R5.4` of a month. */
export function shortDay(vague: string): string {
  const parts = partsOf(vague);
  if (!parts) return vague;
  return `${parts.era.initial}${parts.year}.${parts.month}${parts.day === null ? '' : `.${parts.day}`}`;
}

/** A fiscal year (April to March) by its first calendar year: 2023 → 令和5年度. */
export function fiscalYear(year: number): string {
  const era = eras[0];
  return year > era.before
    ? `${era.name}${year - era.before === 1 ? '元' : year - era.before}年度`
    : `${year}年度`;
}

const inTokyo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** An instant's day and time of day on Japanese clocks: `['2023-11-16', '09:00']`. */
export function dayAndTime(instant: string): [string, string] {
  const [day = '', time = ''] = inTokyo.format(new Date(instant)).split(' ');
  return [day, time];
}
