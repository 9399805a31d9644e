// What the pages ask of the server, by name: keys and routes in one place, so that what an act changes is asked anew. What others change is
// asked anew by console/live, which goes by the second part of a key, the programme, and by `meta`.
import { hashKey, infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { EntryPage } from '../server/contract/entries.ts';
import type { BoardPage } from '../server/contract/migrations/board.ts';
import type { ExplanationView } from '../server/contract/migrations/explanation.ts';
import type { SystemView } from '../server/contract/migrations/system.ts';
import type { Me, ProgrammeList, ProgrammeView } from '../server/contract/programmes.ts';
import type { SlipList } from '../server/contract/reports/tables.ts';
import type { SignInWays } from '../server/contract/sign-in.ts';
import type { ContactView, WarningView } from '../server/contract/telling/contacts.ts';
import type { FeedView } from '../server/contract/telling/feeds.ts';
import type { InboxView } from '../server/contract/telling/inbox.ts';
import { get, programmePath } from './api.ts';
import { asks, type BoardFilters, day, type Past, systemPath } from './asks.ts';

/** What is known to be older than what stands beside it is asked for again after this. */
export const CATCH_UP_MS = 2_000;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => get<Me>(...asks.me),
  staleTime: 60_000,
  // Another may have signed in meanwhile, in another tab.
  refetchOnWindowFocus: 'always',
});

/** Who is signed in as the page of signing in opens: asked for by itself, since what the pages knew before may be over. */
export const standsQuery = queryOptions({
  queryKey: ['stands'],
  queryFn: () => get<Me>(...asks.me),
  retry: false,
  gcTime: 0,
});

/** The ways to sign in here: settings of the server, which stand while it runs. */
export const waysQuery = queryOptions({
  queryKey: ['ways'],
  queryFn: () => get<SignInWays>('/session/ways'),
  staleTime: 600_000,
});

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: () => get<ProgrammeList>('/programmes'),
  refetchInterval: ({ state }) => (state.data?.notReady.length ? 10_000 : false),
});

export const programmeQuery = (code: string) =>
  queryOptions({
    queryKey: ['programme', code],
    queryFn: () => get<ProgrammeView>(...asks.programme(code)),
  });

/** Other filters may show what was there until they are answered; another programme or day must not. */
export const standsInFor = (shown: readonly unknown[], asked: readonly unknown[]): boolean =>
  hashKey([shown[1], shown[3]]) === hashKey([asked[1], asked[3]]);

export const boardQuery = (code: string, filters: BoardFilters, past: Past | null) =>
  infiniteQueryOptions({
    queryKey: ['board', code, filters, past],
    queryFn: ({ pageParam }) => get<BoardPage>(...asks.board(code, filters, past, pageParam)),
    meta: { isPast: past !== null },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous, query) =>
      standsInFor(query?.queryKey ?? [], ['board', code, filters, past]) ? previous : undefined,
  });

export const systemQuery = (code: string, system: string, past: Past | null) =>
  queryOptions({
    queryKey: ['system', code, system, past],
    queryFn: () => get<SystemView>(...asks.system(code, system, past)),
    meta: { system, isPast: past !== null },
  });

/** @param post where none is named, the server takes the reader's own that is waited for, or their first */
export const explanationQuery = (code: string, system: string, post: string) =>
  queryOptions({
    queryKey: ['explanation', code, system, post],
    queryFn: () => get<ExplanationView>(...asks.explanation(code, system, post)),
    meta: { system },
  });

export const entriesQuery = (code: string, system: string, past: Past | null) =>
  infiniteQueryOptions({
    queryKey: ['entries', code, system, past],
    queryFn: ({ pageParam }) =>
      get<EntryPage>(`${systemPath(code, system)}/entries`, { ...day(past), limit: 50, cursor: pageParam }),
    meta: { system, isPast: past !== null },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const inboxQuery = (code: string) =>
  queryOptions({
    queryKey: ['inbox', code],
    queryFn: () => get<InboxView>(...asks.inbox(code)),
  });

/** Who was warned of one deadline. */
export const warningsQuery = (code: string, system: string, deadline: string) =>
  queryOptions({
    queryKey: ['warnings', code, system, deadline],
    queryFn: () =>
      get<{ items: WarningView[] }>(
        `${systemPath(code, system)}/deadlines/${encodeURIComponent(deadline)}/warnings`,
      ),
    meta: { system },
  });

/** By how much the days of a system have moved, and why. */
export const slipsQuery = (code: string, system: string) =>
  queryOptions({
    queryKey: ['slips', code, system],
    queryFn: () => get<SlipList>(`${programmePath(code)}/slips`, { system }),
    meta: { system },
  });

/** A trial is made by a worker: what came of it is looked for as long as one is under way. */
export const contactQuery = (account: string) =>
  queryOptions({
    queryKey: ['contact', account],
    queryFn: () => get<ContactView>('/contact'),
    refetchInterval: ({ state: { data } }) => {
      const trials = Object.values(data?.trials ?? {});
      return trials.some(({ ended, askedAt }) => !ended && isYoung(askedAt)) ? CATCH_UP_MS : false;
    },
  });

/** Nothing comes of what no worker took up within this. */
const TRIAL_MS = 120_000;
export const isYoung = (askedAt: string): boolean => Date.now() - Date.parse(askedAt) < TRIAL_MS;

export const feedQuery = (account: string) =>
  queryOptions({
    queryKey: ['calendar-feed', account],
    queryFn: () => get<FeedView>('/calendar-feed'),
  });

/** What an accepted act may have changed. */
export const changedByAct = (code: string) => [
  ['board', code],
  ['system', code],
  ['explanation', code],
  ['entries', code],
  ['inbox', code],
  ['today', code],
];
