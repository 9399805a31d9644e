// What is said of a value that is too short, too long, too few or too many: by what was measured, in both languages.
import { expect, it } from 'vitest';
import * as z from 'zod';
import { change } from '../../machines/programme/amendment/changes.ts';
import { day, vagueDay } from '../../server/contract/values.ts';
import { inputIssues } from '../../server/http/problem/input-texts.ts';

const said = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value, { reportInput: true });
  return inputIssues(error?.issues ?? []).map(({ message, expected }) => `${message.ja}${expected?.ja}`);
};

it.each([
  [z.string().min(12), 'short', '短すぎます。12文字以上'],
  [z.string().max(3), 'long', '長すぎます。3文字以下'],
  [z.array(z.string()).min(1), [], '少なすぎます。1件以上'],
  [z.array(z.string()).max(1), ['a', 'b'], '多すぎます。1件以下'],
  [z.number().min(1), 0, '小さすぎます。1以上'],
  [z.number().max(40), 41, '大きすぎます。40以下'],
])('%# is measured by its kind', (schema, value, expected) => {
  expect(said(schema, value)).toEqual([expected]);
});

it('a split or a merger of too few, and an heir of nothing, are told what is wanting', () => {
  const small = { kind: 'split', system: 'a', reason: '-' };
  const said = (given: object) =>
    inputIssues(change.safeParse(given).error?.issues ?? []).map(({ message }) => message.ja);
  expect(said({ ...small, into: [{ id: 'b', businesses: ['x'] }] })).toEqual([
    '分割では、引き継ぐシステムを二つ以上示してください。',
  ]);
  const into = ['b', 'c'].map((id) => ({ id, businesses: id === 'b' ? [] : ['x'] }));
  expect(said({ ...small, into })).toEqual([
    '引き継ぐシステムのそれぞれに、担う業務を一つ以上示してください。',
  ]);
  expect(said({ kind: 'merge', systems: ['a'], into: { id: 'b' }, reason: '-' })).toEqual([
    '統合では、統合するシステムを二つ以上示してください。',
  ]);
});

it('a day that there is none of is named, in whatever field it stands, and so where what was read is given beside', () => {
  const schema = z.object({ asOf: day, on: vagueDay.optional() });
  const found = (given: unknown, beside = true) => {
    const issues = schema.safeParse(given, { reportInput: !beside }).error?.issues ?? [];
    return inputIssues(issues, beside ? given : undefined).map(({ message }) => message.ja);
  };
  const none = '「2023-02-30」：2023年2月30日という日付はありません。';
  expect(found({ asOf: '2023-02-30' })).toEqual([none]);
  expect(found({ asOf: '2023-02-30' }, false)).toEqual([none]);
  expect(found({ asOf: '2023-01-01', on: '2023-13' })).toEqual([
    '「2023-13」：2023年13月という日付はありません。',
  ]);
  expect(found({ asOf: 'きのう' })).toEqual(['値が正しくありません。']);
  expect(found({})).toEqual(['入力されていません。']);
  expect(found({ asOf: 3 })).toEqual(['種類が違います。']);
});
