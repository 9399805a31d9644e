// Starts everything in its order, keeps it running, stops it in the reverse order. One per data folder.
// Knows where each process is and when it is ready; nothing of what it does.
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { applySchemaChanges } from '../ledger/schema-changes.ts';
import { logFile, prepareDataFolder } from './embedded/data-folder.ts';
import { keepLogsShort } from './embedded/short-logs.ts';
import { type Notice, startWarden, type Warden } from './embedded/warden-client.ts';
import { childEnvironment } from './process/child-environment.ts';
import type { Environment } from './process/environment.ts';
import { KeptProcess, workerFlags } from './process/kept-process.ts';
import { prepareSigningKeys } from './process/keys/signing-keys.ts';
import { takeLock } from './process/lock.ts';
import { requireDatabase } from './process/outside-database.ts';
import { prepareOutsideTemporal } from './process/outside-temporal.ts';
import { freePorts, requireFreePort } from './process/ports.ts';
import { StartFailure } from './process/start-failure.ts';
import { browserUrl, untilServing } from './readiness.ts';

/** Paths of the built processes, beside this bundle in dist/. */
const entries = {
  warden: fileURLToPath(new URL('./embedded/warden.js', import.meta.url)),
  worker: fileURLToPath(new URL('../worker/main.js', import.meta.url)),
  server: fileURLToPath(new URL('../server/main.js', import.meta.url)),
};
/** A first start loads its programme: seconds for a ward, minutes for the largest. */
const readyLimitMinutes = 20;
/** How long the processes of a killed predecessor may take to give their port back. */
const predecessorLimitMs = 10_000;

export interface Addresses {
  consoleUrl: string;
  temporalAddress: string;
  temporalUiUrl: string | null;
  serverMetricsUrl: string;
  workerMetricsUrl: string;
}

export interface SupervisorOptions {
  environment: Environment;
  /** The `temporal` program for an embedded Temporal. */
  temporalProgram: string;
  withTemporalUi: boolean;
  say: (line: string) => void;
}

interface Reached {
  databaseUrl: string;
  ownerDatabaseUrl: string;
  temporalAddress: string;
  temporalUiUrl: string | null;
}

export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #stopped = new AbortController();
  #starting: Promise<Addresses> | null = null;
  #stopping: Promise<void> | null = null;
  #warden: Warden | null = null;
  #worker: KeptProcess | null = null;
  #server: KeptProcess | null = null;
  #releaseLock: () => void = () => undefined;
  #endLogs: () => void = () => undefined;
  /** The server's process that has the port, while it lives. */
  #listening: number | null = null;
  /** What the server wants said once it is ready. */
  readonly serverLines: string[] = [];
  readonly #failures = new Set<string>();
  /** What is wrong in the first programme. */
  #mistakes: string[] = [];

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /** @throws StartFailure; call `stop()` then */
  start(): Promise<Addresses> {
    this.#starting ??= this.#startAll();
    return this.#starting;
  }

  async #startAll(): Promise<Addresses> {
    const { environment } = this.#options;
    const { host, port, dataFolder } = environment;
    const consoleUrl = browserUrl(host, port);
    prepareDataFolder(dataFolder);
    const lock = takeLock(dataFolder, consoleUrl);
    this.#releaseLock = lock.release;
    this.#endLogs = keepLogsShort(dataFolder);
    const publicKeys = prepareSigningKeys(dataFolder, environment.signingKeys);
    await this.#orStopped(this.#requirePort(lock.tookOver));
    const reached = await this.#reachServers();
    await this.#orStopped(this.#changeSchema(reached));
    const metrics = await this.#metricsPorts();
    const env = childEnvironment(process.env, environment, reached);
    this.#stopped.signal.throwIfAborted();
    this.#worker = this.#keep('worker', entries.worker, {
      ...env,
      SEKIMORI_METRICS_PORT: metrics.worker,
      SEKIMORI_SIGNING_PUBLIC: publicKeys,
    });
    this.#server = this.#keep('server', entries.server, {
      ...env,
      SEKIMORI_METRICS_PORT: metrics.server,
      SEKIMORI_SIGNING_KEY: process.env.SEKIMORI_SIGNING_KEY ?? '',
      SEKIMORI_OIDC_CLIENT_SECRET_FILE: process.env.SEKIMORI_OIDC_CLIENT_SECRET_FILE ?? '',
    });
    await this.#untilReady(consoleUrl);
    const { temporalAddress, temporalUiUrl } = reached;
    const urlOf = (metricsPort: string) => `http://127.0.0.1:${metricsPort}/metrics`;
    const measures = { serverMetricsUrl: urlOf(metrics.server), workerMetricsUrl: urlOf(metrics.worker) };
    return { consoleUrl, temporalAddress, temporalUiUrl, ...measures };
  }

  /** The work's outcome; ends at once a start that is told to stop meanwhile, whatever the work waits for. */
  #orStopped<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.#stopped;
    const stopped = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      if (signal.aborted) reject(signal.reason);
    });
    return Promise.race([work, stopped]);
  }

  async #metricsPorts(): Promise<{ worker: string; server: string }> {
    const { metricsPort, serverMetricsPort } = this.#options.environment;
    const [forWorker, forServer] = await freePorts(2);
    return {
      worker: String(metricsPort ?? forWorker),
      server: String(serverMetricsPort ?? forServer),
    };
  }

  async #requirePort(tookOver: boolean): Promise<void> {
    const { host, port } = this.#options.environment;
    const until = Date.now() + (tookOver ? predecessorLimitMs : 0);
    for (;;) {
      try {
        return await requireFreePort(host, port);
      } catch (error) {
        if (Date.now() >= until) throw error;
        await sleep(200);
      }
    }
  }

  async #reachServers(): Promise<Reached> {
    const { environment, say } = this.#options;
    const { databaseUrl, ownerDatabaseUrl, temporal } = environment;
    if (databaseUrl !== null) {
      say('PostgreSQL: DATABASE_URL を使います / using DATABASE_URL');
      await this.#orStopped(requireDatabase(databaseUrl));
    }
    if (temporal.address !== null) {
      say(`Temporal: ${temporal.address} を使います / using TEMPORAL_ADDRESS`);
      await this.#orStopped(prepareOutsideTemporal(environment));
    }
    if (databaseUrl === null || temporal.address === null) await this.#startEmbedded();
    const servers = this.#warden?.servers;
    return {
      databaseUrl: databaseUrl ?? servers?.postgres?.appUrl ?? '',
      ownerDatabaseUrl: ownerDatabaseUrl ?? servers?.postgres?.ownerUrl ?? '',
      temporalAddress: temporal.address ?? servers?.temporal?.address ?? '',
      temporalUiUrl: servers?.temporal?.uiUrl ?? null,
    };
  }

  async #startEmbedded(): Promise<void> {
    const { environment, temporalProgram: program, withTemporalUi: withUi, say } = this.#options;
    const { dataFolder, temporal, databaseUrl } = environment;
    const began = performance.now();
    const embeddedTemporal = { program, namespace: temporal.namespace, withUi };
    const plan = {
      dataFolder,
      postgres: databaseUrl === null ? {} : null,
      temporal: temporal.address === null ? embeddedTemporal : null,
    };
    const { signal } = this.#stopped;
    signal.throwIfAborted();
    const warden = await startWarden(entries.warden, plan, (notice) => this.#sayNotice(notice), signal);
    this.#warden = warden;
    void warden.ended.then(() => this.#wardenEnded());
    const { postgres, temporal: engine } = warden.servers;
    const names = [postgres && `PostgreSQL :${postgres.port}`, engine && `Temporal ${engine.address}`].filter(
      Boolean,
    );
    say(`${names.join(', ')} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  }

  #sayNotice(notice: Notice): void {
    const { say } = this.#options;
    if (notice.kind === 'restarted')
      say(`${notice.server} を再起動しました / ${notice.server} is running again`);
    else
      say(
        `${notice.server} が止まりました（${notice.why}）。再起動します / ${notice.server} ended (${notice.why}); starting it again`,
      );
  }

  /** Without its warden nothing guards the servers any more: end, and let the next start take them over. */
  #wardenEnded(): void {
    if (this.#stopping !== null) return;
    const { say } = this.#options;
    say('見張りのプロセスが止まったため終了します。npm start で再開できます（データは失われません）。');
    say('The warden process ended, so everything is stopped. Run npm start again; no data is lost.');
    process.exitCode = 1;
    void this.stop();
  }

  async #changeSchema({ ownerDatabaseUrl, databaseUrl }: Reached): Promise<void> {
    const role = decodeURIComponent(new URL(databaseUrl).username);
    try {
      const { applied } = await applySchemaChanges(ownerDatabaseUrl, role);
      if (applied.length > 0)
        this.#options.say(`データベースの構造を更新 / schema changes: ${applied.join(', ')}`);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new StartFailure({ code: 'schema.failed', why });
    }
  }

  #keep(name: string, entry: string, env: NodeJS.ProcessEnv): KeptProcess {
    const { environment, say } = this.#options;
    return new KeptProcess({
      name,
      entry,
      env,
      flags: name === 'worker' ? workerFlags(entry) : [],
      dataFolder: environment.dataFolder,
      onStart: (pid) => this.#warden?.ward(pid),
      onMessage: (message) => this.#hear(message),
      whyWrong: () => new StartFailure({ code: 'programme.wrong', mistakes: this.#mistakes }),
      onEnd: (why, waitMs) => {
        if (name === 'server') this.#listening = null;
        say(
          `${name} が止まりました（${why}）。${waitMs / 1000} 秒後に再起動します / ${name} ended (${why}); again in ${waitMs / 1000} s`,
        );
      },
    });
  }

  /** What server/main.ts sends: lines of `ready` are kept until all is ready, of `wrong` until it has ended; of `failed` said at once. */
  #hear(message: unknown): void {
    if (typeof message !== 'object' || message === null) return;
    if ('kind' in message && message.kind === 'listening') this.#listening = this.#server?.pid ?? null;
    if (!('lines' in message) || !Array.isArray(message.lines)) return;
    const lines = message.lines.map(String);
    const kind = 'kind' in message ? message.kind : null;
    if (kind === 'wrong') this.#mistakes = lines;
    else if (kind !== 'failed') this.serverLines.push(...lines);
    else for (const line of lines.filter((one) => !this.#failures.has(one))) this.#sayFailure(line);
  }

  /** Once: a process that is started again fails again in the same words. */
  #sayFailure(line: string): void {
    this.#failures.add(line);
    this.#options.say(line);
  }

  async #untilReady(consoleUrl: string): Promise<void> {
    const { say, environment } = this.#options;
    const onWait = (seconds: number, lacking: string) =>
      say(
        `… ${seconds} s: 準備を待っています（まだのもの: ${lacking}。初回は計画を読み込みます） / waiting for ${lacking} (the first start loads the programme)`,
      );
    const processes = [this.#worker, this.#server].filter((kept) => kept !== null);
    const failing = processes.map((kept) => kept.failing);
    const isListening = () => this.#listening !== null && this.#listening === this.#server?.pid;
    const { signal } = this.#stopped;
    const limitMs = readyLimitMinutes * 60_000;
    const serving = untilServing(consoleUrl, { isListening, onWait, signal, limitMs });
    const lacking = await Promise.race([serving, ...failing]);
    signal.throwIfAborted();
    if (lacking !== null) {
      const log = logFile(environment.dataFolder, 'server');
      throw new StartFailure({ code: 'start.tooLong', minutes: readyLimitMinutes, lacking, log });
    }
    for (const kept of processes) kept.markReady();
  }

  /** Ends everything in good order; called again with `immediately`, it hurries what still runs. */
  stop(immediately = false): Promise<void> {
    if (immediately && this.#stopping !== null) void this.#stopAll(true);
    this.#stopping ??= this.#stopAll(immediately);
    return this.#stopping;
  }

  async #stopAll(immediately: boolean): Promise<void> {
    this.#stopped.abort();
    if (!immediately) await this.#starting?.catch(() => undefined); // its failure is told to whoever called start()
    await this.#server?.stop(immediately);
    await this.#worker?.stop(immediately);
    await this.#warden?.stop(immediately);
    this.#endLogs();
    this.#releaseLock();
  }
}
