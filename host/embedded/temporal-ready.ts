// Whether an embedded Temporal answers with our search attributes registered: asked as its clients ask, over gRPC.
import { connect } from 'node:net';
import { searchAttributes } from '../process/search-attributes.ts';
import { lazyTemporal } from '../process/temporal-connection.ts';

/** False while it is not there yet; the caller's time limit decides. */
export async function isTemporalReady(port: number, namespace: string): Promise<boolean> {
  if (!(await listens(port))) return false;
  const connection = lazyTemporal({ address: `127.0.0.1:${port}` });
  try {
    const { customAttributes } = await connection.withDeadline(Date.now() + 5_000, () =>
      connection.operatorService.listSearchAttributes({ namespace }),
    );
    return Object.keys(searchAttributes).every((name) => customAttributes?.[name] !== undefined);
  } catch {
    return false; // it listens before it serves
  } finally {
    await connection.close();
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
