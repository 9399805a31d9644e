// Mistakes in words: too many of them, none that anyone sees, or what no database and no line can hold.
import { type Mistake, wave1 } from './mistake.ts';

const many = (count: number): string => '字'.repeat(count);
const source = '    source: 報告 2023-11-16 p. 6（工程の順）\n';
const unstorable = '制御文字や壊れた文字';
const unseen = '目に見える文字';
const oneLine = '改行を含まない一行';

/** A label as YAML writes it, and what must be told of it. */
const labels: [what: string, label: string, right: string][] = [
  ['a NUL', '"F\\0G"', unstorable],
  ['half a pair', '"\\uD800"', unstorable],
  ['an escape that a terminal obeys', '"\\e[2J"', unstorable],
  ['a byte that was no text', '"世田谷\\uFFFD"', unstorable],
  ['nothing that is seen', '"\\u200b"', unseen],
  ['a line break', '"第1期\\nの工程"', oneLine],
];
const formats: Mistake[] = labels.flatMap(([what, label, right]) => [
  {
    what: `a label with ${what}`,
    file: wave1,
    from: '{ ja: 第1期の工程, en',
    to: `{ ja: ${label}, en`,
    code: 'shape.format',
    field: 'label.ja',
    at: label,
    right,
  },
  {
    what: `a holiday with ${what}`,
    file: 'calendar.yaml',
    from: 'name: 元日',
    to: `name: ${label}`,
    code: 'shape.format',
    field: 'holidays[0].name',
    at: label,
    right,
  },
  {
    what: `a person with ${what}`,
    file: 'accounts.yaml',
    from: 'name: 伊藤（DX推進担当・演習）',
    to: `name: ${label}`,
    code: 'shape.format',
    field: 'accounts[1].name',
    at: label,
    right,
  },
]);

const tooLong = (
  what: string,
  [file, from, to]: [file: string, from: string, to: string],
  [field, at]: [field: string, at: string],
  right: string,
): Mistake => ({ what, file, from, to, code: 'shape.range', field, at, right });

const lengths: Mistake[] = [
  tooLong(
    'a source of an event',
    ['history.yaml', source, `    source: ${many(2_001)}\n`],
    ['events[0].source', `source: ${many(9)}`],
    '2000',
  ),
  tooLong(
    'a source of what happened around it',
    ['history.yaml', 'source: 報告 2023-11-16「', `source: ${many(2_001)}「`],
    ['programme[0].source', `source: ${many(9)}`],
    '2000',
  ),
  tooLong(
    'an assumption of where a path begins',
    ['history.yaml', 'assumed: 図の左端とした', `assumed: ${many(3_000)}`],
    ['begins[0].assumed', `assumed: ${many(9)}`],
    '2000',
  ),
  tooLong(
    'an assumption of a system',
    ['systems.yaml', '&unit 第2期', `&unit ${many(3_000)}`],
    ['systems[5].assumed', `&unit ${many(9)}`],
    '2000',
  ),
  tooLong(
    'an assumption of what is over before a path',
    [wave1, '    推進体制と', `    ${many(2_500)}`],
    ['stepsBefore.assumed', '  assumed: >-\n'],
    '2000',
  ),
  tooLong(
    'a basis',
    ['deadlines.yaml', 'basis: 標準化法', `basis: ${many(2_001)}`],
    ['deadlines[0].basis', `basis: ${many(9)}`],
    '2000',
  ),
  tooLong(
    'a label',
    [wave1, '{ ja: 第1期の工程, en', `{ ja: ${many(201)}, en`],
    ['label.ja', many(201)],
    '200',
  ),
  tooLong(
    'a note of a wave',
    ['programme.yaml', '{ ja: 住記系', `{ ja: ${many(2_001)}`],
    ['waves[0].note.ja', many(2_001)],
    '2000',
  ),
  tooLong(
    'a reason why a business does not apply',
    ['programme.yaml', 'reason: 特別区', `reason: ${many(2_001)}`],
    ['businesses[2].reason', many(2_001)],
    '2000',
  ),
  tooLong(
    'the part that a system carries',
    ['systems.yaml', 'part: 身障手帳', `part: ${many(201)}`],
    ['systems[9].part', `part: ${many(9)}`],
    '200',
  ),
  tooLong(
    'a reason that stands at every step that is skipped',
    [
      'systems.yaml',
      '    businesses: [国民健康保険]\n',
      `    businesses: [国民健康保険]\n    skips: [{ phase: rfi, reason: ${many(301)} }]\n`,
    ],
    ['systems[5].skips[0].reason', many(301)],
    '300',
  ),
  tooLong(
    'a person’s name',
    ['accounts.yaml', 'name: 伊藤（DX推進担当・演習）', `name: ${many(101)}`],
    ['accounts[1].name', many(101)],
    '100',
  ),
  tooLong(
    'an id, of which requests are made',
    ['deadlines.yaml', 'id: fiscal-2025-end', `id: ${'x'.repeat(101)}`],
    ['deadlines[0].id', 'x'.repeat(101)],
    '100',
  ),
  tooLong(
    'an id that grows by its phase’s',
    ['deadlines.yaml', 'id: plan-end\n', `id: plan-end-${'x'.repeat(90)}\n`],
    ['deadlines[9].id', 'id: plan-end-'],
    '100',
  ),
  tooLong(
    'a label that grows by its phase’s',
    ['deadlines.yaml', '"{phase}の予定の終わり"', `"{phase}${many(190)}"`],
    ['deadlines[9].label.ja', many(190)],
    '200',
  ),
];

/** A system that deviates walks a path of two names. */
const ownPath: Mistake = {
  what: 'a path of its own that grows by its system’s id',
  file: 'systems.yaml',
  from: '  - id: kokuho\n',
  to: `  - id: ${'k'.repeat(95)}\n    skips: [{ phase: rfi, reason: 随意契約のため }]\n`,
  code: 'shape.range',
  field: 'systems[5].id',
  at: 'k'.repeat(95),
  right: '100',
};

const unseenSource: Mistake = {
  what: 'a source that nobody sees',
  file: 'history.yaml',
  from: source,
  to: '    source: "\\u200b"\n',
  code: 'shape.format',
  field: 'events[0].source',
  at: 'source: "\\u200b"',
  right: unseen,
};

export const mistakesOfWords: Mistake[] = [...formats, ...lengths, ownPath, unseenSource];
