// In which order files are taken up: the runner begins with those of the longest text, which says little of those below. Left to the
// end, such a one would run alone while all other processes rest.
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

export class LongBeforeShort extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name));
    const others = sorted.filter((file) => !isLong(file));
    return [...others.slice(0, FIRST), ...sorted.filter(isLong), ...others.slice(FIRST)];
  }
}
