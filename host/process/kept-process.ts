// Keeps one child process running: starts it, starts it again when it ends unasked, each time after a longer wait.
// Knows nothing of what the process does.
import { type ChildProcess, fork } from 'node:child_process';
import { closeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { logFile, openLog } from '../embedded/data-folder.ts';
import { stopMessage } from './parent.ts';
import { waitForEnd } from './processes.ts';
import { StartFailure, WRONG_USE } from './start-failure.ts';

/** A small young generation: the worker's two isolates otherwise keep tens of MiB that are garbage (docs/numbers.md). */
export const processFlags = [
  '--enable-source-maps',
  '--max-semi-space-size=4',
  '--heap-growing-percent=30',
] as const;
/** A worker's besides. @param built its program, in the folder that it was built into */
export const workerFlags = (built: string): string[] => [
  '--import',
  new URL('untraced-promises.js', pathToFileURL(built)).href,
];
/** glibc makes up to eight heaps per core for native threads and gives little of them back; other libcs ignore this. */
export const processEnvironment = { MALLOC_ARENA_MAX: '2' } as const;

const firstWaitMs = 500;
const longestWaitMs = 30_000;
/** After running this long a process is sound again and its next end is a first one. */
const soundAfterMs = 60_000;
const endsBeforeReady = 3;
const stopLimitMs = 20_000;

export interface ProcessPlan {
  name: string;
  entry: string;
  env: NodeJS.ProcessEnv;
  /** Of Node, besides those of all our processes. */
  flags?: readonly string[];
  dataFolder: string;
  onStart: (pid: number) => void;
  onMessage: (message: unknown) => void;
  onEnd: (why: string, waitMs: number) => void;
  /** Why it ended with WRONG_USE, by what it has said. */
  whyWrong: () => StartFailure;
}

export class KeptProcess {
  readonly #plan: ProcessPlan;
  #child: ChildProcess | null = null;
  #again: NodeJS.Timeout | undefined;
  #waitMs = firstWaitMs;
  #ends = 0;
  #stopping = false;
  #isReady = false;
  #giveUp: (failure: StartFailure) => void = () => undefined;
  /** Rejects when the process keeps ending before anybody called `markReady`. */
  readonly failing: Promise<never>;

  constructor(plan: ProcessPlan) {
    this.#plan = plan;
    this.failing = new Promise((_, reject) => {
      this.#giveUp = reject;
    });
    this.failing.catch(() => undefined); // whoever waits for readiness hears it; later ends are restarted
    this.#start();
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  markReady(): void {
    this.#isReady = true;
  }

  #start(): void {
    const { name, entry, env, flags = [], dataFolder } = this.#plan;
    const log = openLog(dataFolder, name);
    const child = fork(entry, [], {
      env: { ...processEnvironment, ...env },
      stdio: ['ignore', log, log, 'ipc'],
      execArgv: [...processFlags, ...flags],
    });
    closeSync(log);
    const startedAt = Date.now();
    this.#child = child;
    child.on('message', (message) => this.#plan.onMessage(message));
    child.once('error', (error) => this.#ended(error.message, startedAt));
    child.once('exit', (code, signal) => {
      // Told by `close`, once all that it said has come.
      if (code === WRONG_USE && !this.#isReady) child.once('close', () => this.#endedWrong());
      else this.#ended(signal ?? `exit ${code}`, startedAt);
    });
    if (child.pid !== undefined) this.#plan.onStart(child.pid);
  }

  /** Starting it again mends nothing. */
  #endedWrong(): void {
    this.#child = null;
    if (!this.#stopping) this.#giveUp(this.#plan.whyWrong());
  }

  #ended(why: string, startedAt: number): void {
    this.#child = null;
    if (this.#stopping) return;
    this.#ends += 1;
    if (!this.#isReady && this.#ends >= endsBeforeReady) {
      const log = logFile(this.#plan.dataFolder, this.#plan.name);
      this.#giveUp(new StartFailure({ code: 'process.failing', name: this.#plan.name, log, why }));
      return;
    }
    if (Date.now() - startedAt > soundAfterMs) this.#waitMs = firstWaitMs;
    this.#plan.onEnd(why, this.#waitMs);
    this.#again = setTimeout(() => this.#start(), this.#waitMs);
    this.#waitMs = Math.min(this.#waitMs * 2, longestWaitMs);
  }

  /** Ends the process in good order, or at once; settles when it is gone. */
  async stop(immediately = false): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#again);
    const child = this.#child;
    if (child?.pid === undefined) return;
    if (immediately) child.kill('SIGKILL');
    else if (child.connected) child.send(stopMessage);
    if (await waitForEnd(child.pid, stopLimitMs)) return;
    child.kill('SIGKILL');
    await waitForEnd(child.pid, 5_000);
  }
}
