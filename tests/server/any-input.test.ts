// Whatever is sent to any route, by whomever: an answer below 500 that says what is wrong in the contract's shape.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acts } from '../../machines/migration/acts.ts';
import { problem } from '../../server/contract/values.ts';
import { openTown, type Town } from './town.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
}
interface Operation {
  parameters?: Parameter[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
}
interface Route {
  method: string;
  path: string;
  parameters: Parameter[];
  takesBody: boolean;
  documented: number[];
}
interface Sent {
  route: Route;
  values: string[];
  body: string | undefined;
  as: string | undefined;
}

let town: Town;
let routes: Route[];
beforeAll(async () => {
  town = await openTown();
  const document = (await (await town.ask('GET', '/openapi.json')).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  routes = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path: path.replace(/^\/api\/v1/, ''),
      parameters,
      takesBody: requestBody !== undefined,
      documented: Object.keys(responses).map(Number),
    })),
  );
});
afterAll(() => town.close());

/** What clerks, spreadsheets and attackers put into a field. */
const awkward = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '0', '-1', '1e309', '9999-12-31', '0000-00-00', '0024-10-01', '-271821-04-20', '2024-02-30'],
    ...[
      'R5.1 16',
      '令和５年１１月',
      'null',
      'undefined',
      '[object Object]',
      '__proto__',
      'constructor',
      'NaN',
    ],
    ...[
      '\u0000',
      '\ud800',
      '\u200b',
      '\ufeff',
      '\u001b[2J',
      '%00',
      '%ff',
      '%',
      '..%2f..%2fetc%2fpasswd',
      "' or 1=1 --",
    ],
    ...['juki', '131121', 'ja', 'true', '99999999999999999999', '①-4', 'カイゴ', 'x'.repeat(5_000)],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const awkwardJson = fc.oneof(
  awkward,
  fc.constantFrom(null, true, 0, -0, 1.5, 2 ** 53, -1, [], {}, [[[[]]]], { __proto__: null }),
  fc.jsonValue({ maxDepth: 3 }),
);

const factArbitrary = fc
  .tuple(fc.constantFrom(...Object.keys(acts)), fc.dictionary(fc.constantFrom(...fieldNames()), awkwardJson))
  .map(([type, fields]) => ({ fact: { ...fields, type }, requestId: 'any-input', seenVersion: 1 }));

/** Names that acts do have, so that the values in them are looked at. */
function fieldNames(): string[] {
  const names =
    'phase reason note on startOn endOn deadline to kind title documentNo decidedOn sha256 steps fiscalYear';
  return `${names} amounts vendor businesses live document milestone of body`.split(' ');
}

const bodyArbitrary = fc.oneof(
  factArbitrary.map((body) => JSON.stringify(body)),
  awkwardJson.map((body) => JSON.stringify(body)),
  fc.dictionary(awkward, awkwardJson).map((body) => JSON.stringify(body)),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const sentArbitrary = (): fc.Arbitrary<Sent> =>
  fc.constantFrom(...routes).chain((route) =>
    fc.record({
      route: fc.constant(route),
      values: fc.array(awkward, { minLength: route.parameters.length, maxLength: route.parameters.length }),
      body: route.takesBody ? bodyArbitrary : fc.constant(undefined),
      as: fc.constantFrom(undefined, 'operator', 'dx-tanaka', 'juki-sato', 'kansa-mori'),
    }),
  );

/** Most of the path’s places are filled as they should be, so that what lies behind them is reached. */
function addressOf({ route, values }: Sent): string {
  const known: Record<string, string> = { code: town.code, system: 'juki', seq: '1' };
  const query = new URLSearchParams();
  let path = route.path;
  for (const [index, { name, in: place }] of route.parameters.entries()) {
    const value = values[index] ?? '';
    if (place === 'query' && value.length % 3 !== 0) query.append(name, value);
    const filled = value.length % 5 !== 1 ? (known[name] ?? value) : value;
    if (place === 'path') path = path.replace(`{${name}}`, encodable(filled) || '-');
  }
  return `${path}?${query}`;
}

/** What is already encoded, well or not, is sent as it is. */
const encodable = (text: string) =>
  text.startsWith('%') ? text : encodeURIComponent(Buffer.from(text).toString());

const instant = fc.constantFrom(
  ...[
    '2023-11-16T09:00:00+09:00',
    '2023-11-16T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+23:59',
  ],
  ...['9999-12-31T23:59:59-23:59', '2023-11-16T00:00:00+23:00', '2023-11-16', 'abc', 'now', ''],
);
const word = fc.constantFrom('131121', '131121/juki', 'juki', 'x', '', '\u0000', '\ud800', 'dx-office');
const number = fc.constantFrom(
  0,
  1,
  -1,
  2 ** 31 - 1,
  2 ** 31,
  99_999_999_999,
  2 ** 53 - 1,
  2 ** 53,
  1e300,
  0.5,
);
/** The shapes of every list's keys, with values that no list has given out. */
const keyArbitrary = fc.oneof(
  ...[fc.tuple(instant, word, number), fc.tuple(instant, word, word), fc.tuple(word, number, word)],
  ...[fc.tuple(instant, word, number, number, word), fc.tuple(word, number, number, word)],
  ...[fc.tuple(number), fc.tuple(fc.constant('at'), number), fc.array(fc.oneof(instant, word, number))],
);
const cursorOf = (key: readonly unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

it('no cursor and no id of a notice that somebody made up gives a 5xx', async () => {
  const paged = routes.filter(({ parameters }) => parameters.some(({ name }) => name === 'cursor'));
  expect(paged.length).toBeGreaterThan(4);
  const known: Record<string, string> = { code: town.code, system: 'juki' };
  const addressed = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '-');
  await fc.assert(
    fc.asyncProperty(keyArbitrary, fc.constantFrom('operator', 'juki-sato'), async (key, as) => {
      for (const { method, path } of paged) {
        const address = `${addressed(path)}?cursor=${cursorOf(key)}`;
        const { status } = await town.ask(method, address, { as });
        expect([address, key, [200, 403, 422].includes(status), status]).toEqual([
          address,
          key,
          true,
          status,
        ]);
      }
      const ids = [JSON.stringify(key), cursorOf(key)];
      const path = `/programmes/${town.code}/inbox/read`;
      const read = await town.ask('POST', path, { as: 'juki-sato', body: { ids } });
      expect([key, read.status === 204 || read.status === 422, read.status]).toEqual([
        key,
        true,
        read.status,
      ]);
    }),
    { numRuns: 30 },
  );
});

it('no input gives a 5xx, every refusal says why, and no status comes that the document does not list', async () => {
  await fc.assert(
    fc.asyncProperty(sentArbitrary(), async (sent) => {
      const { method, path, documented } = sent.route;
      const asking = { ...(sent.as && { as: sent.as }), ...(sent.body !== undefined && { body: sent.body }) };
      const response = await town.ask(method, addressOf(sent), asking);
      // A stream does not end by itself: that it opened is its answer.
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
      if (isStream) await response.body?.cancel();
      const answer = isStream ? '' : await response.text();
      expect([method, addressOf(sent), response.status < 500, answer]).toEqual([
        ...[method, addressOf(sent), true, answer],
      ]);
      const listed = documented.includes(response.status);
      expect([method, path, response.status, listed]).toEqual([method, path, response.status, true]);
      if (response.status >= 400) expect(problem.safeParse(JSON.parse(answer)).error).toBeUndefined();
    }),
    { numRuns: 800 },
  );
});
