// The ways from any page of a programme to its others, in the order of a day's work.
import { Link, useRouterState } from '@tanstack/react-router';
import { useSpeech } from '../words/language.tsx';
import type { Word } from '../words/words.ts';

/** What stands behind a programme's code in an address, the route it leads to, and its name. A system's own page belongs to the board. */
const ways = [
  { under: [''], to: '/programmes/$code', search: {}, word: 'app.today' },
  { under: ['board', 'systems'], to: '/programmes/$code/board', search: {}, word: 'app.board' },
  { under: ['gantt'], to: '/programmes/$code/gantt', search: { by: 'occurred' }, word: 'app.gantt' },
  {
    under: ['deadlines'],
    to: '/programmes/$code/deadlines',
    search: { by: 'occurred' },
    word: 'app.deadlines',
  },
  { under: ['decide', 'meetings'], to: '/programmes/$code/decide', search: {}, word: 'app.decide' },
  { under: ['procurement'], to: '/programmes/$code/procurement', search: {}, word: 'app.procurement' },
  { under: ['audit', 'past'], to: '/programmes/$code/audit', search: {}, word: 'app.audit' },
  { under: ['report'], to: '/programmes/$code/report', search: {}, word: 'app.report' },
  { under: ['settings'], to: '/programmes/$code/settings', search: {}, word: 'app.settings' },
] as const satisfies { under: readonly string[]; to: string; search: object; word: Word }[];

export function Ways({ code }: { code: string }) {
  const { t } = useSpeech();
  const here = useRouterState({ select: ({ location }) => location.pathname.split('/')[3] ?? '' });
  return (
    <nav className="shell-ways" aria-label={t('app.nav')}>
      {ways.map(({ under, to, search, word }) => (
        <Link
          key={to}
          to={to}
          params={{ code }}
          search={search}
          activeOptions={{ exact: true, includeSearch: false }}
          {...((under as readonly string[]).includes(here) ? { 'aria-current': 'page' as const } : {})}
        >
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
