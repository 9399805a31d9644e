// The plan of the whole programme, now or on a day, in one answer.
import { queryOptions } from '@tanstack/react-query';
import type { Schedule } from '../../server/contract/planning/schedule.ts';
import { get } from '../api.ts';
import { asks, day, type Past } from '../asks.ts';

export const scheduleQuery = (code: string, past: Past | null) =>
  queryOptions({
    queryKey: ['schedule', code, past],
    queryFn: () => get<Schedule>(...asks.schedule(code, past)),
  });

/** Where the same stands as a spreadsheet. */
export function scheduleSheet(code: string, past: Past | null, language: string): string {
  const asked = new URLSearchParams({ ...day(past), lang: language });
  const [path] = asks.schedule(code, past);
  return `/api/v1${path}.xlsx?${asked}`;
}
