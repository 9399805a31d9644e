// docs/writing-a-programme.md names every field that a programme's files may have: a new field without a line fails here.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import {
  accountsFile,
  calendarFile,
  deadlinesFile,
  historyFile,
  pathFile,
  programmeFile,
  systemsFile,
} from '../../machines/seed/schema.ts';

const PAGE = readFileSync(new URL('../../docs/writing-a-programme.md', import.meta.url), 'utf8');

function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: unknown };
  const own = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}

const fieldsOf = (schema: z.ZodType): string[] => [
  ...new Set(namesIn(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }))),
];

const section = (file: string): string =>
  PAGE.split(/^### /mu).find((part) => part.startsWith(`${file}\n`)) ?? '';

it.each([
  ['programme.yaml', programmeFile],
  ['paths/*.yaml', pathFile],
  ['systems.yaml', systemsFile],
  ['deadlines.yaml', deadlinesFile],
  ['calendar.yaml', calendarFile],
  ['history.yaml', historyFile],
  ['accounts.yaml', accountsFile],
] as const)('%s has a line for every field', (file, schema) => {
  const explained = `${section(file)} \`ja\` \`en\` \`label\``;
  const missing = fieldsOf(schema).filter((field) => !explained.includes(`\`${field}\``));
  expect(missing).toEqual([]);
});

/** The facts are unions made from the tables of acts, whose types do not show their members. */
type FactUnion = { options: readonly { shape: { type: { value: string } } }[] };
const typesOf = (fact: z.ZodType): string[] =>
  (fact as unknown as FactUnion).options.map(({ shape }) => shape.type.value);
const { events, programme } = historyFile.shape;
const types = [events, programme].flatMap((list) => typesOf(list.unwrap().element.shape.fact));

it('history.yaml explains the facts that a history may tell, and no other', () => {
  const rows = section('history.yaml').match(/^\| `[^|]*/gmu) ?? [];
  const explained = rows.flatMap((row) => row.match(/(?<=`)\w+\.\w+(?=`)/gu) ?? []);
  expect(explained.sort()).toEqual([...types].sort());
});

function wordsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = Object.entries(schema).flatMap(([key, value]) =>
    key === 'const' || key === 'enum' ? [value].flat() : [],
  );
  return [...own.filter((word) => typeof word === 'string'), ...Object.values(schema).flatMap(wordsIn)];
}

it.each([
  ['paths/*.yaml', pathFile],
  ['deadlines.yaml', deadlinesFile],
  ['history.yaml', historyFile],
] as const)('%s has every word of those that a field may be', (file, schema) => {
  const words = new Set(wordsIn(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })));
  expect(words.size).toBeGreaterThan(3);
  expect([...words].filter((word) => !section(file).includes(`\`${word}\``))).toEqual([]);
});

type FactShape = { options: readonly z.ZodType[] };
const facts = [events, programme].flatMap(
  (list) => (list.unwrap().element.shape.fact as unknown as FactShape).options,
);

it.each(types.map((type, index) => [type, facts[index]] as const))(
  '%s has its fields marked as they must be there or not',
  (type, fact) => {
    if (!fact) throw new Error(`no fact ${type}`);
    const { properties = {}, required = [] } = z.toJSONSchema(fact, { unrepresentable: 'any', io: 'input' });
    const row =
      section('history.yaml')
        .split('\n')
        .find((line) => line.startsWith(`| \`${type}\``)) ?? '';
    for (const field of Object.keys(properties).filter((name) => name !== 'type')) {
      const mark = required.includes(field) ? '\\*' : '(?!\\*)';
      expect(row, field).toMatch(new RegExp(`\`${field}\`${mark}`, 'u'));
    }
  },
);
