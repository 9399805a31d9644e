// The console's addresses. What a page shows is in its address: filters, the day looked at, the act being prepared.
// A page comes when it is opened; what stands around all of them comes first.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { ApiProblem } from './api.ts';
import type { BoardFilters } from './asks.ts';
import { pages } from './pages.ts';
import { ProgrammesPage } from './programmes/page.tsx';
import { meQuery, programmesQuery, waysQuery } from './queries.ts';
import { askedParts } from './settings/amendments/proposing/asked-parts.ts';
import { NotFound, RouteProblem } from './shell/failure.tsx';
import { lazyPage } from './shell/page-code.ts';
import { Shell } from './shell/shell.tsx';
import { forgetSignedIn, wasSignedIn } from './sign-in/signed-in-before.ts';

type Search = Record<string, unknown>;
type Some<K extends string> = { [key in K]?: string };

/** The named parts of an address's search that are there. */
function some<K extends string>(search: Search, keys: readonly K[]): Some<K> {
  const found: Some<K> = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') found[key] = value as Some<K>[K];
  }
  return found;
}

const filters = [
  'wave',
  'phase',
  'activity',
  'regime',
  'overdue',
  'stage',
  'blocked',
  'live',
  'business',
  'waitingFor',
  'q',
  'group',
] as const;

export interface PastSearch {
  asOf?: string;
  by: 'occurred' | 'recorded';
}

function pastSearch(search: Search): PastSearch {
  const by = search.by === 'recorded' ? 'recorded' : 'occurred';
  const { asOf } = some(search, ['asOf']);
  return asOf && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? { asOf, by } : { by };
}

interface Context {
  queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Search) => some(search, ['back', 'ended', 'refused', 'setup']),
  component: lazyPage(() => import('./sign-in/page.tsx'), 'SignInPage'),
});

/** By its own code at first, then as the administrator that it made. */
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyPage(() => import('./first-set-up/page.tsx'), 'SetUpPage'),
});

/** Everything but sign in and the first set-up wants a session. */
const within = createRoute({
  getParentRoute: () => root,
  id: 'within',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.ensureQueryData(meQuery).catch(async (error: unknown) => {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      // Where nobody could sign in yet, the first page is that of the set-up.
      const ways = await context.queries.ensureQueryData(waysQuery).catch(() => null);
      if (ways?.toBeSetUp) throw redirect({ to: '/setup' });
      // Once said, it is over: who comes another day is merely asked.
      const ended = wasSignedIn() ? { ended: 'true' } : {};
      forgetSignedIn();
      throw redirect({ to: '/sign-in', search: { back: location.href, ...ended } });
    });
    if (me.mustChangePassword || me.mustSetSecondFactor)
      throw redirect({ to: '/sign-in', search: { back: location.href } });
  },
  component: Shell,
  errorComponent: RouteProblem,
});

const programmes = createRoute({
  getParentRoute: () => within,
  path: '/',
  beforeLoad: async ({ context }) => {
    const { items, notReady } = await context.queries.ensureQueryData(programmesQuery);
    const [only, second] = items;
    if (only && !second && notReady.length === 0)
      throw redirect({ to: '/programmes/$code', params: { code: only.code }, search: {}, replace: true });
  },
  component: ProgrammesPage,
});

/** One's own, whatever the programme. */
const contact = createRoute({
  getParentRoute: () => within,
  path: '/contact',
  component: lazyPage(() => import('./contact/page.tsx'), 'ContactPage'),
});

type BoardSearch = BoardFilters & { view?: string; group?: string };
const boardSearch = (search: Search): BoardSearch => some(search, [...filters, 'view']);

/** The home. The board stood here once: an address with its filters leads on to it. */
const today = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code',
  validateSearch: boardSearch,
  beforeLoad: ({ search, params: { code } }) => {
    if (Object.keys(search).length > 0)
      throw redirect({ to: '/programmes/$code/board', params: { code }, search, replace: true });
  },
  component: lazyPage(pages.today, 'TodayPage'),
});

/** Of all programmes that the reader may see. */
const everywhere = createRoute({
  getParentRoute: () => within,
  path: '/systems',
  validateSearch: (search: Search) =>
    some(search, ['prefecture', 'municipality', 'business', 'phase', 'overdue', 'q', 'group']),
  component: lazyPage(() => import('./everywhere/page.tsx'), 'EverywherePage'),
});

const board = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/board',
  validateSearch: boardSearch,
  component: lazyPage(pages.board, 'BoardPage'),
});

const system = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/systems/$system',
  validateSearch: (search: Search) => some(search, ['post', 'act', 'step', 'phase', 'startOn', 'endOn']),
  component: lazyPage(pages.system, 'SystemPage'),
});

const correction = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/systems/$system/entries/$seq',
  component: lazyPage(() => import('./correction/page.tsx'), 'CorrectionPage'),
});
const decide = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/decide',
  validateSearch: (search: Search) => some(search, ['item']),
  component: lazyPage(pages.decide, 'DecidePage'),
});

const meetings = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/meetings',
  component: lazyPage(() => import('./meetings/page.tsx'), 'MeetingsPage'),
});
const convene = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/meetings/convene',
  component: lazyPage(() => import('./meetings/convening/page.tsx'), 'ConvenePage'),
});
const meeting = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/meetings/$number',
  component: lazyPage(() => import('./meetings/one.tsx'), 'MeetingPage'),
});

const procurement = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/procurement',
  component: lazyPage(pages.procurement, 'ProcurementPage'),
});

const systemProcurement = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/procurement/$system',
  component: lazyPage(() => import('./procurement/system-page.tsx'), 'SystemProcurementPage'),
});

const past = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/past',
  validateSearch: (search: Search): PastSearch & BoardSearch => ({
    ...some(search, [...filters, 'view']),
    ...pastSearch(search),
  }),
  component: lazyPage(() => import('./past/page.tsx'), 'PastPage'),
});

const planning = ['view', 'q', 'system', 'kind', 'who', 'month', 'with', 'withBy'] as const;
type PlanningSearch = PastSearch & Some<(typeof planning)[number]>;
const planningSearch = (search: Search): PlanningSearch => ({
  ...some(search, planning),
  ...pastSearch(search),
});

const gantt = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/gantt',
  validateSearch: planningSearch,
  component: lazyPage(pages.gantt, 'GanttPage'),
});

const deadlines = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/deadlines',
  validateSearch: planningSearch,
  component: lazyPage(pages.deadlines, 'DeadlinesPage'),
});

const pastSystem = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/past/systems/$system',
  validateSearch: pastSearch,
  component: lazyPage(() => import('./system/past-page.tsx'), 'PastSystemPage'),
});

const audit = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/audit',
  validateSearch: (search: Search) => {
    const { day, ...asked } = some(search, ['q', 'account', 'post', 'from', 'to', 'corrections', 'day']);
    const found: Some<'day'> & typeof asked = { ...asked };
    if (day && /^\d{4}-\d{2}-\d{2}$/.test(day)) found.day = day;
    return found;
  },
  component: lazyPage(pages.audit, 'AuditPage'),
});

const report = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/report',
  validateSearch: (search: Search) => some(search, ['number', 'asOf', 'by', 'from', 'to', 'unit', 'sight']),
  component: lazyPage(pages.report, 'ReportPage'),
});

/** Each page of the settings has an address of its own. */
const settings = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/settings',
  validateSearch: (search: Search) => some(search, askedParts),
  component: lazyPage(() => import('./settings/amendments/page.tsx'), 'AmendmentsPage'),
});
const amendment = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/settings/amendments/$number',
  component: lazyPage(() => import('./settings/amendments/one.tsx'), 'AmendmentPage'),
});
const people = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/settings/people',
  validateSearch: (search: Search) => some(search, ['q']),
  component: lazyPage(() => import('./settings/people/page.tsx'), 'PeoplePage'),
});
const transfer = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/settings/transfer',
  component: lazyPage(() => import('./settings/people/transfer.tsx'), 'TransferPage'),
});
const calendar = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/settings/calendar',
  validateSearch: (search: Search) => some(search, ['year']),
  component: lazyPage(() => import('./settings/calendar/page.tsx'), 'CalendarPage'),
});
const occurrences = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/settings/occurrences',
  component: lazyPage(() => import('./settings/occurrences/page.tsx'), 'OccurrencesPage'),
});
const paths = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/settings/paths',
  component: lazyPage(() => import('./settings/paths/page.tsx'), 'PathsPage'),
});
const clock = createRoute({
  getParentRoute: () => within,
  path: '/programmes/$code/settings/clock',
  component: lazyPage(() => import('./settings/clock/page.tsx'), 'ClockPage'),
});

const tree = root.addChildren([
  signIn,
  setUp,
  within.addChildren([
    programmes,
    contact,
    everywhere,
    today,
    board,
    gantt,
    deadlines,
    system,
    correction,
    decide,
    meetings,
    convene,
    meeting,
    procurement,
    systemProcurement,
    past,
    pastSystem,
    audit,
    report,
    settings,
    amendment,
    people,
    transfer,
    calendar,
    occurrences,
    paths,
    clock,
  ]),
]);

const readSearch = (search: string): Search => Object.fromEntries(new URLSearchParams(search));

function writeSearch(search: Search): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const written = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString();
  return written ? `?${written}` : '';
}

export const consoleRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    // What an address does not declare reaches no page: a day in the board's address shall not pass for now.
    search: { strict: true },
    defaultErrorComponent: RouteProblem,
    // The code of a page whose way the reader points at; what it shows is asked for when it is there.
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
