// The calendar of an office that is closed on Saturdays, Sundays, holidays of the Cabinet Office's table and from 12-29 to 01-03.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Calendar } from '../../machines/definition/calendar.ts';
import { two } from '../../machines/values/date.ts';

const table = new URL('../../seeds/national/syukujitsu.csv', import.meta.url);

export const cabinetOffice: { on: string; name: string }[] = (
  parse(readFileSync(table, 'utf8'), { from: 2 }) as [string, string][]
).map(([on, name]) => {
  const [year = '', month, day] = on.split('/');
  return { on: `${year}-${two(Number(month))}-${two(Number(day))}`, name };
});

const FIRST = 1973;
const LAST = 2050;
const CUSTOM = ['12-31', '01-02', '01-03'];
const OWN = ['12-29', '12-30'];

/** Days of custom as banks keep them (12-31, 01-02, 01-03); 12-29 and 12-30 are the ordinance's alone. */
export function officeCalendar(holidays = cabinetOffice, over: Partial<Calendar> = {}): Calendar {
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
  const reasons = new Map<string, NonNullable<Calendar['reasons']>[number]>();
  for (const year of years) {
    for (const day of CUSTOM)
      reasons.set(`${year}-${day}`, { on: `${year}-${day}`, kind: 'custom', name: '年末年始' });
    for (const day of OWN)
      reasons.set(`${year}-${day}`, { on: `${year}-${day}`, kind: 'own', name: '年末年始' });
  }
  for (const { on, name } of holidays) reasons.set(on, { on, kind: 'holiday', name });
  const all = [...reasons.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    id: 'office',
    version: 'test',
    source: '条例',
    closed: all.map(({ on }) => on),
    reasons: all,
    provisionalFrom: '2028-01-01',
    ...over,
  };
}
