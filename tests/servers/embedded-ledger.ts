// The record of an installation that runs on its own PostgreSQL, as its worker reaches it.
import { join } from 'node:path';
import { livingPort } from '../../host/backup/running-cluster.ts';
import { appRole } from '../../host/embedded/postgres-roles.ts';
import { secretsOf } from '../../host/process/keys/secrets.ts';
import { type Ledger, openLedger } from '../../ledger/open.ts';

/** @throws where its PostgreSQL does not live */
export function embeddedLedger(dataFolder: string): Ledger {
  const cluster = join(dataFolder, 'postgres', 'cluster');
  const port = livingPort(cluster);
  if (port === null) throw new Error('its PostgreSQL does not live');
  const { postgresApp: password } = secretsOf(dataFolder, cluster);
  const url = `postgres://${appRole}:${encodeURIComponent(password)}@127.0.0.1:${port}/sekimori`;
  return openLedger(url, { connections: 2 });
}
