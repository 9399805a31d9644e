// What the audit asks of the server.
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Difference, FoundPage } from '../../server/contract/auditing/asked.ts';
import { get } from '../api.ts';

export interface Asked {
  q?: string;
  account?: string;
  post?: string;
  from?: string;
  to?: string;
  corrections?: string;
}

const base = (code: string) => `/programmes/${encodeURIComponent(code)}`;

export const foundQuery = (code: string, asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['found', code, asked],
    queryFn: ({ pageParam }) =>
      get<FoundPage>(`${base(code)}/search`, { ...asked, limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const differenceQuery = (code: string, day: string) =>
  infiniteQueryOptions({
    queryKey: ['difference', code, day],
    queryFn: ({ pageParam }) =>
      get<Difference>(`${base(code)}/difference`, { day, limit: 50, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
