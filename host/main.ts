// `npm start` once all is built: reads the environment, runs the supervisor, and tells a person what goes on.
import { readEnvironment } from './process/environment.ts';
import { watchNpm } from './process/npm-parent.ts';
import { StartFailure } from './process/start-failure.ts';
import { type Addresses, Supervisor } from './supervisor.ts';

/** npm passes a terminal's Ctrl-C on although we got it too: what follows at once is the same one. */
const sameSignalMs = 1_000;

const say = (line: string) => console.log(`      ${line}`);

async function main(): Promise<void> {
  const began = performance.now();
  process.umask(0o077); // what is written from here on is its owner's alone
  const environment = readEnvironment(process.env);
  const temporalProgram = process.env.SEKIMORI_TEMPORAL_PROGRAM || 'temporal';
  const withTemporalUi = process.env.SEKIMORI_TEMPORAL_UI === 'on';
  const supervisor = new Supervisor({ environment, temporalProgram, withTemporalUi, say });
  const stop = stopOnSignals(supervisor);
  try {
    const addresses = await supervisor.start();
    welcome(addresses, supervisor.serverLines, environment.dataFolder, (performance.now() - began) / 1000);
  } catch (error) {
    if (!stop.asked()) throw await afterStopping(supervisor, error);
  }
}

async function afterStopping(supervisor: Supervisor, error: unknown): Promise<unknown> {
  await supervisor.stop();
  return error;
}

function stopOnSignals(supervisor: Supervisor): { asked: () => boolean } {
  let askedAt: number | null = null;
  const ask = (why: string) => {
    if (askedAt === null) {
      askedAt = Date.now();
      console.log(`\n関守を終了します（${why}）… もう一度 Ctrl-C で強制終了 / stopping; Ctrl-C again forces`);
      void supervisor.stop().then(() => {
        console.log('終了しました。データは残っています。 / Stopped; all data is kept.');
        process.exit();
      });
    } else if (Date.now() - askedAt > sameSignalMs) {
      void supervisor.stop(true).then(() => process.exit(130));
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal));
  watchNpm(process.env, () => ask('npm'));
  return { asked: () => askedAt !== null };
}

function welcome(addresses: Addresses, serverLines: string[], dataFolder: string, seconds: number): void {
  const { consoleUrl, temporalAddress, temporalUiUrl, serverMetricsUrl, workerMetricsUrl } = addresses;
  console.log(`
関守が開きました（${seconds.toFixed(1)} 秒） / Sekimori is open (${seconds.toFixed(1)} s)

  コンソール / console      ${consoleUrl}/
  API (OpenAPI 3.1)         ${consoleUrl}/api/v1/openapi.json
  Temporal                  ${temporalAddress}${temporalUiUrl === null ? '' : `  UI ${temporalUiUrl}`}
  メトリクス / metrics      ${serverMetricsUrl} (server)  ${workerMetricsUrl} (worker)
  データ / data             ${dataFolder}
${serverLines.map((line) => `\n  ${line}`).join('')}

  はじめに / first: ${consoleUrl}/ を開いてログインするか、別の端末で npx sekimori status
                    open ${consoleUrl}/ and sign in, or run npx sekimori status in another terminal
  終了 / to stop:   Ctrl-C
`);
}

try {
  await main();
} catch (error) {
  const text =
    error instanceof StartFailure ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`\n✘ ${text}`);
  process.exit(error instanceof StartFailure ? error.exitCode : 1);
}
