// By how much days have moved stands on a system's page where any has, and nothing stands there where none has.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { slipsQuery } from '../../console/queries.ts';
import { Slips } from '../../console/system/slips.tsx';
import { LanguageProvider } from '../../console/words/language.tsx';
import type { SlipList } from '../../server/contract/reports/tables.ts';

/** Nothing is remembered where there is no browser. */
vi.stubGlobal('localStorage', { getItem: () => null });

function shown(systems: SlipList['systems']): string {
  const queries = new QueryClient();
  const setting = {
    ...{ programme: '131121', municipality: '131121', programmeName: { ja: '世田谷区', en: 'Setagaya' } },
    ...{ rehearsal: true, now: '2023-11-16T09:00:00+09:00', today: '2023-11-16', asOf: null, by: null },
  };
  queries.setQueryData(slipsQuery('131121', 'juki').queryKey, { setting, systems });
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Slips code="131121" system="juki" />
      </LanguageProvider>
    </QueryClientProvider>,
  );
}

it('is a table by phase and cause', () => {
  const phaseLabel = { ja: '開発', en: 'Development' };
  const line = {
    of: 'plan',
    phase: 'dev',
    phaseLabel,
    cause: 'spec',
    times: 2,
    days: 31,
    openDays: 19,
  } as const;
  const page = shown([{ system: 'juki', name: { ja: '住民記録', en: 'Residents' }, slips: [line] }]);
  expect(page.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|')).toContain('|開発|計画|仕様|2|31|19|');
});

it('is not there where no day has moved', () => {
  expect(shown([])).toBe('');
});
