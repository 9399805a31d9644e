// The end of a run: a file whose cases stand in files beside it is short by its own text and among the longest by its time. By text
// alone it is begun last, and everything else rests while it runs.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFolder } from '../../setup/program.mjs';
import { longBeforeShort } from '../setup/order.ts';

const folder = join(projectFolder, 'tests');
const bySize = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => join(folder, name))
  .sort((a, b) => statSync(b).size - statSync(a).size);

it('begins with the longest, by the cases that a file takes from beside it too', () => {
  const ordered = longBeforeShort(bySize);
  const placeOf = (name: string) => ordered.findIndex((path) => path.endsWith(`/tests/${name}.test.ts`));
  for (const name of ['console/pages', 'console/day', 'server/authorisation', 'weather/storm']) {
    expect(placeOf(name), name).toBeGreaterThanOrEqual(4);
    expect(placeOf(name), name).toBeLessThan(20);
  }
});

it('leaves out no file and names none twice', () => {
  expect([...longBeforeShort(bySize)].sort()).toEqual([...bySize].sort());
});

it('keeps the order of all others', () => {
  const ordered = longBeforeShort(bySize);
  const moved = new Set(ordered.slice(4, 20));
  const rest = (paths: string[]) => paths.filter((path) => !moved.has(path));
  expect(rest(ordered)).toEqual(rest(bySize));
});
