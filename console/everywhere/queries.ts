// What the nation-wide page asks: a window of its rows at a time, counts and groups by the database.
import { queryOptions } from '@tanstack/react-query';
import type { EverywhereView } from '../../server/contract/day/everywhere.ts';
import { get } from '../api.ts';

export interface EverywhereFilters {
  prefecture?: string;
  municipality?: string;
  business?: string;
  phase?: string;
  overdue?: string;
  q?: string;
}

/** Rows that are read at once. */
export const WINDOW = 100;

/** @param group counted by it; else rows from an offset on */
export const everywhereQuery = (filters: EverywhereFilters, group: string, offset: number) =>
  queryOptions({
    queryKey: ['everywhere', filters, group, offset],
    queryFn: () => get<EverywhereView>('/systems', { ...filters, group, offset, limit: WINDOW }),
  });
