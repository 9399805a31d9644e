// How tests run: `pure` ones need no server and start none; `engine` ones share one PostgreSQL and one Temporal.
// Files share four processes and the modules they load: loading them anew for each file costs more than most tests do, and half
// of a test's time is waiting.
import { configDefaults, defineConfig } from 'vitest/config';
import { LongBeforeShort } from './tests/setup/order.ts';

const pure = [
  'tests/seeds/**/*.test.ts',
  'tests/machines/**/*.test.ts',
  'tests/report/**/*.test.ts',
  'tests/bench/**/*.test.ts',
  'tests/setup-free/**/*.test.ts',
  'tests/weather/checker/**/*.test.ts',
];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 4,
    isolate: false,
    // A larger young generation: a tenth of what tests compute was its collection.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongBeforeShort },
    // A starved machine gets slower: what a test polls for has a minute, as what a browser waits for.
    expect: { poll: { timeout: 60_000, interval: 50 } },
    projects: [
      { extends: true, test: { name: 'pure', include: pure, testTimeout: 360_000 } },
      {
        extends: true,
        test: {
          name: 'engine',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...pure],
          globalSetup: ['tests/setup/global.ts'],
          testTimeout: 360_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
