// A connection to Temporal closed while a call waits to be tried again: the call ends, and the process goes on.
import { setTimeout as sleep } from 'node:timers/promises';
import { isGrpcCancelledError } from '@temporalio/client';
import { describe, expect, it } from 'vitest';
import { lazyTemporal } from '../../host/process/temporal-connection.ts';

/** Nobody listens there, so a call fails at once and is tried again after at least 80 ms. */
const NOBODY = '127.0.0.1:1';
const fails = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

describe('a connection that is closed', { timeout: 20_000 }, () => {
  it('ends the calls that wait to be tried again', async () => {
    const connection = lazyTemporal({ address: NOBODY });
    const calls = [1, 2, 3].map(() => fails(connection.workflowService.getSystemInfo({})));
    await sleep(30);
    await connection.close();
    for (const error of await Promise.all(calls)) expect(isGrpcCancelledError(error)).toBe(true);
  });
  it('refuses a call made afterwards', async () => {
    const connection = lazyTemporal({ address: NOBODY });
    await connection.close();
    expect(await fails(connection.workflowService.getSystemInfo({}))).toSatisfy(isGrpcCancelledError);
  });
});
