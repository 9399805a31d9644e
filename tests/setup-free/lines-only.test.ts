// A program's source map keeps one place a line, so that a process which read a stack does not hold a place for each word of it.
import { SourceMap } from 'node:module';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { linesOnly } from '../../setup/maps/lines-only.mjs';

const source = `export function first(given: { value: number }[]) {
  const sum = given.map(({ value }) => value * 2).reduce((a, b) => a + b, 0);

  return { sum, of: given.length };
}
export const second = (text: string) => text.split('').map((sign) => sign.charCodeAt(0));
`;

const place = z.object({ originalSource: z.string(), originalLine: z.number() });

async function built() {
  const { outputFiles } = await build({
    stdin: { contents: source, loader: 'ts', sourcefile: 'given.ts' },
    outfile: 'out.js',
    sourcemap: true,
    write: false,
  });
  return outputFiles.find(({ path }) => path.endsWith('.map'))?.text ?? '';
}

const placesIn = (map: string): string[] =>
  JSON.parse(map)
    .mappings.split(/[;,]/)
    .filter((place: string) => place !== '');

test('a map of lines leads each line to the very line of its source, from one place each', async () => {
  const whole = await built();
  const lines = linesOnly(whole);
  const { mappings, names } = JSON.parse(lines);
  const [before, after] = [JSON.parse(whole), JSON.parse(lines)].map((payload) => new SourceMap(payload));
  const count = mappings.split(';').length;
  const led = (map: SourceMap | undefined) =>
    Array.from({ length: count }, (_, line) => place.safeParse(map?.findEntry(line, 0)).data);
  expect(led(after)).toEqual(led(before));
  expect(count).toBeGreaterThan(5);
  expect(names).toEqual([]);
  expect(placesIn(whole).length).toBeGreaterThan(3 * count);
  expect(placesIn(lines).length).toBeLessThanOrEqual(count);
});
