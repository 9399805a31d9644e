// Starts a warden and speaks with it. Used by the supervisor and by the tests' set-up.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { endProcess } from '../process/processes.ts';
import { StartFailure } from '../process/start-failure.ts';
import { openLog } from './data-folder.ts';
import { postgresStopSignals } from './postgres-server.ts';
import { temporalStopSignals } from './temporal-server.ts';
import type { EmbeddedServers, FromWarden, ServerName, ToWarden, WardenPlan } from './warden-messages.ts';

export interface Warden {
  pid: number;
  servers: EmbeddedServers;
  /** Makes the servers wait for this process's end before they stop. */
  ward: (pid: number) => void;
  /** Settles when the warden and its servers are gone; a second call may be more urgent. */
  stop: (immediately?: boolean) => Promise<void>;
  ended: Promise<void>;
}

export type Notice = Extract<FromWarden, { kind: 'restarting' | 'restarted' }>;

/**
 * Starts the embedded servers of a plan.
 * @param entry path of the built warden
 * @param signal tells a start that is under way to end
 * @throws StartFailure when a server cannot start; none is left running then
 */
export async function startWarden(
  entry: string,
  plan: WardenPlan,
  onNotice: (notice: Notice) => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<Warden> {
  if (!existsSync(entry)) throw new StartFailure({ code: 'build.missing', file: entry });
  const log = openLog(plan.dataFolder, 'warden');
  // detached: its own session, so that what a terminal sends to ours does not reach it
  const child = fork(entry, [], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: ['--enable-source-maps'],
  });
  const serverPids = new Map<ServerName, number>();
  const ended = exitOf(child).then(() => endServers(serverPids));
  const tell = (message: ToWarden) => void (child.connected && child.send(message));
  tell({ kind: 'start', plan });
  signal.addEventListener('abort', () => tell({ kind: 'stop', immediately: false }));
  const servers = await firstAnswer(child, ended, (notice) => {
    if (notice.kind === 'restarted') serverPids.set(notice.server, notice.pid);
    onNotice(notice);
  });
  if (servers.postgres !== null) serverPids.set('PostgreSQL', servers.postgres.pid);
  if (servers.temporal !== null) serverPids.set('Temporal', servers.temporal.pid);
  const stop = async (immediately = false) => {
    tell({ kind: 'stop', immediately });
    await ended;
  };
  return { pid: child.pid ?? 0, servers, ward: (pid) => tell({ kind: 'ward', pid }), stop, ended };
}

const exitOf = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()));

/** A warden that was killed could not stop its servers; one that ended in good order left none. */
async function endServers(pids: ReadonlyMap<ServerName, number>): Promise<void> {
  const signals = { Temporal: temporalStopSignals, PostgreSQL: postgresStopSignals };
  for (const name of ['Temporal', 'PostgreSQL'] as const) {
    const pid = pids.get(name);
    if (pid !== undefined) await endProcess(pid, signals[name]);
  }
}

function firstAnswer(
  child: ChildProcess,
  ended: Promise<void>,
  onNotice: (notice: Notice) => void,
): Promise<EmbeddedServers> {
  return new Promise((resolve, reject) => {
    let failure = new Error('the warden ended before its servers were ready; see log/warden.log');
    child.on('message', (message) => {
      const said = message as FromWarden; // our own child's words
      if (said.kind === 'started') resolve(said.servers);
      else if (said.kind === 'failed') failure = failureOf(said);
      else onNotice(said);
    });
    void ended.then(() => reject(failure));
  });
}

function failureOf(said: Extract<FromWarden, { kind: 'failed' }>): Error {
  return said.faults.length > 0 ? new StartFailure(...said.faults) : new Error(said.text);
}
