// What is said of a value that is too short, too long, too few or too many: by what was measured, in both languages.
import { expect, it } from 'vitest';
import * as z from 'zod';
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
