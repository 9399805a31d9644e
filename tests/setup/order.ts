// In which order files are taken up: the runner begins with those of the longest text, or of the longest time where it has run before.
// Text says little of those below, and a file's own nothing of cases that stand in files beside it. Left to the end, such a one would
// run alone while all other processes rest.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Far longer than their text, by what they cost a processor or wait for. */
const LONG = [
  'weather/storm',
  'setup/whole-tree',
  'health/seen-from-outside',
  'server/loading',
  'durable/faults',
  'setup/warden',
  'proof/tampering',
].map((name) => `/tests/${name}.test.ts`);

/** As many as start at once: not all of the heavy ones beside each other. */
const FIRST = 4;

/** Characters of cases in a folder of their own, from which on a file is as long as those above. */
const MANY_CASES = 10_000;

/** @param sorted paths of test files, the longer first @returns the same, the long ones behind the first few */
export function longBeforeShort(sorted: readonly string[]): string[] {
  const long = new Set(sorted.filter(isLong));
  const others = sorted.filter((path) => !long.has(path));
  return [...others.slice(0, FIRST), ...long, ...others.slice(FIRST)];
}

const isLong = (path: string): boolean =>
  LONG.some((name) => path.endsWith(name)) || casesBeside(path) >= MANY_CASES;

/** How many characters the files have that it takes from a folder beside it, `./pages/plan.ts`. */
function casesBeside(path: string): number {
  const taken = readFileSync(path, 'utf8').matchAll(/ from '(\.\/[\w-]+\/[\w-]+\.tsx?)'/g);
  const files = [...taken]
    .map(([, name = '']) => join(dirname(path), name))
    .filter((file) => existsSync(file));
  return files.reduce((sum, file) => sum + readFileSync(file, 'utf8').length, 0);
}

export class LongBeforeShort extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = new Map(
      longBeforeShort(sorted.map(({ moduleId }) => moduleId)).map((path, at) => [path, at]),
    );
    return sorted.toSorted((a, b) => (place.get(a.moduleId) ?? 0) - (place.get(b.moduleId) ?? 0));
  }
}
