// One short storm on a small town. Bounded by counts, not by times: every wait inside has its own limit and says what it
// waited for.
import { expect, inject, test } from 'vitest';
import { buildAll } from '../../setup/build.mjs';
import { figuresOf, linesOf } from './figures.ts';
import { planStorm } from './tree/storm.ts';
import { weather } from './weather.ts';

const SEED = 7;
const FAULTS = 6;
const LIMIT_MS = 1_200_000;

test('the same seed is the same storm, and another seed another', () => {
  expect(planStorm(SEED, FAULTS, 5_000)).toEqual(planStorm(SEED, FAULTS, 5_000));
  expect(planStorm(SEED, FAULTS, 5_000)).not.toEqual(planStorm(SEED + 1, FAULTS, 5_000));
});

test(
  'after a storm the record holds what people were told, each act once, and nothing else',
  async () => {
    await buildAll(() => undefined);
    const aftermath = await weather({
      seed: SEED,
      systems: 9,
      stormMs: 40_000,
      faults: FAULTS,
      pauseMs: 1_500,
      clockMs: 5_000,
      temporalProgram: inject('temporalProgramPath'),
      say: () => undefined,
    });
    const { acknowledged, refused } = figuresOf(aftermath);
    expect(aftermath.violations, linesOf(SEED, aftermath).join('\n')).toEqual([]);
    expect(acknowledged).toBeGreaterThan(15);
    expect(refused).toBeGreaterThan(0);
    expect(aftermath.struck.length).toBeGreaterThan(1);
    expect(aftermath.entries).toBeGreaterThan(acknowledged);
  },
  LIMIT_MS,
);
