// Stores the histories of running workflows for replay.test.ts, without the names of the machines they ran on:
// node --import tsx tests/durable/record-history.ts ADDRESS RELEASE WORKFLOW_ID...
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { connectTemporal } from '../../host/process/temporal-connection.ts';

const { History } = proto.temporal.api.history.v1;
const [address = '127.0.0.1:7233', release = 'unreleased', ...workflowIds] = process.argv.slice(2);
const folder = fileURLToPath(new URL(`../histories/${release}/`, import.meta.url));

/** `pid@machine`, in an identity or in the name of a worker's own queue. */
const MACHINE = /^\d+@\S+/;

function withoutMachines(value: unknown): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'string' && MACHINE.test(part)) Object.assign(value, { [key]: 'worker' });
    else withoutMachines(part);
  }
}

const connection = await connectTemporal({ address });
const client = new Client({ connection });
mkdirSync(folder, { recursive: true });
for (const workflowId of workflowIds) {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  withoutMachines(history);
  writeFileSync(`${folder}${workflowId.replaceAll('/', '-')}.history`, History.encode(history).finish());
}
await connection.close();
