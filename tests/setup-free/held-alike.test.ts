// What waits for several is one line of the day, and what is for the reader to do stays a line of its own.
import { expect, it } from 'vitest';
import { heldAlike } from '../../console/today/held-alike.ts';
import type { TodayLine } from '../../server/contract/telling/today.ts';

const text = (words: string) => ({ ja: words, en: words });
const line = (words: string, systems: string[], holder: string | null): TodayLine => ({
  ...{ code: 'waits', text: text(words), post: null, acts: [], due: null, known: {} },
  systems: systems.map((system) => ({ system, systemName: text(system) })),
  holder: holder === null ? null : { in: null, text: text(holder), posts: [] },
});
const shown = (lines: readonly TodayLine[]) =>
  heldAlike(lines).map((said) => [said.line.text.ja, said.holders.map((holder) => holder.text.ja)]);

it('the same words about the same systems are said once, with each who holds them', () => {
  const both = ['juki', 'zei'];
  expect(shown([line('開発', both, '連携'), line('設計', both, '甲'), line('開発', both, '法規')])).toEqual([
    ['開発', ['連携', '法規']],
    ['設計', ['甲']],
  ]);
});

it('of other systems it is another line, and so is what nobody holds', () => {
  expect(
    shown([
      line('開発', ['juki'], '連携'),
      line('開発', ['zei'], '連携'),
      line('添付', ['juki'], null),
      line('添付', ['juki'], null),
    ]),
  ).toEqual([
    ['開発', ['連携']],
    ['開発', ['連携']],
    ['添付', []],
    ['添付', []],
  ]);
});
