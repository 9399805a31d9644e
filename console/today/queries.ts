// What the day's page asks of the server.
import { queryOptions } from '@tanstack/react-query';
import type { TodayView } from '../../server/contract/telling/today.ts';
import { get, programmePath } from '../api.ts';

export const todayQuery = (code: string) =>
  queryOptions({
    queryKey: ['today', code],
    queryFn: () => get<TodayView>(`${programmePath(code)}/today`),
  });
