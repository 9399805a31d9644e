// A programme whose clock cannot be told is shown as one: not as none, and not as if another were the only one.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { ProgrammesPage } from '../../console/programmes/page.tsx';
import { programmesQuery } from '../../console/queries.ts';
import { LanguageProvider } from '../../console/words/language.tsx';
import type { ProgrammeList } from '../../server/contract/programmes.ts';

/** Nothing is remembered where there is no browser. */
vi.stubGlobal('localStorage', { getItem: () => null });

function shown(list: ProgrammeList): string {
  const queries = new QueryClient();
  queries.setQueryData(programmesQuery.queryKey, list);
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <ProgrammesPage />
      </LanguageProvider>
    </QueryClientProvider>,
  );
}

it('is named with what it waits for', () => {
  const name = { ja: '世田谷区', en: 'Setagaya' };
  const page = shown({ items: [], notReady: [{ code: '131121', name, rehearsal: true }] });
  expect(page).toMatch(/世田谷区.*131121.*時刻を確かめられない/su);
  expect(page).not.toContain('まだありません');
});

it('is not told of where there is none', () => {
  expect(shown({ items: [], notReady: [] })).toContain('まだありません');
});
