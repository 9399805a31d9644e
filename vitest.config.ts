// How tests run: `pure` ones need no server and start none; `engine` ones share one PostgreSQL and one Temporal.
// Files share four processes and the modules they load: loading them anew for each file costs more than most tests do, and half
// of a test's time is waiting.
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { workerFlags } from './host/process/kept-process.ts';
import { LongBeforeShort } from './tests/setup/order.ts';

/** A tenth of what tests compute was the collection of a small one. */
const LARGE_YOUNG_GENERATION = '--max-semi-space-size=64';
const built = fileURLToPath(new URL('dist/worker/main.js', import.meta.url));

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
    execArgv: [LARGE_YOUNG_GENERATION],
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
          // As a worker's process is started: no promise of a workflow is traced. Built before any of these processes begins.
          execArgv: [LARGE_YOUNG_GENERATION, ...workerFlags(built)],
          testTimeout: 360_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
