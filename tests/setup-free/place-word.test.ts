// What a refused command names: the option as it was typed, or the reader's word, and never a name of the API.
import { expect, it } from 'vitest';
import { CommandFailure, failureLines } from '../../cli/failure.ts';
import { namingOf } from '../../cli/print/naming/place-word.ts';
import type { Problem } from '../../server/contract/values.ts';

const wrong = { ja: '値が正しくありません。', en: 'This value is wrong.' };

function linesOf(flags: readonly string[], ...fields: string[]): string[] {
  const issues = fields.map((field) => ({ field, code: 'wrong', message: wrong }));
  const problem: Problem = {
    type: 'urn:sekimori:problem:invalid',
    title: 'Wrong input',
    status: 422,
    code: 'invalid',
    detail: { ja: '入力に誤りがあります。', en: 'Some of the input is wrong.' },
    issues,
    instance: '1',
  };
  const failure = new CommandFailure('refused', problem.detail, problem);
  failure.naming = namingOf(flags);
  return failureLines(failure, 'ja')
    .slice(1)
    .map((line) => line.replace(`: ${wrong.ja}`, '').trim());
}

it('an option is named as it is typed, whatever the API calls what it gives', () => {
  expect(linesOf(['--as-of <date>', '--by <date>'], 'asOf', 'by')).toEqual(['・--as-of', '・--by']);
  expect(linesOf(['--on <date>', '--amount <year=yen>', '--end <date>'], 'occurredOn', 'fact.endOn')).toEqual(
    ['・--on', '・--end'],
  );
  expect(linesOf(['--amount <year=yen>'], 'fact.amounts.1.amountYen')).toEqual(['・--amount（2つ目）']);
});

it('what an argument gives has a word, a system its id, and anything else none', () => {
  expect(linesOf([], 'q', 'account', 'juki')).toEqual(['・探す言葉', '・アカウント', '・juki']);
  expect(linesOf([], 'fact.evidence.0.sha256', '', 'someThing')).toEqual(
    Array.from({ length: 3 }, () => `・${wrong.ja}`),
  );
});

it('a field of a file that its owner wrote is named as it stands there', () => {
  expect(
    linesOf(
      [],
      'fact.terms.scoring.price.whosePrices',
      'fact.terms.rounds.1.criteria.0.points',
      'fact.terms',
    ),
  ).toEqual(['・scoring.price.whosePrices', '・rounds（2つ目）.criteria（1つ目）.points', `・${wrong.ja}`]);
});
