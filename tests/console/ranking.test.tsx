// Every round of a procurement has its own table, the ones that are over with whom they let on; one scoring has one table.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { Ranking } from '../../console/procurement/ranking.tsx';
import type { Open } from '../../console/procurement/shown.ts';
import { LanguageProvider } from '../../console/words/language.tsx';

/** Nothing is remembered where there is no browser. */
vi.stubGlobal('localStorage', { getItem: () => null });

const line = (rank: number | null, name: string, technical: string): Open['ranking'][number] => ({
  rank,
  bidder: name,
  name: `${name}社`,
  technical,
  price: '0',
  carried: null,
  total: technical,
  printed: technical,
});

const scored: Open = {
  number: 1,
  form: { ja: '公募型プロポーザル', en: 'public proposal' },
  title: '住民記録',
  on: '2023-11-16',
  stages: [],
  applicants: 3,
  closedOn: '2023-12-08',
  round: null,
  ranking: [line(1, 'a', '620')],
  rounds: [],
  outcome: null,
  inside: null,
};
const documents: Open['rounds'][number] = {
  id: 'documents',
  label: '一次審査',
  closedOn: '2023-12-05',
  notifiedOn: '2023-12-06',
  ranking: [
    { ...line(1, 'a', '270'), goesOn: true },
    { ...line(2, 'b', '200'), goesOn: false },
    { ...line(null, 'c', '90'), name: null, bidder: null, goesOn: null },
  ],
};

const shown = (open: Open) =>
  renderToStaticMarkup(
    <LanguageProvider>
      <Ranking code="131130" system="juki" open={open} />
    </LanguageProvider>,
  );
const cells = (page: string) => page.replace(/<[^>]*>/g, '|').replace(/\|+/g, '|');

it('is one table where it is scored at once', () => {
  const page = cells(shown(scored));
  expect(page).toContain('|順位|事業者|技術点|価格点|総得点|1|a社|620|0|620|');
  expect(page).not.toContain('次の審査');
});

it('is a table for each round, with whom it let on and what was carried into the next', () => {
  const carried = { technical: '135', price: '0' };
  const last = { ...line(1, 'a', '350'), carried, total: '485', printed: '485' };
  const round = { id: 'presentation', label: '二次審査' };
  const page = cells(shown({ ...scored, round, ranking: [last], rounds: [documents] }));
  expect(page).toContain('|評価の結果：一次審査|');
  expect(page).toContain(
    '|1|a社|270|0|270|進む|2|b社|200|0|200|進まない|順位なし|（非公表）|90|0|90|（非公表）|',
  );
  expect(page).toContain('令和5年12月6日');
  expect(page).toContain('|評価の結果：二次審査|');
  expect(page).toContain('|1|a社|350|0|135＋0|485|');
});

it('keeps the tables of the rounds that are over while the next is scored', () => {
  const round = { id: 'presentation', label: '二次審査' };
  const page = cells(shown({ ...scored, closedOn: null, round, ranking: [], rounds: [documents] }));
  expect(page).toContain('|評価の結果：一次審査|');
  expect(page).not.toContain('評価の結果：二次審査');
});
