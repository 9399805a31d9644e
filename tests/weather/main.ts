// `npm run faults` once all is built: reads its arguments, runs one seed, or one migration without a pause, prints what came of
// it, and ends with 1 on any violation.
import { parseArgs } from 'node:util';
import { linesOf, loopLines } from './figures.ts';
import { loop } from './loop/loop.ts';
import { weather } from './weather.ts';

const usage =
  'npm run faults -- [--minutes N] [--seed S] [--systems N]\nnpm run faults -- --loop [--minutes N]';

function number(name: string, given: string, least: number): number {
  const read = Number(given);
  if (!Number.isFinite(read) || read < least) {
    process.stderr.write(`--${name} takes a number from ${least} on, not "${given}"\n${usage}\n`);
    process.exit(2);
  }
  return read;
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '5' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        systems: { type: 'string', default: '51' },
        loop: { type: 'boolean', default: false },
      },
    });
    const minutes = number('minutes', values.minutes, 0.1);
    return {
      minutes,
      isLoop: values.loop,
      seed: Math.floor(number('seed', values.seed, 0)),
      systems: Math.floor(number('systems', values.systems, 3)),
    };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}\n`);
    process.exit(2);
  }
}

/** One fault in twelve seconds, a step at each desk in eight. */
const FAULTS_A_MINUTE = 5;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const say = (line: string) => void process.stderr.write(`      ${line}\n`);
const temporalProgram = process.env.SEKIMORI_TEMPORAL_PROGRAM || 'temporal';

async function linesOfRun({ minutes, seed, systems, isLoop }: ReturnType<typeof readArguments>) {
  if (isLoop) {
    say(`${minutes} min without a pause`);
    const figures = await loop({ loopMs: minutes * 60_000, temporalProgram, say });
    return { lines: loopLines(figures), violations: figures.violations };
  }
  say(`seed ${seed}, ${minutes} min, ${systems} systems`);
  const aftermath = await weather({
    seed,
    systems,
    stormMs: minutes * 60_000,
    faults: Math.max(4, Math.round(minutes * FAULTS_A_MINUTE)),
    pauseMs: 8_000,
    clockMs: 9_000,
    temporalProgram,
    say,
  });
  return { lines: linesOf(seed, aftermath), violations: aftermath.violations };
}

const { lines, violations } = await linesOfRun(readArguments());
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = violations.length > 0 ? 1 : 0;
