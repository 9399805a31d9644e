// Starts and kills workers that are processes of their own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';
import { builtProgram } from '../servers/built-program.ts';
import type { Fault, Orders } from './fault-worker.ts';
import type { Rig } from './rig.ts';

type Where = Pick<Orders, 'address' | 'aheadMs' | 'isCaching'>;

/** A worker process on a rig's queue, working when this comes back. Closing the rig kills it. */
export async function startProcess(
  rig: Rig,
  fault: Fault | null = null,
  { address = inject('temporalAddress'), aheadMs = 0, isCaching = true }: Partial<Where> = {},
): Promise<ChildProcess> {
  const orders: Orders = {
    address,
    ...{ aheadMs, isCaching },
    databaseUrl: rig.database.appUrl,
    taskQueue: rig.taskQueue,
    bundlePath: inject('workflowBundlePath'),
    fault,
  };
  const child = spawn(process.execPath, [builtProgram('durable/fault-worker'), JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'], // it ends when we are gone
  });
  rig.working.add(() => kill(child));
  for await (const line of child.stdout ?? []) if (String(line).includes('working')) break;
  return child;
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
