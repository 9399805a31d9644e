// What the pages on procurement ask of the server.
import { queryOptions } from '@tanstack/react-query';
import type { MoneyEntries } from '../../server/contract/ends/money.ts';
import type { ProcurementList, RfpAnswers, RfpView } from '../../server/contract/procuring/rfp.ts';
import type { CollisionList, VendorList } from '../../server/contract/procuring/vendors.ts';
import type { Report } from '../../server/contract/reports/tables.ts';
import { get, programmePath } from '../api.ts';
import { asks, systemPath } from '../asks.ts';

export const procurementsQuery = (code: string) =>
  queryOptions({
    queryKey: ['procurements', code],
    queryFn: () => get<ProcurementList>(...asks.procurements(code)),
  });

/** The tables of the report; what of them is hidden from the reader is not in it. */
export const tablesQuery = (code: string) =>
  queryOptions({ queryKey: ['tables', code], queryFn: () => get<Report>(...asks.tables(code)) });

export const vendorsQuery = (code: string) =>
  queryOptions({
    queryKey: ['vendors', code],
    queryFn: () => get<VendorList>(`${programmePath(code)}/vendors`),
  });

export const collisionsQuery = (code: string) =>
  queryOptions({
    queryKey: ['collisions', code],
    queryFn: () => get<CollisionList>(`${programmePath(code)}/collisions`),
  });

export const rfpPath = (code: string, system: string): string => `${systemPath(code, system)}/rfp`;

export const rfpQuery = (code: string, system: string) =>
  queryOptions({ queryKey: ['rfp', code, system], queryFn: () => get<RfpView>(rfpPath(code, system)) });

/** The published questions with their answers; who asked is nowhere in it. */
export const answersQuery = (code: string, system: string) =>
  queryOptions({
    queryKey: ['rfp-answers', code, system],
    queryFn: () => get<RfpAnswers>(`${rfpPath(code, system)}/answers`),
  });

/** The entry in which each figure stands. */
export const moneyEntriesQuery = (code: string, system: string) =>
  queryOptions({
    queryKey: ['money-entries', code, system],
    queryFn: () => get<MoneyEntries>(`${systemPath(code, system)}/money/entries`),
    meta: { system },
  });
