// The published document: valid OpenAPI 3.1, with every route, and nothing that it does not say.
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acts } from '../../machines/migration/acts.ts';
import { programmeActs } from '../../machines/programme/acts.ts';
import { statedRoutes } from '../../server/http/guarded-route.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
let document: { openapi: string; paths: Record<string, Record<string, Operation>> };
interface Operation {
  operationId: string;
  summary: string;
  security: unknown[];
  responses: Record<string, unknown>;
}

beforeAll(async () => {
  town = await openTown();
  document = (await (await town.ask('GET', '/openapi.json')).json()) as typeof document;
});
afterAll(() => town.close());

it('is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
  expect(document.openapi).toBe('3.1.0');
});

it('lists every route once, in both languages, with its way in and its problems', () => {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      at: `${method.toUpperCase()} ${path}`,
      ...operation,
    })),
  );
  const stated = statedRoutes(town.app.api).map(
    ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
  );
  expect(operations.map(({ at }) => at).sort()).toEqual(stated.sort());
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { at, summary, security, responses } of operations) {
    expect([at, summary]).toEqual([at, expect.stringMatching(/^.*[ぁ-んァ-ヶ一-龠].* \/ .+$/u)]);
    expect([at, Array.isArray(security)]).toEqual([at, true]);
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '422']));
  }
});

it('refers only to what it holds', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
  for (const [, path = ''] of references) {
    const target = path
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document);
    expect([path, target]).toEqual([path, expect.any(Object)]);
  }
});

it('is shown as a page that needs nothing from elsewhere and no script', async () => {
  const page = await (await town.app.hono.request('http://town.test/docs')).text();
  expect(page).toContain('/api/v1/programmes/{code}/systems/{system}/events');
  expect(page).not.toMatch(/<script|src=|href="http/);
  expect((await town.app.hono.request('http://town.test/docs/style.css')).status).toBe(200);
});

it('names every fact that people may send through the door, and none that has a door of its own', () => {
  const { schemas } = (document as unknown as { components: { schemas: Record<string, { title?: string }> } })
    .components;
  const named = Object.values(schemas).flatMap(({ title }) => title ?? []);
  const sent = [...Object.entries(acts), ...Object.entries(programmeActs)] as [
    string,
    { from: readonly string[]; ownDoor?: true },
  ][];
  const wanted = sent.flatMap(([type, act]) => (act.from.includes('person') && !act.ownDoor ? [type] : []));
  // One kind may stand in both tables, of one shape.
  expect(named.sort()).toEqual([...new Set(wanted)].sort());
});
