// `npm run bench`: measures everything in one run on servers of its own and prints tables, or one JSON value.
import { cpus } from 'node:os';
import { StartFailure } from '../host/process/start-failure.ts';
import { judgeAll } from './bounds.ts';
import { measureEngine } from './engine/engine.ts';
import { measureLive } from './live/live.ts';
import { measureNation } from './national/national.ts';
import { measureNotices } from './notices/notices.ts';
import { type Options, readOptions, usage, WrongUse } from './options.ts';
import { measurePages } from './product/pages.ts';
import { measureStart } from './product/start.ts';
import { startServers } from './servers.ts';

import { figuresOf, type Measurements } from './summary.ts';
import { printed } from './tables.ts';

async function measure(options: Options, say: (line: string) => void): Promise<Measurements> {
  const measurements: Measurements = {};
  const { parts } = options;
  if (parts.has('engine') || parts.has('live') || parts.has('reads') || parts.has('notices')) {
    const servers = await startServers(process.env.SEKIMORI_TEMPORAL_PROGRAM || 'temporal');
    try {
      if (parts.has('engine')) {
        say('エンジン / engine: 素の Temporal と交互に / in turns with a bare workflow');
        measurements.engine = await measureEngine(servers, options, say);
      }
      if (parts.has('live')) {
        say('動いている移行 / live migrations of one programme');
        measurements.live = await measureLive(servers, options.live, say);
      }
      if (parts.has('reads')) {
        say('読み取りと検証 / reads and verification');
        measurements.nation = await measureNation(servers, options, say);
      }
      if (parts.has('notices')) {
        say('同じ 9 時の知らせ / notices of one 09:00');
        measurements.notices = await measureNotices(servers, options.points, say);
      }
    } finally {
      await servers.stop();
    }
  }
  if (parts.has('start')) {
    say('起動と待機 / start and idle');
    measurements.start = await measureStart(say);
  }
  if (parts.has('pages')) {
    say('画面 / pages in Chromium');
    const pages = await measurePages(options.rounds, say);
    if (pages) measurements.pages = pages;
  }
  return measurements;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), Boolean(process.env.TEMPORAL_ADDRESS));
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const figures = figuresOf(
    await measure(options, (line) => console.error(`[${seconds().toFixed(0).padStart(3)} s] ${line}`)),
  );
  const verdicts = judgeAll(figures.values);
  if (options.json) {
    const { quick, rounds, clients } = options;
    const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version };
    const all = { machine, quick, rounds, clients, seconds: seconds(), ...figures, verdicts };
    console.log(JSON.stringify(all, null, 2));
  } else {
    console.log(printed(figures));
    console.log(`\n${seconds().toFixed(0)} s, ${cpus().length} CPU, Node ${process.version}`);
  }
  return 0;
}

try {
  process.exit(await main());
} catch (error) {
  if (error instanceof WrongUse) console.error(`${error.message}\n\n${usage}`);
  else console.error(error instanceof StartFailure ? `✘ ${error.message}` : error);
  process.exit(error instanceof WrongUse ? 2 : 1);
}
