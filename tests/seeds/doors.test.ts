// The net below a folder's schemas: a past that no door would take is a problem at its line, whatever schema let it pass.
import { expect, it } from 'vitest';
import { checkAtDoors } from '../../machines/seed/check/doors.ts';
import { draftSeed, type Seed } from '../../machines/seed/draft.ts';
import { expandSeed } from '../../machines/seed/expand/expand.ts';
import { readYamlFiles } from '../../server/intake/yaml-document.ts';
import { seedProblemText } from '../../texts/seed/problem-texts.ts';
import { setagayaFiles } from './folder.ts';

const NOW = '2026-11-27T09:00:00+09:00';
const files = readYamlFiles(setagayaFiles.filter(({ path }) => path.endsWith('.yaml')));
const { draft } = draftSeed(
  files,
  files.map(({ file }) => file),
);
const { programme, paths, systems, deadlines, calendar, history, accounts } = draft;
if (!programme || !paths || !systems || !deadlines || !calendar || !history || !accounts)
  throw new Error('the seed is not whole');
const seed: Seed = { programme, paths, systems, deadlines, calendar, history, accounts };

/** Setagaya's seed after `change`, as if no schema had looked. */
function problemsAfter(change: (seed: Seed) => void) {
  const changed = structuredClone(seed);
  change(changed);
  return checkAtDoors(changed, expandSeed(changed), NOW).map((one) => ({
    at: `${one.at.file} ${one.at.path.join('.')}`,
    said: seedProblemText(one),
  }));
}

it('lets the seed as it is pass', () => {
  expect(problemsAfter(() => {})).toEqual([]);
});

const long = '字'.repeat(2_001);
it.each<[what: string, change: (seed: Seed) => void, at: string, expected: string]>([
  [
    'the source of an event of four systems, once',
    ({ history: { value } }) => Object.assign(value.events[0] ?? {}, { source: long }),
    'history.yaml events.0.source',
    '2000 以下',
  ],
  [
    'the assumption of what a programme tells',
    ({ history: { value } }) => Object.assign(value.programme[3] ?? {}, { assumed: '\u200b' }),
    'history.yaml programme.3.assumed',
    '目に見える文字を含む文字列',
  ],
  [
    'what a path says is over before it',
    ({ paths: parts }) => {
      const path = parts.find(({ value }) => value.id === 'wave-1');
      Object.assign(path?.value.stepsBefore ?? {}, { assumed: 'a\0' });
    },
    'paths/wave-1.yaml stepsBefore.assumed',
    '制御文字や壊れた文字（NUL など）を含まない文字列',
  ],
])('tells of %s', (_, change, at, expected) => {
  const found = problemsAfter(change);
  expect(found.map((one) => one.at)).toEqual([...new Set(found.map((one) => one.at))]);
  expect(found).toContainEqual({
    at,
    said: { message: expect.anything(), expected: { ja: expected, en: expect.any(String) } },
  });
});
