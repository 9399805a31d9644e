// What an address shows first: the code of its page, and the answers that the page cannot begin without. For who asks before the page
// is there (`early.ts`); what is not named here comes when its page asks for it.
import type { Asked } from './api.ts';
import { asks } from './asks.ts';
import { pages } from './pages.ts';

interface Opened {
  code: string;
  system: string;
  search: URLSearchParams;
}

interface First {
  page: () => Promise<unknown>;
  asked: (opened: Opened) => Asked[];
}

const nothing = (): Asked[] => [];
/** The plan as it is now; a page on a past day asks for that day's. */
const planned = ({ code, search }: Opened): Asked[] =>
  search.has('asOf') ? [] : [asks.schedule(code, null)];

/** Below a programme's address. */
const FIRST = new Map<string, First>(
  Object.entries({
    '': { page: pages.today, asked: ({ code }) => [asks.today(code)] },
    // With filters in its address the page asks by them.
    board: {
      page: pages.board,
      asked: ({ code, search }) => (search.size > 0 ? [] : [asks.board(code, {}, null)]),
    },
    system: {
      page: pages.system,
      asked: ({ code, system, search }) => [
        asks.system(code, system, null),
        asks.explanation(code, system, search.get('post') ?? ''),
      ],
    },
    gantt: { page: pages.gantt, asked: planned },
    deadlines: { page: pages.deadlines, asked: planned },
    decide: { page: pages.decide, asked: ({ code }) => [asks.inbox(code), asks.today(code)] },
    procurement: {
      page: pages.procurement,
      asked: ({ code }) => [asks.procurements(code), asks.tables(code)],
    },
    report: { page: pages.report, asked: nothing },
    audit: { page: pages.audit, asked: nothing },
  }),
);

const ADDRESS =
  /^\/programmes\/(?<code>[\w-]+)(?:\/(?<below>[a-z]+))?(?:(?<=\/systems)\/(?<system>[\w-]+))?\/?$/;

export function firstOf(
  pathname: string,
  search: URLSearchParams,
): { page: First['page'] | null; asked: Asked[] } {
  const { code, below = '', system = '' } = ADDRESS.exec(pathname)?.groups ?? {};
  if (code === undefined) return { page: null, asked: [asks.me] };
  const first = FIRST.get(system === '' ? below : 'system');
  const own = first?.asked({ code, system, search }) ?? [];
  return { page: first?.page ?? null, asked: [asks.me, ...own, asks.programme(code)] };
}
