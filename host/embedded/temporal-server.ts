// The embedded Temporal: `temporal server start-dev` on loopback with its database file, logged, stopped in good order.
// Its program always opens an HTTP port too: what comes there is refused, whatever address it names.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../process/ports.ts';
import { commandLine, endProcess, isAlive, startLimitMs } from '../process/processes.ts';
import { searchAttributes } from '../process/search-attributes.ts';
import { StartFailure } from '../process/start-failure.ts';
import { logFile, openLog } from './data-folder.ts';
import { type Pulse, untilIll } from './temporal-pulse.ts';
import { isTemporalReady } from './temporal-ready.ts';

/** Its database is SQLite with a synchronous log, so that even the last signal loses nothing. */
export const temporalStopSignals = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 5_000],
] as const;

/** No request can carry a blank as its Host, and the allow-list holds nothing else. */
const closedHttp = ['frontend.httpAllowedHosts=[" "]', 'system.enableNexus=false'];

export interface TemporalPlan {
  /** Path of the `temporal` program. */
  program: string;
  namespace: string;
  withUi: boolean;
  /** The ports of an earlier start, to come back on. */
  ports?: TemporalPorts;
  /** How soon it counts as ill. */
  pulse?: Pulse;
}

export interface TemporalPorts {
  grpc: number;
  http: number;
  metrics: number;
  ui: number;
}

export interface TemporalAddresses {
  address: string;
  uiUrl: string | null;
  pid: number;
  ports: TemporalPorts;
}

export interface TemporalServer {
  addresses: TemporalAddresses;
  process: ChildProcess;
  /** What it answers once it lives and serves no longer; null when the signal came first. */
  untilIll: (signal: AbortSignal) => Promise<string | null>;
  stop: (immediately?: boolean) => Promise<void>;
}

/**
 * Starts Temporal on the data folder; one left behind by a killed parent is stopped first. A start that fails or is
 * told to stop leaves none behind.
 */
export async function startTemporal(
  dataFolder: string,
  plan: TemporalPlan,
  signal: AbortSignal = new AbortController().signal,
): Promise<TemporalServer> {
  const database = join(dataFolder, 'temporal.db');
  const pidFile = join(dataFolder, 'temporal.pid');
  await endOrphan(pidFile, database);
  const ports = plan.ports ?? (await newPorts());
  signal.throwIfAborted();
  const child = launch(dataFolder, database, plan, ports);
  const pid = child.pid ?? 0;
  if (pid > 0) writeFileSync(pidFile, String(pid), { mode: 0o600 });
  const stop = async (immediately = false) => {
    if (pid > 0) await endProcess(pid, immediately ? temporalStopSignals.slice(1) : temporalStopSignals);
    rmSync(pidFile, { force: true });
  };
  await untilReady({ child, port: ports.grpc, namespace: plan.namespace, dataFolder, signal }).catch(
    async (error: unknown) => {
      await stop(true);
      throw error;
    },
  );
  const uiUrl = plan.withUi ? `http://127.0.0.1:${ports.ui}` : null;
  const addresses = { address: `127.0.0.1:${ports.grpc}`, uiUrl, pid, ports };
  const asked = { port: ports.grpc, namespace: plan.namespace };
  const ill = (until: AbortSignal) => untilIll(asked, plan.pulse ?? {}, until);
  return { addresses, process: child, untilIll: ill, stop };
}

async function newPorts(): Promise<TemporalPorts> {
  const [grpc = 0, http = 0, metrics = 0, ui = 0] = await freePorts(4);
  return { grpc, http, metrics, ui };
}

async function endOrphan(pidFile: string, database: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (isAlive(pid) && commandLine(pid).includes(database)) await endProcess(pid, temporalStopSignals);
  rmSync(pidFile, { force: true });
}

function launch(
  dataFolder: string,
  database: string,
  plan: TemporalPlan,
  ports: TemporalPorts,
): ChildProcess {
  const log = openLog(dataFolder, 'temporal');
  const flags = [
    ...['--ip', '127.0.0.1', '--port', String(ports.grpc), '--http-port', String(ports.http)],
    ...['--metrics-port', String(ports.metrics), '--log-level', 'error', '--db-filename', database],
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=full'],
    ...(plan.withUi ? ['--ui-ip', '127.0.0.1', '--ui-port', String(ports.ui)] : ['--headless']),
    ...closedHttp.flatMap((setting) => ['--dynamic-config-value', setting]),
    ...(plan.namespace === 'default' ? [] : ['--namespace', plan.namespace]),
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
  return spawn(plan.program, ['server', 'start-dev', ...flags], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    cwd: dataFolder,
    detached: true, // a terminal's Ctrl-C must not stop it before those who use it
    stdio: ['ignore', log, log],
  });
}

interface Awaited {
  child: ChildProcess;
  port: number;
  namespace: string;
  dataFolder: string;
  signal: AbortSignal;
}

async function untilReady({ child, port, namespace, dataFolder, signal }: Awaited): Promise<void> {
  let spawnError: Error | null = null;
  child.on('error', (error) => {
    spawnError = error;
  });
  const log = logFile(dataFolder, 'temporal');
  const until = Date.now() + startLimitMs;
  while (Date.now() < until) {
    signal.throwIfAborted();
    if (spawnError !== null || child.exitCode !== null || child.signalCode !== null) {
      const why =
        spawnError === null
          ? (readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '')
          : String(spawnError);
      throw new StartFailure({ code: 'temporal.failed', why, log });
    }
    if (await isTemporalReady(port, namespace)) return;
    await sleep(50);
  }
  throw new StartFailure({ code: 'temporal.failed', why: `not ready after ${startLimitMs / 1000} s`, log });
}
