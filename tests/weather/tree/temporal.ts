// The tree's own Temporal, asked as whoever operates it would.
import { Client, Connection } from '@temporalio/client';
import type { Tree } from './tree.ts';

/** @throws where the tree has not said where it is */
export async function withTemporal<T>(
  { said }: Pick<Tree, 'said'>,
  ask: (client: Client) => Promise<T>,
): Promise<T> {
  const address = /^\s+Temporal\s+(\S+:\d+)/m.exec(said())?.[1];
  if (address === undefined) throw new Error('it did not say where its Temporal is');
  const connection = await Connection.connect({ address });
  try {
    return await ask(new Client({ connection }));
  } finally {
    await connection.close();
  }
}
