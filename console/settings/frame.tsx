// What stands around each page of the settings: its title and the ways to the others.
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTitle } from '../shell/title.ts';
import { useWords } from '../words/language.tsx';
import { begin, type Draft, draftName } from './amendments/proposing/draft.ts';
import { SetUpWay } from './set-up-way.tsx';
import { useTyped } from './typed.ts';
import { settingsWords } from './words.ts';
import './settings.css';

const pages = [
  { to: '/programmes/$code/settings', word: 'settings.amendments' },
  { to: '/programmes/$code/settings/people', word: 'settings.people' },
  { to: '/programmes/$code/settings/transfer', word: 'settings.transfer' },
  { to: '/programmes/$code/settings/calendar', word: 'settings.calendar' },
  { to: '/programmes/$code/settings/occurrences', word: 'settings.occurrences' },
  { to: '/programmes/$code/settings/paths', word: 'settings.paths' },
  { to: '/programmes/$code/settings/clock', word: 'settings.clock' },
] as const;

/** What has been gathered and not proposed yet is not forgotten on the way through the other pages. */
function Writing({ code }: { code: string }) {
  const { t } = useWords(settingsWords);
  const { value } = useTyped<Draft>(draftName(code), begin());
  const count = value.changes.length;
  if (count === 0) return null;
  return (
    <p className="notice">
      {t('amend.writing', { count })}{' '}
      <Link to="/programmes/$code/settings" params={{ code }} search={{}}>
        {t('amend.toWriting')}
      </Link>
    </p>
  );
}

export function Frame({ title, children }: { title: (typeof pages)[number]['word']; children: ReactNode }) {
  const { t } = useWords(settingsWords);
  const { code = '' } = useParams({ strict: false });
  useTitle(t(title));
  return (
    <main className="page settings" id="content" tabIndex={-1}>
      <h1>{t('settings.title')}</h1>
      <nav className="settings-nav" aria-label={t('settings.nav')}>
        {pages.map(({ to, word }) => (
          <Link
            key={to}
            to={to}
            params={{ code }}
            search={{}}
            activeOptions={{ exact: true, includeSearch: false }}
            {...(word === title ? { 'aria-current': 'page' as const } : {})}
          >
            {t(word)}
          </Link>
        ))}
      </nav>
      {title === 'settings.amendments' ? <SetUpWay code={code} /> : <Writing code={code} />}
      {children}
    </main>
  );
}
