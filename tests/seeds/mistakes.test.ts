// Every kind of mistake in a seed is told where it stands, in both languages, and loads nothing.
import { describe, expect, it } from 'vitest';
import { readSeed, type SeedFile } from '../../server/intake/read-seed.ts';
import { problemCodes } from '../../texts/seed/problem-texts.ts';
import { altered, lineOf, problemsOf, problemsOfAltered, setagayaFiles } from './folder.ts';
import type { Mistake } from './mistake.ts';
import { mistakesOfDeadlines } from './mistakes-of-deadlines.ts';
import { mistakesOfHistory } from './mistakes-of-history.ts';
import { mistakesOfPaths } from './mistakes-of-paths.ts';
import { mistakesOfProgramme } from './mistakes-of-programme.ts';
import { mistakesOfWords } from './mistakes-of-words.ts';

const mistakes = [
  ...mistakesOfProgramme,
  ...mistakesOfPaths,
  ...mistakesOfDeadlines,
  ...mistakesOfHistory,
  ...mistakesOfWords,
];

const PAST = 'history.yaml';
const withoutPast = setagayaFiles.filter(({ path }) => path !== PAST);

/** The past is walked through every door, which takes longer than all the rest: it is there where a mistake has to do with it. */
function prepared({ file, from, to, also, told }: Mistake): SeedFile[] {
  const files = [file, told, also?.[0]].includes(PAST) ? setagayaFiles : withoutPast;
  const once = altered(file, from, to, files);
  return also ? altered(...also, once) : once;
}

describe('a mistake', () => {
  it.each(mistakes)('is told: $what', (mistake) => {
    const files = prepared(mistake);
    const told = mistake.told ?? mistake.file;
    const found = problemsOfAltered(files);
    const match = found.find(
      ({ code, field, file }) => code === mistake.code && field === mistake.field && file === told,
    );
    expect(match, JSON.stringify(found.slice(0, 4), null, 1)).toBeDefined();
    expect(match?.line).toBe(lineOf(files, told, mistake.at));
    const { message: said, expected: offered } = match ?? {};
    const answer = `${said?.ja} ${said?.en} ${offered?.ja} ${offered?.en}`;
    if (mistake.right) expect(answer).toContain(mistake.right);
    for (const { message, expected } of found)
      for (const sentence of [message.ja, message.en, expected.ja, expected.en])
        expect(sentence).not.toMatch(/^$|undefined|\[object/);
    for (const { message, expected } of found)
      expect(message.ja + expected.ja).toMatch(/[ぁ-んァ-ヶ一-龠0-9]/u);
  });

  it('of every kind there is has its case here', () => {
    const elsewhere = [
      'file.unknown',
      'file.missing',
      'file.empty',
      'file.tooLarge',
      'file.tooMany',
      'phase.skippedEnd',
      // seeds/offices, whose path has a procurement: offices.test.ts.
      'rounds.flawed',
    ];
    const remarks = [
      'value.interpreted',
      'score.rounded',
      'calendar.holidayMissing',
      'calendar.tooShort',
      'code.noPrefecture',
      'term.leavesGates',
    ];
    expect([...new Set([...mistakes.map(({ code }) => code), ...elsewhere, ...remarks])].sort()).toEqual(
      [...problemCodes].sort(),
    );
  });
});

describe('several mistakes', () => {
  it('are told all at once, over files, in the order of their lines', () => {
    const one = altered('programme.yaml', '"131121"', '"131122"');
    const two = altered('systems.yaml', '[住民基本台帳, 印鑑登録]', '[住民基本台張, 印鑑登録]', one);
    const three = altered('deadlines.yaml', 'on: 2025-03-31', 'on: 2025-02-29', two);
    const codes = problemsOf(three).map(({ file, code }) => `${file} ${code}`);
    expect(codes).toEqual([
      'deadlines.yaml value.unread',
      'programme.yaml code.checkDigit',
      'systems.yaml value.unread',
    ]);
    expect(problemsOfAltered(three)).toEqual(problemsOf(three));
  });

  it('load nothing at all', () => {
    const outcome = readSeed(altered('programme.yaml', '"131121"', '"131122"'));
    expect(outcome).not.toHaveProperty('seed');
  });
});

describe('files', () => {
  it('that are missing, empty or strange are named', () => {
    const without = setagayaFiles.filter(({ path }) => path !== 'calendar.yaml');
    expect(problemsOf(without)).toMatchObject([{ code: 'file.missing', file: 'calendar.yaml' }]);
    expect(
      problemsOf(without.filter(({ path }) => !path.startsWith('paths/'))).map(({ file }) => file),
    ).toContain('paths.yaml');
    const strange = [...setagayaFiles, { path: 'deadline.yaml', text: 'deadlines: []' }];
    expect(problemsOf(strange)).toMatchObject([
      { code: 'file.unknown', file: 'deadline.yaml', facts: { nearest: 'deadlines.yaml' } },
    ]);
    const empty = [...without, { path: 'calendar.yaml', text: '# later\n' }];
    expect(problemsOf(empty)).toMatchObject([{ code: 'file.empty', file: 'calendar.yaml', line: 1 }]);
  });

  it('that are larger than any programme are refused unread, one alone or all together', () => {
    const large = (count: number, size: number) =>
      Array.from({ length: count }, (_, index) => ({
        path: `${index}.yaml`,
        text: `k: ${'x'.repeat(size - 3)}`,
      }));
    expect(problemsOf(large(1, 400_005)).map(({ code }) => code)).toContain('file.tooLarge');
    const four = problemsOf(large(5, 390_000)).filter(({ code }) => code === 'file.tooLarge');
    expect(four.map(({ file }) => file)).toEqual(['2.yaml', '3.yaml', '4.yaml']);
  });

  it.each([
    ['commas', ','],
    ['directives', '%\n'],
    ['aliases', '* '],
    ['keys', 'k: 1\n'],
  ])('that hold more to read than any programme are refused unread: %s', (_, part) => {
    const text = part === ',' ? `[${part.repeat(150_000)}` : part.repeat(399_000 / part.length);
    const many = problemsOf([{ path: 'calendar.yaml', text }]).filter(({ file }) => file === 'calendar.yaml');
    expect(many.map(({ code, line }) => [code, line])).toEqual([['file.tooMany', 1]]);
  });

  it('and so are those that only hold it all together', () => {
    const text = 'k: 1\n'.repeat(15_000);
    const three = [0, 1, 2].map((index) => ({ path: `${index}.yaml`, text }));
    const many = problemsOf(three).filter(({ code }) => code === 'file.tooMany');
    expect(many.map(({ file }) => file)).toEqual(['1.yaml', '2.yaml']);
  });

  it('with brackets in brackets without end, or every key again and again, are refused in their first places', () => {
    const told = (text: string) =>
      problemsOf([{ path: 'calendar.yaml', text }]).filter(({ file }) => file === 'calendar.yaml');
    expect(told('['.repeat(300_000))).toMatchObject([{ code: 'yaml.syntax', line: 1 }]);
    const repeated = told('k: 1\n'.repeat(2_000));
    expect(repeated).toHaveLength(50);
    expect(repeated[0]).toMatchObject({ code: 'yaml.duplicateKey', line: 2 });
  });

  const indented = (of: string, count = 2_000) =>
    Array.from({ length: count }, (_, level) => `${' '.repeat(level)}${of}`).join('\n');
  it.each([
    ['brackets, one a line', '[\n'.repeat(2_000), 51],
    ['braces and brackets', '{a: ['.repeat(2_000), 1],
    ['lists in one line', '- '.repeat(2_000), 1],
    ['keys asked for in one line', '? '.repeat(2_000), 1],
    ['lists of keys', '- ? '.repeat(2_000), 1],
    ['keys in one line', 'a: '.repeat(2_000), 1],
    ['keys without a name', ': '.repeat(2_000), 1],
    ['pairs in a bracket', `[${'a: '.repeat(2_000)}]`, 1],
    ['quoted pairs in a brace', `{${'"a":'.repeat(2_000)}}`, 1],
    ['keys, each indented in the one before', indented('a:', 800), 51],
    ['lists, each indented in the one before', indented('-', 800), 51],
    ['keys asked for, each indented in the one before', indented('?', 800), 51],
  ])('that nest %s without end are refused at the line that is too deep', (_, text, line) => {
    const found = problemsOf([{ path: 'calendar.yaml', text }]);
    expect(found[0]).toMatchObject({
      file: 'calendar.yaml',
      code: 'yaml.syntax',
      line,
      facts: { reason: 'nested deeper than 50' },
    });
  });

  it('may hold any number of brackets in comments and texts, and lists beside each other', () => {
    const loose = [
      ...Array(100).fill('# [ { - ?'),
      'a: "[ {"',
      'b: |',
      ...Array(100).fill('  [ - ? x:'),
      ...Array.from({ length: 100 }, (_, index) => `k${index}:\n- { a: [b] }\n- - c\n  - d: e`),
    ].join('\n');
    const found = problemsOf([{ path: 'calendar.yaml', text: loose }]);
    expect(found.map(({ code }) => code)).not.toContain('yaml.syntax');
  });

  it('that are one long mark are refused in a short sentence', () => {
    const [found] = problemsOf([{ path: 'calendar.yaml', text: '!'.repeat(10_000) }]);
    expect(found).toMatchObject({ file: 'calendar.yaml', code: 'yaml.syntax' });
    expect(found?.message.en.length).toBeLessThan(300);
  });

  it('that point at what was never named are refused where they do', () => {
    const files = altered('deadlines.yaml', 'assumed: *request', 'assumed: *requests');
    expect(problemsOf(files)).toMatchObject([
      { code: 'yaml.syntax', line: lineOf(files, 'deadlines.yaml', '*requests') },
    ]);
  });

  it('that point at one thing sixty thousand times are read in a moment', () => {
    const text = `a: &a [x]\nb: [${'*a,'.repeat(60_000)}]`;
    const began = process.cpuUsage().user;
    problemsOf([{ path: 'calendar.yaml', text }]);
    expect(process.cpuUsage().user - began).toBeLessThan(20_000_000);
  });

  it('that are no YAML by name are left alone', () => {
    expect(readSeed([...setagayaFiles, { path: 'README.md', text: '# {' }]).status).toBe('sound');
  });

  it('whose aliases multiply without end are refused, not run', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
    ].join('\n');
    const files = setagayaFiles.map((file) =>
      file.path === 'accounts.yaml' ? { ...file, text: bomb } : file,
    );
    expect(problemsOf(files)).toMatchObject([{ code: 'yaml.syntax', file: 'accounts.yaml' }]);
  });

  it('with a mark of byte order and Windows line ends read the same', () => {
    const windows = setagayaFiles.map(({ path, text: content }) => ({
      path,
      text: `\uFEFF${content.replaceAll('\n', '\r\n')}`,
    }));
    expect(readSeed(windows).status).toBe('sound');
  });
});

describe('what a system does otherwise', () => {
  const deviating = (extra: string) =>
    altered('systems.yaml', '    businesses: [国民健康保険]\n', `    businesses: [国民健康保険]\n${extra}`);

  it('may leave out a phase: its steps become 対象外 with the reason', () => {
    const outcome = readSeed(deviating('    skips: [{ phase: rfi, reason: 随意契約のため }]\n'));
    if (outcome.status !== 'sound') throw new Error(JSON.stringify(outcome.problems));
    const kokuho = outcome.seed.migrations.find(({ system }) => system.id === 'kokuho');
    expect(kokuho?.path.phases.map(({ id }) => id)).not.toContain('rfi');
    expect(kokuho?.path.id).toBe('wave-2-kokuho');
    expect(outcome.seed.history.migrations.kokuho?.[1]?.fact).toMatchObject({
      type: 'steps.recorded',
      statuses: { '⑤-1': 'notApplicable' },
      reason: '随意契約のため',
    });
  });

  it('may not leave out the go-live or the end', () => {
    const found = problemsOf(deviating('    skips: [{ phase: go-live, reason: 不要 }]\n'));
    expect(found.map(({ code }) => code)).toContain('phase.skippedEnd');
  });

  it('may wait for a milestone of its own, and not for one that waits for it', () => {
    const waiting = (milestone: string) =>
      `    awaits: [{ phase: rfp, system: renkei, milestone: ${milestone}, label: { ja: 待, en: wait }, hard: true, who: [dx-office] }]\n`;
    expect(readSeed(deviating(waiting('integration-test-1'))).status).toBe('sound');
    expect(problemsOf(deviating(waiting('no-such-test')))).toMatchObject([
      { code: 'milestone.neverAnnounced', file: 'systems.yaml' },
    ]);
  });

  it('is judged like a path: a gate of its own that nobody can pass is refused', () => {
    const gate =
      '    changes: [{ phase: rfi, reason: 独自, gate: { id: own, label: { ja: 独, en: own }, approvals: [{ body: audit, quorum: 9 }], conditions: [] } }]\n';
    expect(problemsOf(deviating(gate)).map(({ code, file }) => `${file} ${code}`)).toContain(
      'systems.yaml gate.quorumOverMembers',
    );
  });
});
