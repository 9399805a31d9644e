// Whether an embedded Temporal still serves: a process that lives can have lost its database for good, and answer every
// question with an error until it is started again.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, isGrpcDeadlineError } from '@temporalio/client';
import { lazyTemporal } from '../process/temporal-connection.ts';

/** By default half a minute of nothing but errors; five minutes without any answer, which a starved machine also gives. */
const defaults = { everyMs: 5_000, errors: 6, silences: 30 };
const ANSWER_MS = 10_000;

export type Pulse = Partial<typeof defaults>;

/**
 * Asks it again and again, from its namespaces and from its list of runs.
 * @returns what it answered, once only a new start can help; null when the signal ended the asking
 */
export async function untilIll(
  { port, namespace }: { port: number; namespace: string },
  pulse: Pulse,
  signal: AbortSignal,
): Promise<string | null> {
  const { everyMs, errors, silences } = { ...defaults, ...pulse };
  const connection = lazyTemporal({ address: `127.0.0.1:${port}` });
  const count = { errors: 0, silences: 0 };
  try {
    while (!signal.aborted) {
      const fault = await faultOf(connection, namespace);
      if (fault === null) count.errors = count.silences = 0;
      else if (isGrpcDeadlineError(fault)) count.silences++;
      else count.errors++;
      if (count.errors >= errors || count.silences >= silences) return String(fault);
      await sleep(everyMs, undefined, { signal }).catch(() => undefined); // woken by the signal: the loop sees it
    }
    return null;
  } finally {
    await connection.close();
  }
}

/** Null when it answers as it should. */
async function faultOf(connection: Connection, namespace: string): Promise<unknown> {
  try {
    const until = Date.now() + ANSWER_MS;
    const { workflowService } = connection;
    await connection.withDeadline(until, () =>
      workflowService.listWorkflowExecutions({ namespace, pageSize: 1 }),
    );
    return null;
  } catch (error) {
    return error;
  }
}
