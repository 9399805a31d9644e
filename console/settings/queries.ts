// What the settings ask of the server.
import { queryOptions } from '@tanstack/react-query';
import type { AccountView } from '../../server/contract/accounts.ts';
import type { AmendmentView, OneAmendment } from '../../server/contract/amendments.ts';
import type { DeputyView } from '../../server/contract/posts.ts';
import type { CalendarList, PathList } from '../../server/contract/settings/paths.ts';
import type { Setting } from '../../server/contract/values.ts';
import { get, programmePath } from '../api.ts';
import type { Sentence } from '../words/sentence.ts';

export interface AmendmentList {
  setting: Setting;
  version: number;
  proposers: { post: string; label: Sentence }[];
  items: (AmendmentView & { changes: Sentence[]; moreChanges: number })[];
}

export const amendmentsQuery = (code: string) =>
  queryOptions({
    queryKey: ['amendments', code],
    queryFn: () => get<AmendmentList>(`${programmePath(code)}/amendments`),
  });
export const amendmentQuery = (code: string, number: string) =>
  queryOptions({
    queryKey: ['amendment', code, number],
    queryFn: () => get<OneAmendment>(`${programmePath(code)}/amendments/${encodeURIComponent(number)}`),
  });
export const pathsQuery = (code: string) =>
  queryOptions({ queryKey: ['paths', code], queryFn: () => get<PathList>(`${programmePath(code)}/paths`) });
export const calendarsQuery = (code: string, year: string | undefined) =>
  queryOptions({
    queryKey: ['calendars', code, year],
    queryFn: () => get<CalendarList>(`${programmePath(code)}/calendars`, { year }),
  });
/** Saved by the browser itself. */
export const folderZip = (code: string, amendment?: number): string =>
  `/api/v1${programmePath(code)}/folder?format=zip${amendment === undefined ? '' : `&amendment=${amendment}`}`;
/** Accounts are the machine's: the programme is in the key so that what changes there asks for them anew. */
export const accountsQuery = (code: string) =>
  queryOptions({
    queryKey: ['accounts', code],
    queryFn: () => get<{ items: AccountView[] }>('/accounts'),
  });
export const deputiesQuery = (code: string) =>
  queryOptions({
    queryKey: ['deputies', code],
    queryFn: () => get<{ items: DeputyView[] }>(`${programmePath(code)}/deputies`),
  });
