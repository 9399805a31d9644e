// Stores the histories of running workflows for replay.test.ts, without the names of the machines they ran on, and beside them the
// definitions that they name (from the record at DATABASE_URL):
// DATABASE_URL=… node --import tsx tests/durable/record-history.ts ADDRESS RELEASE WORKFLOW_ID...
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { connectTemporal } from '../../host/process/temporal-connection.ts';
import { openLedger } from '../../ledger/open.ts';
import { canonical } from '../../machines/record/entry.ts';
import { DEFINITION_REF } from '../../workflows/messages.ts';

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

/** What is asked for by its digest lies in the record alone; a payload that names one is too short to be packed. */
async function keepDefinitions(digests: readonly string[]): Promise<void> {
  const { DATABASE_URL: url } = process.env;
  if (url === undefined) throw new Error('DATABASE_URL: where the definitions lie that the histories name');
  const ledger = openLedger(url, { connections: 1 });
  try {
    for (const digest of digests) {
      const definition = await ledger.definitions.byDigest(digest);
      if (definition === null) throw new Error(`no definition is kept by ${digest}`);
      writeFileSync(`${folder}${digest}.definition`, canonical(definition));
    }
  } finally {
    await ledger.close();
  }
}

const named = new Set<string>();
const connection = await connectTemporal({ address });
const client = new Client({ connection });
mkdirSync(folder, { recursive: true });
for (const workflowId of workflowIds) {
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  withoutMachines(history);
  const bytes = History.encode(history).finish();
  writeFileSync(`${folder}${workflowId.replaceAll('/', '-')}.history`, bytes);
  const names = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(new RegExp(`${DEFINITION_REF}([0-9a-f]{64})`, 'g'));
  for (const [, digest] of names) if (digest) named.add(digest);
}
if (named.size > 0) await keepDefinitions([...named]);
await connection.close();
