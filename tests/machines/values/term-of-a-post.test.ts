// From when to when a post is held, as it is said: a bound that a plan can hardly name is none, whatever day stands there.
import { expect, it } from 'vitest';
import { daysLeftWord, termWord } from '../../../cli/print/words.ts';
import { termText } from '../../../texts/names.ts';

const ever = [
  ['1990-01-01', '2150-12-31'],
  ['0001-01-01', '9999-12-31'],
] as const;

it('a post without a term is said to have none, and no last day of it is made up', () => {
  for (const [from, until] of ever) {
    expect(termWord(from, until, 'ja')).toBe('期間の定めなし');
    expect(termText(from, until).ja).toBe('期間の定めなし');
  }
  expect(termWord('2026-04-01', '9999-12-31', 'ja')).toBe('R8.4.1〜（終わりの定めなし）');
  expect(termWord('2026-04-01', '2027-03-31', 'ja')).toBe('R8.4.1〜R9.3.31');
  expect(termText('2026-04-01', '2027-03-31').ja).toBe('令和8年4月1日〜令和9年3月31日');
});

it('on its last day a deadline is due, and is not over by no days', () => {
  const of = (daysLeft: number) =>
    daysLeftWord({ daysLeft, open: true } as Parameters<typeof daysLeftWord>[0], 'ja');
  expect([1, 0, -1].map(of)).toEqual(['あと1日', '本日が期限', '1日超過']);
});
