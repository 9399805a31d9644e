// What the pages on meetings ask of the server.
import { queryOptions } from '@tanstack/react-query';
import type { MeetingList, MeetingView } from '../../server/contract/meetings/meetings.ts';
import { get, getText } from '../api.ts';

export const programmePath = (code: string) => `/programmes/${encodeURIComponent(code)}`;
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

/** The draft of the minutes, as the server writes it from the record. */
export const minutesQuery = (code: string, number: string) =>
  queryOptions({
    queryKey: ['minutes', code, number],
    queryFn: () => getText(`${meetingPath(code, number)}/minutes`),
  });
