// A small process that owns the embedded servers. When the channel to its parent closes, for whatever reason, it stops
// them in good order: so that not even a killed parent leaves one behind. Knows nothing of what uses them.
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, startToken } from '../process/processes.ts';
import { StartFailure } from '../process/start-failure.ts';
import { startPostgres } from './postgres-server.ts';
import { startTemporal, type TemporalPlan } from './temporal-server.ts';
import type { FromWarden, ServerName, ToWarden, WardenPlan } from './warden-messages.ts';

/** How long those who use the servers have to end by themselves once the parent is gone. */
const wardLimitMs = 15_000;

interface Running {
  addresses: { pid: number };
  process: {
    once: (event: 'exit', listener: (code: number | null, signal: string | null) => void) => unknown;
  };
  untilIll?: (signal: AbortSignal) => Promise<string | null>;
  stop: (immediately?: boolean) => Promise<void>;
}

/** By id, with the token that tells a process from a later one of the same id. */
const wards = new Map<number, string>();
const running = new Map<ServerName, Running>();
let stopping = false;
/** Told to starts that are under way: they end what they have launched. */
const abandoned = new AbortController();
/** What is being started; a stop waits for it, so that nothing is launched behind its back. */
const starting = new Set<Promise<unknown>>();

function tell(message: FromWarden): void {
  if (process.connected) process.send?.(message);
}

async function start(plan: WardenPlan): Promise<void> {
  const { dataFolder } = plan;
  const startOf = {
    postgres: (port?: number) => startPostgres(dataFolder, port, abandoned.signal),
    temporal: (temporal: TemporalPlan) => startTemporal(dataFolder, temporal, abandoned.signal),
  };
  const [postgres, temporal] = await both(
    plan.postgres === null ? null : kept('PostgreSQL', startOf.postgres(plan.postgres.port)),
    plan.temporal === null ? null : kept('Temporal', startOf.temporal(plan.temporal)),
  );
  const { postgres: database, temporal: engine } = {
    postgres: postgres?.addresses,
    temporal: temporal?.addresses,
  };
  if (postgres) watch('PostgreSQL', postgres, () => startOf.postgres(database?.port));
  if (temporal && plan.temporal && engine) {
    const again = { ...plan.temporal, ports: engine.ports };
    watch('Temporal', temporal, () => startOf.temporal(again));
  }
  tell({ kind: 'started', servers: { postgres: database ?? null, temporal: engine ?? null } });
}

/** The first failure tells the other to end, and both are waited for: none is still starting when it is told. */
async function both<A, B>(a: Promise<A> | null, b: Promise<B> | null): Promise<[A | null, B | null]> {
  try {
    return await Promise.all([a, b]);
  } catch (error) {
    abandoned.abort();
    await Promise.allSettled([a, b]);
    throw error;
  }
}

async function kept<S extends Running>(name: ServerName, start: Promise<S>): Promise<S> {
  starting.add(start);
  try {
    const server = await start;
    running.set(name, server);
    return server;
  } finally {
    starting.delete(start);
  }
}

/**
 * A server that ends without being asked is started again where it was; each failure waits longer. One that lives and is
 * ill is ended for it.
 */
function watch(name: ServerName, server: Running, startAgain: () => Promise<Running>): void {
  const life = new AbortController();
  let illness: string | null = null;
  server.process.once('exit', (code, signal) => {
    life.abort();
    if (stopping) return;
    tell({ kind: 'restarting', server: name, why: illness ?? signal ?? `exit ${code}` });
    void restart(name, startAgain, 500);
  });
  void server.untilIll?.(life.signal).then(async (answer) => {
    if (answer === null || stopping) return;
    illness = answer;
    await server.stop();
  });
}

async function restart(name: ServerName, startAgain: () => Promise<Running>, waitMs: number): Promise<void> {
  await sleep(waitMs);
  if (stopping) return;
  try {
    const server = await kept(name, startAgain());
    watch(name, server, startAgain);
    tell({ kind: 'restarted', server: name, pid: server.addresses.pid });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({ kind: 'restarting', server: name, why });
    await restart(name, startAgain, Math.min(waitMs * 2, 30_000));
  }
}

/** Temporal before PostgreSQL: the one that asks before the one that answers. */
async function stop(immediately: boolean): Promise<void> {
  if (stopping) return;
  stopping = true;
  abandoned.abort();
  await Promise.allSettled(starting);
  const living = [...wards].filter(([pid, token]) => startToken(pid) === token);
  await Promise.all(living.map(([pid]) => endProcess(pid, wardSignals(immediately))));
  await running.get('Temporal')?.stop(immediately);
  await running.get('PostgreSQL')?.stop(immediately);
  process.exit(0);
}

/** A ward also sees its parent gone and ends by itself; one that hangs must not outlive the servers. */
function wardSignals(immediately: boolean): [NodeJS.Signals, number][] {
  return immediately
    ? [['SIGKILL', 2_000]]
    : [
        ['SIGTERM', wardLimitMs],
        ['SIGKILL', 2_000],
      ];
}

async function startOrFail(plan: WardenPlan): Promise<void> {
  try {
    await start(plan);
  } catch (error) {
    if (stopping) return;
    const faults = error instanceof StartFailure ? [...error.faults] : [];
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ kind: 'failed', faults, text });
    await stop(false);
  }
}

process.umask(0o077); // what the servers write is their owner's alone
process.on('message', (message) => {
  const command = message as ToWarden; // our own parent's words
  if (command.kind === 'start') void startOrFail(command.plan);
  else if (command.kind === 'ward') wards.set(command.pid, startToken(command.pid));
  else void stop(command.immediately);
});
process.on('disconnect', () => void stop(false));
process.on('SIGTERM', () => void stop(false));
process.on('SIGINT', () => undefined); // a terminal's Ctrl-C; the parent decides the order
