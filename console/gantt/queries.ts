// The plan of the whole programme, now or on a day, in one answer.
import { queryOptions } from '@tanstack/react-query';
import type { Schedule } from '../../server/contract/planning/schedule.ts';
import { get, programmePath } from '../api.ts';
import type { Past } from '../asks.ts';

const path = (code: string) => `${programmePath(code)}/schedule`;

export const scheduleQuery = (code: string, past: Past | null) =>
  queryOptions({
    queryKey: ['schedule', code, past],
    queryFn: () => get<Schedule>(path(code), past ? { asOf: past.asOf, by: past.by } : {}),
  });

/** Where the same stands as a spreadsheet. */
export function scheduleSheet(code: string, past: Past | null, language: string): string {
  const asked = new URLSearchParams({ ...(past ? { asOf: past.asOf, by: past.by } : {}), lang: language });
  return `/api/v1${path(code)}.xlsx?${asked}`;
}
