// What the first set-up asks of the server: by its code while nobody is signed in, then as its administrator.
import { queryOptions } from '@tanstack/react-query';
import type { LackView } from '../../server/contract/people-sheets.ts';
import type { SetUpState } from '../../server/contract/settings/setting-up.ts';
import { ApiProblem, bySetUpCode, get, programmePath } from '../api.ts';
import { CATCH_UP_MS } from '../queries.ts';

/** The second part of a key is what a sending asks anew once it is answered. */
export const SET_UP = 'setup';

export const setUpQuery = (secret: string) =>
  queryOptions({
    queryKey: ['set-up', SET_UP, secret],
    queryFn: () => bySetUpCode(secret).get<SetUpState>('/setup'),
    enabled: secret !== '',
    // What is loaded in part may go on.
    refetchInterval: ({ state: { data } }) => (data?.programme && !data.programme.isIn ? CATCH_UP_MS : false),
  });

export const lacksQuery = (code: string) =>
  queryOptions({
    queryKey: ['lacks', code],
    queryFn: () => get<{ items: LackView[] }>(`${programmePath(code)}/lacks`),
  });

export const codeOf = (error: Error | null): string | undefined =>
  error instanceof ApiProblem ? error.problem?.code : undefined;
