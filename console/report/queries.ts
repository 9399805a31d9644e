// What the report's page asks of the server, and where its files are.
import { queryOptions } from '@tanstack/react-query';
import type { IssuedList, ReportFigure, ReportPages } from '../../server/contract/reports/reports.ts';
import { get, programmePath } from '../api.ts';
import type { Language } from '../words/language.tsx';

/** Of which report a page is: one that was issued, or what the record gives now. */
export interface Wanted {
  number?: string;
  asOf: string;
  by: 'occurred' | 'recorded';
  from?: string;
  to?: string;
  unit: 'yen' | 'thousandYen';
  sight: 'own' | 'public';
}

const made = ({ asOf, by, from, to, unit, sight }: Wanted) => ({
  asOf,
  by,
  unit,
  sight,
  ...(from && to ? { from, to } : {}),
});

/** An issued one does not change: it is in the unit in which it was issued, unless another is asked for. */
const askedOf = (wanted: Wanted): { path: string; query: Record<string, string> } =>
  wanted.number
    ? { path: `/reports/${encodeURIComponent(wanted.number)}`, query: { unit: wanted.unit } }
    : { path: '/report', query: made(wanted) };

export const pagesQuery = (code: string, wanted: Wanted, language: Language) =>
  queryOptions({
    queryKey: ['report', code, wanted, language],
    queryFn: () => {
      const { path, query } = askedOf(wanted);
      return get<ReportPages>(`${programmePath(code)}${path}`, { ...query, format: 'pages', lang: language });
    },
  });

export const issuedQuery = (code: string) =>
  queryOptions({
    queryKey: ['reports', code],
    queryFn: () => get<IssuedList>(`${programmePath(code)}/reports`),
  });

export interface Opened {
  section: string;
  row: string;
}

export const figureQuery = (code: string, wanted: Wanted, opened: Opened, language: Language) =>
  queryOptions({
    queryKey: ['figure', code, wanted, opened, language],
    queryFn: () =>
      get<ReportFigure>(`${programmePath(code)}/report/figure`, {
        ...made(wanted),
        ...opened,
        lang: language,
        ...(wanted.number ? { number: wanted.number } : {}),
      }),
  });

/** Where a file of it is. */
export function fileOf(code: string, wanted: Wanted, format: string, language: Language): string {
  const { path, query } = askedOf(wanted);
  return `/api/v1${programmePath(code)}${path}?${new URLSearchParams({ ...query, format, lang: language })}`;
}

export function stepsOf(code: string, wanted: Wanted, format: 'csv' | 'xlsx', language: Language): string {
  if (wanted.number) return fileOf(code, wanted, `steps-${format}`, language);
  const { asOf, by } = wanted;
  return `/api/v1${programmePath(code)}/national-sheet?${new URLSearchParams({ asOf, by, format })}`;
}
