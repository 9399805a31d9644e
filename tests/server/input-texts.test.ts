// What is said of a value that is too short, too long, too few or too many: by what was measured, in both languages.
import { expect, it } from 'vitest';
import * as z from 'zod';
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
