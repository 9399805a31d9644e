// What is wrong with a field that was sent, and what would be right, from zod's own issues. Knows no schema.
import type { z } from 'zod';
import type { Text } from '../../../machines/definition/definition.ts';
import { nationalSteps } from '../../../machines/values/national-step.ts';
import { readDay } from '../../../machines/values/read-day.ts';
import { unreadText } from '../../../texts/values.ts';
import { writtenForms } from '../../../texts/written-forms.ts';
import type { InputIssue } from '../../contract/values.ts';

type Issue = z.core.$ZodIssue;

/** Names listed in one sentence. */
const MOST_NAMES = 10;

/** ①-1〜3 … ⑱-1: the items with their steps. */
function existingSteps(separator: string): string {
  const items = [...new Set(nationalSteps.map((step) => step.slice(0, 1)))];
  const last = (item: string) => nationalSteps.filter((step) => step.startsWith(item)).length;
  return items.map((item) => `${item}-1${last(item) > 1 ? `〜${last(item)}` : ''}`).join(separator);
}

/** Formats that the schemas name by their message. */
const formats: Record<string, Text> = {
  day: { ja: '実在する日付（例: 2023-11-16）', en: 'an existing day (such as 2023-11-16)' },
  vagueDay: { ja: '日付か年月（例: 2023-11-16、2023-11）', en: 'a day or a month (2023-11-16, 2023-11)' },
  entryNumber: { ja: '記録の番号（1 から。例: 12）', en: 'the number of an entry (from 1, such as 12)' },
  id: { ja: '英小文字・数字・ハイフンの識別子', en: 'an id of a–z, 0–9 and hyphens' },
  plannedDay: {
    ja: '1990年から2150年までの日付か年月（例: 2026-03）',
    en: 'a day or a month from 1990 to 2150 (such as 2026-03)',
  },
  nationalStep: {
    ja: `実在する40ステップの番号（${existingSteps('、')}）`,
    en: `a national step that exists (${existingSteps(', ')})`,
  },
  yearTwice: { ja: '年度ごとに一つだけ', en: 'each fiscal year once' },
  stepId: { ja: '40ステップの番号（例: ①-1）', en: 'a national step (such as ①-1)' },
  sha256: { ja: 'SHA-256（16進64桁）', en: 'a SHA-256 (64 hex digits)' },
  ...writtenForms,
  mailAddress: {
    ja: 'メールアドレス一つ（例: taro@city.example.lg.jp）',
    en: 'one mail address (such as taro@city.example.lg.jp)',
  },
  webhookAddress: {
    ja: 'https:// のアドレス（庁内の機械に限り http:// も可。利用者名・パスワード・# は付けません）',
    en: 'an https:// address (http:// for a machine of the office’s own network only), without user, password and #',
  },
  chosenId: { ja: '空白を含まない ASCII の文字列', en: 'visible ASCII without spaces' },
  score: { ja: '点数（小数第4位まで。例: 574.9）', en: 'a score (up to 4 decimals, such as 574.9)' },
};

/** What is said in whole of what a schema names by its message. */
const sentences: Record<string, Text> = {
  heirsTwo: {
    ja: '分割では、引き継ぐシステムを二つ以上示してください。',
    en: 'A split names two systems or more that go on with the old one.',
  },
  mergedTwo: {
    ja: '統合では、統合するシステムを二つ以上示してください。',
    en: 'A merger names two systems or more.',
  },
  heirBusinesses: {
    ja: '引き継ぐシステムのそれぞれに、担う業務を一つ以上示してください。',
    en: 'Say of each system that goes on which businesses it carries, one at least.',
  },
};

const types: Record<string, Text> = {
  string: { ja: '文字列', en: 'text' },
  number: { ja: '数値', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false', en: 'true or false' },
  array: { ja: '並び（配列）', en: 'a list' },
  object: { ja: '項目の組（オブジェクト）', en: 'an object' },
};

/** The sentence of a wrong value of a named format. */
export const formatText = (name: string): Pick<InputIssue, 'message' | 'expected'> => {
  const expected = formats[name];
  return { message: wrong, ...(expected ? { expected } : {}) };
};

/** zod's issues as ours, innermost first where a union was tried. @param given what was read, where the issues do not hold it themselves */
export function inputIssues(issues: readonly Issue[], given?: unknown): InputIssue[] {
  return issues.flatMap((issue) => toIssues(issue, [], given));
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    given,
  );

function toIssues(issue: Issue, above: readonly PropertyKey[], given: unknown): InputIssue[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    return closest.flatMap((inner) => toIssues(inner, path, given));
  }
  const field = path.map(String).join('.');
  const { message, expected } = sentence(issue, issue.input ?? valueAt(given, path));
  return [{ field, code: issue.code, message, ...(expected ? { expected } : {}) }];
}

function sentence(issue: Issue, input: unknown): { message: Text; expected?: Text } {
  const whole = sentences[issue.message];
  if (whole) return { message: whole };
  const named = formats[issue.message];
  if (named) return { message: noSuchDay(issue.message, input) ?? wrong, expected: named };
  switch (issue.code) {
    case 'invalid_type':
      return input === undefined
        ? { message: { ja: '入力されていません。', en: 'This is missing.' }, ...typed(issue.expected) }
        : { message: { ja: '種類が違います。', en: 'This is of the wrong kind.' }, ...typed(issue.expected) };
    case 'too_small':
      return { message: measureOf(issue.origin).small, expected: atLeast(issue.minimum, issue.origin) };
    case 'too_big':
      return { message: measureOf(issue.origin).big, expected: atMost(issue.maximum, issue.origin) };
    case 'unrecognized_keys': {
      const more = issue.keys.length > MOST_NAMES ? ', …' : '';
      const keys = `${issue.keys.slice(0, MOST_NAMES).join(', ')}${more}`;
      return { message: { ja: `知らない項目があります（${keys}）。`, en: `Unknown fields: ${keys}.` } };
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { message: wrong, expected: { ja: `次のいずれか: ${values}`, en: `one of: ${values}` } };
    }
    case 'invalid_union':
      return { message: { ja: '知らない種類です。', en: 'Not a known kind.' } };
    default:
      return { message: wrong };
  }
}

/** Of what is written like a day but is none: which one, as its reader says it anywhere else. */
function noSuchDay(message: string, input: unknown): Text | null {
  const isDate = message === 'day' || message === 'vagueDay' || message === 'plannedDay';
  if (!isDate || typeof input !== 'string' || input.length > 40) return null;
  const read = readDay(input, message === 'plannedDay' ? { within: 'planned' } : {});
  if (read.status === 'read' || read.reason.code === 'day.form') return null;
  const { ja, en } = unreadText(input, read.reason);
  return { ja, en: `Written as ${en}` };
}

const wrong: Text = { ja: '値が正しくありません。', en: 'This value is wrong.' };

interface Measure {
  small: Text;
  big: Text;
  unit: Text;
}

/** By what zod says was measured; a number where it is none of these. */
const measures: Record<string, Measure> = {
  string: {
    small: { ja: '短すぎます。', en: 'Too short.' },
    big: { ja: '長すぎます。', en: 'Too long.' },
    unit: { ja: '文字', en: ' characters' },
  },
  array: {
    small: { ja: '少なすぎます。', en: 'Too few.' },
    big: { ja: '多すぎます。', en: 'Too many.' },
    unit: { ja: '件', en: '' },
  },
};
const ofNumbers: Measure = {
  small: { ja: '小さすぎます。', en: 'Too small.' },
  big: { ja: '大きすぎます。', en: 'Too large.' },
  unit: { ja: '', en: '' },
};
const measureOf = (origin: string): Measure => measures[origin] ?? ofNumbers;

function atLeast(n: number | bigint, origin: string): Text {
  const { unit } = measureOf(origin);
  return { ja: `${n}${unit.ja}以上`, en: `at least ${n}${unit.en}` };
}

function atMost(n: number | bigint, origin: string): Text {
  const { unit } = measureOf(origin);
  return { ja: `${n}${unit.ja}以下`, en: `at most ${n}${unit.en}` };
}

function typed(expected: string): { expected?: Text } {
  const known = types[expected];
  return known ? { expected: known } : {};
}
