// Which of many notices a digest may still tell: of each matter the newest, and no question that was answered.
import { expect, test } from 'vitest';
import type { SinceNotice } from '../../ledger/models/digests/told-since.ts';
import { stillTrue } from '../../machines/programme/today/still-true.ts';
import type { Notice } from '../../machines/record/effect.ts';

const label = { ja: '移行', en: 'migration' };
const day = { deadline: label, by: '渡辺', reason: '申入れ' };
const asked: Notice = { ...day, code: 'extension.asked', was: '2024-03-29', dueOn: '2024-04-30', papers: [] };
const refused: Notice = { ...day, code: 'extension.refused', dueOn: '2024-04-30' };
const withdrawn: Notice = { ...day, code: 'extension.withdrawn', dueOn: '2024-04-30' };
const extended = (was: string, dueOn: string): Notice => ({
  ...{ code: 'deadline.extended', deadline: label, was, dueOn, reason: '決定' },
});

function codesOf(...notices: Notice[]): string[] {
  const told = notices.map((notice, index): SinceNotice => {
    const at = '2024-02-09T10:00:00+09:00';
    return {
      ...{ chain: '131121/juki', seq: index + 1, index: 0, deadlineId: 'due', system: 'juki', name: label },
      ...{ notice, posts: ['dx-office'], instead: [], rehearsal: false, recordedAt: at, wallAt: at },
    };
  });
  return stillTrue(told).map(({ notice }) => notice.code);
}

test('an extension that was asked for asks nobody any more once it is refused, taken back or granted', () => {
  expect(codesOf(asked)).toEqual(['extension.asked']);
  expect(codesOf(asked, refused)).toEqual(['extension.refused']);
  expect(codesOf(asked, withdrawn)).toEqual(['extension.withdrawn']);
  expect(codesOf(asked, extended('2024-03-29', '2024-04-30'))).toEqual(['deadline.extended']);
  expect(codesOf(asked, refused, asked)).toEqual(['extension.asked']);
});

test('what is asked for hides no day that moved before it', () => {
  expect(codesOf(extended('2024-02-29', '2024-03-29'), asked).sort()).toEqual([
    'deadline.extended',
    'extension.asked',
  ]);
});
