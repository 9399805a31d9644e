// Whatever an amendment changes has a name: no field of a definition reaches a reader as the code that it is in the data.
import { expect, it } from 'vitest';
import * as z from 'zod';
import { migrationDefinition } from '../../machines/definition/definition.ts';
import { programmeDefinition } from '../../machines/programme/definition.ts';
import { places } from '../../texts/amending/places.ts';

function fieldsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as { properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(fieldsIn)];
}

it.each([
  ['programme', programmeDefinition],
  ['migration', migrationDefinition],
])('every field of a %s’s definition has its words', (_name, definition) => {
  const fields = new Set(fieldsIn(z.toJSONSchema(definition, { io: 'input', unrepresentable: 'any' })));
  expect(fields.size).toBeGreaterThan(20);
  expect([...fields].filter((field) => !(field in places) && field !== 'properties')).toEqual([]);
});
