// A Temporal that is not ours: reached, its namespace there, and our search attributes registered with it.
import type { Connection } from '@temporalio/client';
import { type Environment, temporalConnection } from './environment.ts';
import { searchAttributes } from './search-attributes.ts';
import { StartFailure } from './start-failure.ts';
import { connectTemporal } from './temporal-connection.ts';

/** For one that is being started beside us, or is slow; the address was said before. */
const connectLimit = '30s';
/** `IndexedValueType` of Temporal's API, by name. */
const indexedValueType = { Keyword: 2, Bool: 5, Datetime: 6 } as const;

/** @throws StartFailure when it cannot be reached, or lacks what we need and will not take it */
export const prepareOutsideTemporal = (environment: Environment): Promise<void> =>
  withNamespace(environment, ensureSearchAttributes);

/**
 * What is done with a connection to it, once its namespace is known to be there.
 * @throws StartFailure when it cannot be reached, or has no such namespace
 */
export async function withNamespace(
  environment: Environment,
  act: (connection: Connection, address: string, namespace: string) => Promise<void>,
): Promise<void> {
  const options = temporalConnection(environment);
  const { address } = options;
  const { namespace } = environment.temporal;
  const connection = await connectTemporal({ ...options, connectTimeout: connectLimit }).catch(
    (error: unknown) => {
      throw new StartFailure({ code: 'temporal.unreachable', address, why: reason(error) });
    },
  );
  try {
    await connection.workflowService.describeNamespace({ namespace }).catch((error: unknown) => {
      throw new StartFailure({ code: 'temporal.namespace', address, namespace, why: reason(error) });
    });
    await act(connection, address, namespace);
  } finally {
    await connection.close();
  }
}

async function ensureSearchAttributes(
  connection: Connection,
  address: string,
  namespace: string,
): Promise<void> {
  let missing = Object.keys(searchAttributes);
  try {
    const listed = await connection.operatorService.listSearchAttributes({ namespace });
    const there = listed.customAttributes ?? {};
    const wanted = Object.entries(searchAttributes).filter(([name]) => there[name] === undefined);
    missing = wanted.map(([name]) => name);
    if (missing.length === 0) return;
    const additions = Object.fromEntries(wanted.map(([name, type]) => [name, indexedValueType[type]]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: additions });
  } catch (error) {
    throw new StartFailure({
      code: 'temporal.searchAttributes',
      address,
      namespace,
      missing: missing.join(', '),
      why: reason(error),
    });
  }
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
