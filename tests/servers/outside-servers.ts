// What `npm start` is given so that it uses the run's own servers: a namespace and a database for itself. Its embedded ones
// have tests of their own; one more of each costs more than most tests do.
import { msToTs } from '@temporalio/common/lib/time';
import { inject } from 'vitest';
import { connectTemporal } from '../../host/process/temporal-connection.ts';
import { createEmptyDatabase } from './empty-database.ts';

export interface OutsideServers {
  env: Record<string, string>;
  drop: () => Promise<void>;
}

const retention = msToTs('1 day');

/** @param name of a namespace that is not there yet */
export async function createOutsideServers(
  name: string,
  makeDatabase = createEmptyDatabase,
): Promise<OutsideServers> {
  const address = inject('temporalAddress');
  const connection = await connectTemporal({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace: name,
      workflowExecutionRetentionPeriod: retention,
    });
  } finally {
    await connection.close();
  }
  const database = await makeDatabase();
  const env = {
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: name,
    DATABASE_URL: database.appUrl,
    SEKIMORI_OWNER_DATABASE_URL: database.ownerUrl,
  };
  return { env, drop: database.drop };
}
