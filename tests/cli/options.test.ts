// How values may be written on the command line, and how tables stand under full-width characters.
import { describe, expect, it } from 'vitest';
import { CommandFailure } from '../../cli/failure.ts';
import { countFrom, dayFrom, fiscalYearFrom, scoreFrom, vagueDayFrom, wordFrom } from '../../cli/options.ts';
import { languageOf } from '../../cli/print/speech.ts';
import { tableLines } from '../../cli/print/table.ts';
import { daysLeftWord, stepWords } from '../../cli/print/words.ts';

const wrongUse = (read: () => unknown) => {
  expect(read).toThrow(CommandFailure);
  expect(read).toThrow(expect.objectContaining({ kind: 'wrongUse' }));
};

describe('a fiscal year', () => {
  it.each([
    ['2023', 2023],
    ['２０２３', 2023],
    ['R5', 2023],
    ['r5', 2023],
    ['令和5年度', 2023],
    ['令和元年度', 2019],
    ['平成30年度', 2018],
  ])('%s is %i', (written, year) => expect(fiscalYearFrom(written)).toBe(year));
  it.each(['23', 'R0', '令和', 'X5', '2023-04'])('%s is none', (written) =>
    wrongUse(() => fiscalYearFrom(written)),
  );
});

describe('numbers', () => {
  it('are read with full-width digits and separators', () => {
    expect(countFrom('１３１，３３１，５１９', '--total')).toBe(131_331_519);
    expect(scoreFrom('５７４．９点', '--technical')).toBe('574.9');
    expect(scoreFrom('256.50', '--price')).toBe('256.50');
  });
  it.each(['-1', '1.5', '', '１億'])('a count is never %j', (written) =>
    wrongUse(() => countFrom(written, '--n')),
  );
  it.each(['574.12345', '-1', '五'])('a score is never %j', (written) =>
    wrongUse(() => scoreFrom(written, '--n')),
  );
});

describe('dates', () => {
  it('are whole days or, where a month is enough, months', () => {
    expect(dayFrom('令和5年10月末')).toBe('2023-10-31');
    expect(vagueDayFrom('令和5年10月')).toBe('2023-10');
    wrongUse(() => dayFrom('令和5年10月'));
    wrongUse(() => vagueDayFrom('2023'));
  });
});

describe('a word of a few', () => {
  it.each(['done', '完了済み'])('%s means the same in either language', (written) => {
    expect(wordFrom(written, stepWords, '--set')).toBe('done');
  });
  it('is refused otherwise, with what it may be', () => {
    expect(() => wordFrom('finished', stepWords, '--set')).toThrow(
      /done, inProgress, notStarted, notApplicable/,
    );
  });
});

describe('the language', () => {
  it.each([
    [[], {}, 'ja'],
    [[], { LANG: 'C.UTF-8' }, 'ja'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], { LANG: 'ja_JP.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [[], { LANG: 'en_US.UTF-8', SEKIMORI_LANG: 'ja' }, 'ja'],
    [['--lang', 'ja'], { LANG: 'en_US.UTF-8' }, 'ja'],
    [['status', '--lang=en'], {}, 'en'],
  ])('of %j under %j is %s', (argv, env, language) => expect(languageOf(argv, env)).toBe(language));
});

describe('a table', () => {
  it('lines its columns up under full-width characters', () => {
    const [head, first, second] = tableLines(
      [{ head: 'システム' }, { head: '金額', right: true }],
      [
        ['就学', '1円'],
        ['zei', '1,000円'],
      ],
      '',
    );
    expect([head, first, second]).toEqual(['システム     金額', '就学          1円', 'zei       1,000円']);
  });
  it('says that there is nothing', () => {
    expect(tableLines([{ head: 'x' }], [], 'ありません。')).toEqual(['ありません。']);
  });
});

describe('what is left of a deadline', () => {
  const deadline = (daysLeft: number | null, status: 'pending' | 'missed' | 'met') =>
    daysLeftWord(
      {
        deadline: 'd',
        label: { ja: '', en: '' },
        basis: '',
        hard: false,
        status,
        nominalOn: null,
        dueOn: null,
        dueAt: null,
        daysLeft,
        caution: null,
        assumed: null,
        extended: false,
        recordedLate: false,
      },
      'ja',
    );
  it.each([
    [12, 'pending', 'あと12日'],
    [0, 'pending', '本日'],
    [-3, 'missed', '3日超過'],
    [-3, 'met', ''],
    [null, 'pending', ''],
  ] as const)('%s days, %s', (days, status, said) => expect(deadline(days, status)).toBe(said));
});
