// What the pages on meetings ask of the server.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Convening } from '../../server/contract/meetings/convening.ts';
import type { MeetingList, MeetingView } from '../../server/contract/meetings/meetings.ts';
import type { DeputyList } from '../../server/contract/posts.ts';
import { get, getText, programmePath } from '../api.ts';

export const meetingPath = (code: string, number: string) =>
  `${programmePath(code)}/meetings/${encodeURIComponent(number)}`;

export const meetingsQuery = (code: string) =>
  queryOptions({
    queryKey: ['meetings', code],
    queryFn: () => get<MeetingList>(`${programmePath(code)}/meetings`),
  });

export const meetingQuery = (code: string, number: string) =>
  queryOptions({
    queryKey: ['meeting', code, number],
    queryFn: () => get<MeetingView>(meetingPath(code, number)),
  });

/** Who stands in for whom, and what its holders have yet to look at. */
export const deputiesQuery = (code: string) =>
  queryOptions({
    queryKey: ['deputies', code],
    queryFn: () => get<DeputyList>(`${programmePath(code)}/deputies`),
  });

/** What could be convened on a day; null: today, as the programme's clock has it. */
export const conveningQuery = (code: string, on: string | null) =>
  queryOptions({
    queryKey: ['convening', code, on],
    queryFn: () => get<Convening>(`${programmePath(code)}/convening`, on === null ? {} : { on }),
    placeholderData: keepPreviousData,
  });

/** The agenda, or the draft of the minutes, as the server writes it from the record. */
export const documentQuery = (code: string, number: string, which: 'agenda' | 'minutes') =>
  queryOptions({
    queryKey: ['meetingDocument', code, number, which],
    queryFn: () => getText(`${meetingPath(code, number)}/${which}`),
  });
