// A child process ends with its parent: when the supervisor says stop, or is gone. Knows nothing of what the child does.

const stopLimitMs = 15_000;

export interface Parent {
  /** What to do before ending; until it is said there is nothing to put in order. */
  onStop: (stop: () => Promise<void>) => void;
}

/**
 * Stops this process in good order when its parent asks for it or disappears, or on a signal where it has no parent.
 * Call once, first of all. What `onStop` was given is called once; the process then exits with 0, or with 1 if that
 * failed or took too long.
 */
export function watchParent(): Parent {
  let stopInOrder: () => Promise<void> = async () => undefined;
  let stopping = false;
  const end = (why: string) => {
    if (stopping) return;
    stopping = true;
    const limit = setTimeout(() => process.exit(1), stopLimitMs);
    limit.unref();
    stopInOrder().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`stopping (${why}) failed`, error);
        process.exit(1);
      },
    );
  };
  listen(end);
  return {
    onStop: (stop) => {
      stopInOrder = stop;
    },
  };
}

/** For a process that has nothing to do before it can stop. */
export const exitWithParent = (stop: () => Promise<void>): void => watchParent().onStop(stop);

function listen(end: (why: string) => void): void {
  process.on('SIGTERM', () => end('SIGTERM'));
  if (process.send === undefined) {
    process.on('SIGINT', () => end('SIGINT'));
    return;
  }
  process.on('SIGINT', () => undefined); // a terminal's Ctrl-C reaches every process; the parent decides the order
  process.on('disconnect', () => end('parent gone'));
  process.on('message', (message) => {
    if (isStop(message)) end('asked');
  });
  // Gone before we were there: whoever watches says first, in this turn, what is to be put in order.
  if (!process.connected) queueMicrotask(() => end('parent gone'));
}

export const stopMessage = { kind: 'stop' } as const;

function isStop(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'stop';
}
