// A server's first start in a process of its own, to be killed at any moment: takes the programme in and tells its
// lines to the parent. Run by loading.test.ts.
import { Client } from '@temporalio/client';
import { pino } from 'pino';
import { exitWithParent } from '../../host/process/parent.ts';
import { connectTemporal } from '../../host/process/temporal-connection.ts';
import { openLedger } from '../../ledger/open.ts';
import { composeParts } from '../../server/compose.ts';
import { openProgramme } from '../../server/intake/opening.ts';
import { givenKeys } from '../../server/keys/keyring.ts';
import { signer } from '../builders/signing.ts';

exitWithParent(async () => undefined); // killed at any moment, it leaves what the next start takes up
const [databaseUrl = '', address = '', taskQueue = '', folder = ''] = process.argv.slice(2);

const ledger = openLedger(databaseUrl, { connections: 4 });
const connection = await connectTemporal({ address });
const parts = composeParts({
  ledger,
  temporal: new Client({ connection }),
  taskQueue,
  heldKeys: givenKeys(signer),
  secret: 'a secret of tests that is long enough to sign cookies',
  operatorToken: null,
  consoleFolder: null,
  remoteAddress: () => '127.0.0.1',
  isHttps: () => false,
  hostNames: new Set(),
  metricsToken: null,
  log: pino({ level: 'silent' }),
});
const tell = (lines: string[]) =>
  new Promise<void>((resolve) => process.send?.({ lines }, () => resolve()) ?? resolve());
await openProgramme(parts, folder, tell, new AbortController().signal);
await connection.close();
await ledger.close();
process.disconnect?.();
