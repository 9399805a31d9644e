// The worker process: runs workflows from the prebuilt bundle and their activities, carries notices out, and keeps
// nothing of its own. Any number of these may run.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { makeTelemetryFilterString, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createActivities } from '../activities/index.ts';
import { deliverNotices } from '../activities/notices/deliver-notices.ts';
import { tellPeople } from '../activities/notices/tell-people.ts';
import { type Environment, readEnvironment, temporalConnection } from '../host/process/environment.ts';
import { missingSetting, readPublicKeys } from '../host/process/keys/signing-keys.ts';
import { createLog, temporalLog } from '../host/process/log.ts';
import { prepareOutsideTemporal } from '../host/process/outside-temporal.ts';
import { watchParent } from '../host/process/parent.ts';
import { freePort } from '../host/process/ports.ts';
import { StartFailure } from '../host/process/start-failure.ts';
import { publicKeyOf } from '../ledger/lock/signatures.ts';
import { type Ledger, openLedger } from '../ledger/open.ts';
import { taskQueue } from '../workflows/messages.ts';
import { CACHED_RUNS } from './cached-runs.ts';
import { channelsOf } from './channels.ts';
import { payloadCodecs } from './definition-codec.ts';
import { type Metrics, serveMetrics } from './metrics.ts';
import { type Living, showLife } from './sign-of-life.ts';

const DATABASE_CONNECTIONS = 12;

const bundlePath = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));

const log = createLog('worker');

async function main(): Promise<void> {
  const parent = watchParent();
  const environment = readEnvironment(process.env);
  if (!existsSync(bundlePath)) throw new StartFailure({ code: 'build.missing', file: bundlePath });
  const coreUrl = await installRuntime();
  await prepareOutsideTemporal(environment);
  const pinnable = pinnableOf(environment);
  const ledger = openLedger(databaseUrlOf(environment), { connections: DATABASE_CONNECTIONS, pinnable });
  const connection = await NativeConnection.connect(temporalConnection(environment));
  const client = new Client({ connection, namespace: environment.temporal.namespace });
  const worker = await createWorker(environment, connection, ledger, client);
  const metrics = await metricsOf(environment, ledger, coreUrl);
  const stopping = new AbortController();
  const working = worker.run();
  const delivering = Promise.all([
    deliver(ledger, metrics, stopping.signal),
    tell(ledger, environment, metrics, stopping.signal),
  ]);
  const living = showLife(lifeOf(ledger), stopping.signal);
  parent.onStop(async () => {
    stopping.abort();
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.all([working, delivering, living]);
    await metrics?.close();
    await connection.close();
    await ledger.close();
    log.info('stopped');
  });
  log.info({ temporal: temporalConnection(environment).address, taskQueue }, 'running');
  await working;
}

async function installRuntime(): Promise<string> {
  const bindAddress = `127.0.0.1:${await freePort()}`;
  Runtime.install({
    logger: temporalLog(log),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
      metrics: { prometheus: { bindAddress } },
    },
    shutdownSignals: [], // watchParent decides when to stop
  });
  return `http://${bindAddress}/metrics`;
}

/** The keys that a new programme may be pinned to. Read again each time: a key may be added while this runs. */
function pinnableOf({ signingPublic }: Environment): () => string[] {
  if (signingPublic.length === 0) throw missingSetting('SEKIMORI_SIGNING_PUBLIC');
  const read = () => readPublicKeys(signingPublic).map(publicKeyOf);
  read();
  return read;
}

function databaseUrlOf({ databaseUrl }: Environment): string {
  if (databaseUrl !== null) return databaseUrl;
  const [ja, en] = ['データベースのアドレスを指定してください。', 'Give the address of the database.'];
  throw new StartFailure({ code: 'environment.wrong', variable: 'DATABASE_URL', ja, en });
}

function createWorker(
  { temporal: { namespace } }: Environment,
  connection: NativeConnection,
  ledger: Ledger,
  client: Client,
): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: { codePath: bundlePath },
    activities: { ...createActivities({ ledger, client }) },
    dataConverter: { payloadCodecs: payloadCodecs((digest) => ledger.definitions.byDigest(digest)) },
    maxCachedWorkflows: CACHED_RUNS,
    maxConcurrentLocalActivityExecutions: 2 * DATABASE_CONNECTIONS,
    maxHeartbeatThrottleInterval: '5 seconds',
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '12 seconds',
  });
}

async function metricsOf(environment: Environment, ledger: Ledger, coreUrl: string): Promise<Metrics | null> {
  const { metricsPort: port } = environment;
  if (port === null) return null;
  return serveMetrics({
    port,
    coreUrl,
    waitingNotices: () => ledger.outbox.waiting(),
    waitingSendings: () => ledger.sendings.waiting(),
  });
}

function deliver(ledger: Ledger, metrics: Metrics | null, signal: AbortSignal): Promise<void> {
  const sinks = {
    log: async (letter: { chain: string; seq: number }) => {
      log.info({ letter }, 'notice');
      metrics?.notices.inc({ channel: 'log', outcome: 'delivered' });
    },
  };
  const onTrouble = (why: string, letter: { chain: string; seq: number } | null) => {
    log.warn({ why, chain: letter?.chain, seq: letter?.seq }, 'a notice was not delivered');
    metrics?.notices.inc({ channel: 'log', outcome: 'failed' });
  };
  return deliverNotices({ outbox: ledger.outbox, sinks, onTrouble }, signal);
}

/** Digests and checkpoints to people, on the channels that are set up here. */
function tell(
  ledger: Ledger,
  { notices }: Environment,
  metrics: Metrics | null,
  signal: AbortSignal,
): Promise<void> {
  const channels = channelsOf(notices);
  return tellPeople(
    {
      ledger,
      channels,
      wallMs: Date.now,
      onOutcome: ({ programme, account, day, channel, attempts }, outcome, why) => {
        metrics?.notices.inc({ channel, outcome });
        if (outcome === 'failed' || outcome === 'givenUp')
          log.warn(
            { programme, account, day, channel, attempts, outcome, why },
            'a digest or checkpoint was not delivered',
          );
      },
      onTrouble: (why, programme) => log.warn({ why, programme }, 'digests could not be made or carried'),
    },
    signal,
  );
}

const lifeOf = ({ workerBeats: beats }: Ledger): Living => ({
  beats,
  taskQueue,
  onTrouble: (error) => log.warn({ error }, 'this worker could not say that it lives'),
});

main().catch((error: unknown) => fail(log, error));

function fail(to: Logger, error: unknown): void {
  if (error instanceof StartFailure) console.error(error.message);
  to.fatal({ error }, 'the worker ends');
  process.exit(1);
}
