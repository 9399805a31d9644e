// The vectors counted in a process with another zone and language: each line what the day is there.
import { closingTime, roll } from '../../../machines/values/calendar/calendar.ts';
import { countPeriod } from '../../../machines/values/calendar/period.ts';
import { instantOf } from '../../../machines/values/date.ts';
import { cabinetOffice, officeCalendar } from '../../builders/calendar.ts';
import { vectors } from './vectors.ts';

const calendar = officeCalendar(cabinetOffice, { halfDays: [{ on: '2026-12-28', closesAt: '12:00' }] });
const lines = vectors.map(({ from, period, sign, roll: policy }) => {
  const { on } = countPeriod(calendar, from, period, sign);
  return `${on} ${roll(calendar, on, policy).on}`;
});
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const hour = instantOf('2026-12-28', closingTime(calendar, '2026-12-28', '17:15'));
process.stdout.write(`${[zone, hour, ...lines].join('\n')}\n`);
