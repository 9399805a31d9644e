// What the audit asks of the server.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { accessPage } from '../../server/contract/accounts.ts';
import type { Difference, FoundPage } from '../../server/contract/auditing/asked.ts';
import type { AuditView } from '../../server/contract/auditing/audit.ts';
import type { CorrectionPairs } from '../../server/contract/auditing/pairs.ts';
import type { BoardPage } from '../../server/contract/migrations/board.ts';
import { get, programmePath } from '../api.ts';

export interface Asked {
  q?: string;
  account?: string;
  post?: string;
  from?: string;
  to?: string;
  corrections?: string;
}

export interface AccessAsked {
  account?: string;
  system?: string;
  what?: string;
  refused?: string;
  from?: string;
  to?: string;
}

type AccessPage = z.infer<typeof accessPage>;
export type AccessLine = AccessPage['items'][number];

/** An answer stays as it was asked for until it is asked again: each reading is in the access record, and none is made by the page itself. */
const asAsked = {
  meta: { isPast: true },
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
} as const;

/** What is left empty is not in the address. */
export function given<T extends object>(search: T): T {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  // Every field of a search may be left out.
  return Object.fromEntries(entries) as T;
}

export const foundQuery = (code: string, asked: Asked) =>
  infiniteQueryOptions({
    ...asAsked,
    queryKey: ['found', code, asked],
    queryFn: ({ pageParam }) =>
      get<FoundPage>(`${programmePath(code)}/search`, { ...asked, limit: 50, cursor: pageParam }),
  });

export const differenceQuery = (code: string, day: string) =>
  infiniteQueryOptions({
    ...asAsked,
    queryKey: ['difference', code, day],
    queryFn: ({ pageParam }) =>
      get<Difference>(`${programmePath(code)}/difference`, { day, limit: 50, cursor: pageParam }),
  });

export const auditQuery = (code: string) =>
  queryOptions({ queryKey: ['audit', code], queryFn: () => get<AuditView>(`${programmePath(code)}/audit`) });

export const pairsQuery = (code: string) =>
  infiniteQueryOptions({
    ...asAsked,
    queryKey: ['corrections', code],
    queryFn: ({ pageParam }) =>
      get<CorrectionPairs>(`${programmePath(code)}/corrections`, { limit: 20, cursor: pageParam }),
  });

export const accessQuery = (code: string, asked: AccessAsked) =>
  infiniteQueryOptions({
    ...asAsked,
    queryKey: ['access', code, asked],
    queryFn: ({ pageParam }) =>
      get<AccessPage>(`${programmePath(code)}/access-log`, { ...asked, limit: 50, cursor: pageParam }),
  });

export const systemsQuery = (code: string) =>
  queryOptions({
    queryKey: ['systemNames', code],
    queryFn: async () => (await get<BoardPage>(`${programmePath(code)}/systems`, { limit: 200 })).items,
  });
