// What the pages on procurement ask of the server.
import { queryOptions } from '@tanstack/react-query';
import type { ProcurementList, RfpAnswers, RfpView } from '../../server/contract/procuring/rfp.ts';
import type { CollisionList, VendorList } from '../../server/contract/procuring/vendors.ts';
import type { Report } from '../../server/contract/programmes.ts';
import { get } from '../api.ts';
import { systemPath } from '../queries.ts';

const base = (code: string) => `/programmes/${encodeURIComponent(code)}`;

export const procurementsQuery = (code: string) =>
  queryOptions({
    queryKey: ['procurements', code],
    queryFn: () => get<ProcurementList>(`${base(code)}/procurements`),
  });

/** The tables of the report; what of them is hidden from the reader is not in it. */
export const tablesQuery = (code: string) =>
  queryOptions({ queryKey: ['tables', code], queryFn: () => get<Report>(`${base(code)}/report`) });

export const vendorsQuery = (code: string) =>
  queryOptions({ queryKey: ['vendors', code], queryFn: () => get<VendorList>(`${base(code)}/vendors`) });

export const collisionsQuery = (code: string) =>
  queryOptions({
    queryKey: ['collisions', code],
    queryFn: () => get<CollisionList>(`${base(code)}/collisions`),
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
