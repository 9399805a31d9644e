// The servers every engine test relies on: there, ours, and able to skip time.
import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import postgres from 'postgres';
import { expect, inject, test } from 'vitest';
import { searchAttributes } from '../../host/process/search-attributes.ts';
import { connectTemporal } from '../../host/process/temporal-connection.ts';
import { createEmptyDatabase } from '../servers/empty-database.ts';
import { startTimeSkipping } from '../servers/time-skipping.ts';

test('a test gets a database of its own, whose application role may not create tables', async () => {
  const database = await createEmptyDatabase();
  const [owner, app] = [postgres(database.ownerUrl, { max: 1 }), postgres(database.appUrl, { max: 1 })];
  await owner`create table kept (id int)`;
  await expect(app`create table mine (id int)`).rejects.toMatchObject({ code: '42501' });
  await expect(app`select * from kept`).rejects.toMatchObject({ code: '42501' });
  const [settings] =
    await owner`select current_setting('data_checksums') as sums, current_setting('server_encoding') as encoding,
    current_setting('listen_addresses') as listen, 'ｶﾞ' || '世' as text`;
  expect(settings).toEqual({ sums: 'on', encoding: 'UTF8', listen: '127.0.0.1', text: 'ｶﾞ世' });
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
  await expect(postgres(database.appUrl, { max: 1 })`select 1`).rejects.toMatchObject({ code: '3D000' });
});

test('the shared Temporal knows our search attributes', async () => {
  const connection = await connectTemporal({ address: inject('temporalAddress') });
  const listed = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
  expect(Object.keys(listed.customAttributes ?? {})).toEqual(
    expect.arrayContaining(Object.keys(searchAttributes)),
  );
  await new Client({ connection }).connection.close();
});

test('the time-skipping server sleeps forty days in a moment', async () => {
  const env = await startTimeSkipping();
  try {
    const workflowsPath = new URL('./sleep-workflow.ts', import.meta.url).pathname;
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: 'sleep',
      workflowsPath,
    });
    const sleptMs = await worker.runUntil(
      env.client.workflow.execute('sleepWorkflow', {
        workflowId: 'sleep',
        taskQueue: 'sleep',
        args: ['40 days'],
      }),
    );
    expect(sleptMs).toBeGreaterThanOrEqual(40 * 86_400_000);
  } finally {
    await env.teardown();
  }
});
