// How values may be written on the command line, and how tables stand under full-width characters.
import { describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../cli/command-spec.ts';
import { loadCommands } from '../../cli/commands/by-name.ts';
import { CommandFailure } from '../../cli/failure.ts';
import { fromOne } from '../../cli/from-one.ts';
import { optionsOf, wordFrom } from '../../cli/options.ts';
import { languageOf } from '../../cli/print/speech.ts';
import { tableLines } from '../../cli/print/table.ts';
import { daysLeftWord, stepWords } from '../../cli/print/words.ts';
import { everywhere } from '../../cli/program.ts';
import { isOpen } from '../../machines/deadline/status.ts';
import { readFiscalYear } from '../../machines/values/calendar/fiscal-year.ts';
import { readYen } from '../../machines/values/money.ts';
import { readStep } from '../../machines/values/national-step.ts';
import { readDay } from '../../machines/values/read-day.ts';

const wrongUse = (read: () => unknown) => {
  expect(read).toThrow(CommandFailure);
  expect(read).toThrow(expect.objectContaining({ kind: 'wrongUse' }));
};

describe('a written value', () => {
  it('is read, with what was taken to be meant', () => {
    const options = optionsOf({ on: '平成32年3月31日', total: '1億6411万5710円' });
    expect(options.maybe(readDay, 'on')).toBe('2020-03-31');
    expect(options.maybe(readYen, 'total')).toBe(164_115_710);
    expect(options.maybe(readDay, 'until')).toBeUndefined();
    expect(options.remarks.map(({ ja }) => ja)).toEqual([expect.stringContaining('令和2年3月31日')]);
  });
  it.each([
    [readDay, 'R5.1 16', '区切り'],
    [readFiscalYear, '5', 'R5'],
    [readYen, '2,95447229', '3桁'],
    [readStep, '①-4', '①-1、①-2、①-3'],
  ] as const)('is refused with what to write: %#', (reader, written, said) => {
    const read = () => optionsOf({}).read<unknown>((text) => reader(text), written);
    wrongUse(read);
    expect(read).toThrow(
      expect.objectContaining({ text: expect.objectContaining({ ja: expect.stringContaining(said) }) }),
    );
    expect(read).toThrow(
      expect.objectContaining({ text: expect.objectContaining({ ja: expect.stringContaining(written) }) }),
    );
  });
});

describe('a number from one', () => {
  const what = { ja: '改定の番号', en: 'The number of an amendment' };
  it.each([
    ['14', 14],
    ['１４', 14],
    ['１，２００', 1_200],
  ])('%s is read as every count is', (written, number) => {
    expect(fromOne(written, optionsOf({}), what)).toBe(number);
  });
  it.each(['0', '０', '-1', '1.5', '十四', ''])('%j is refused', (written) => {
    wrongUse(() => fromOne(written, optionsOf({}), what));
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
        open: isOpen({ status }),
        nominalOn: null,
        dueOn: null,
        dueAt: null,
        daysLeft,
        caution: null,
        assumed: null,
        extended: false,
        recordedLate: false,
        kind: null,
        undecided: null,
        asked: null,
        acknowledged: [],
      },
      'ja',
    );
  it.each([
    [12, 'pending', 'あと12日'],
    [0, 'pending', '本日が期限'],
    [-3, 'missed', '3日超過'],
    [-3, 'met', ''],
    [null, 'pending', ''],
  ] as const)('%s days, %s', (days, status, said) => expect(deadline(days, status)).toBe(said));
});

it('no command has an option of its own that every command understands otherwise', async () => {
  const nameOf = ({ flags }: { flags: string }) => /--[a-z-]+/.exec(flags)?.[0];
  const taken = everywhere.map(nameOf);
  const named = (spec: CommandSpec, above = ''): string[] => {
    const usage = `${above}${spec.usage}`;
    const own = (spec.options ?? []).map(nameOf).filter((name) => taken.includes(name));
    return [
      ...own.map((name) => `${usage}: ${name}`),
      ...(spec.subcommands ?? []).flatMap((below) => named(below, `${usage} › `)),
    ];
  };
  expect(taken).toContain('--as');
  const all = (await loadCommands()).flatMap(({ specs }) => specs);
  expect(all.flatMap((spec) => named(spec))).toEqual([]);
});
