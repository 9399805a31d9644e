// Hears from PostgreSQL that chains have moved, over one connection that is opened again whenever it is lost. What happened meanwhile is not
// told later: whoever listens learns that they have to look for themselves.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Database } from '../database.ts';

const CHANNEL = 'sekimori_moves';
/** A sign of life goes round this often; after so many that did not come back, the connection is taken for lost. */
const BEAT_MS = 4_000;
const MOST_MISSED = 2;
const AGAIN_MS = 1_000;

export interface Moved {
  chain: string;
  seq: number;
}

export interface Hearing {
  moved: (moved: Moved) => void;
  /** From now on all is heard; what was before may not have been. */
  listening: () => void;
  /** Nothing is heard until `listening` again. */
  away: (why: unknown) => void;
}

/** Listens until the signal ends it. */
export async function listenToMoves(
  database: Pick<Database, 'sql' | 'alone'>,
  hear: Hearing,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const connection = database.alone();
    const why = await listenOnce({ database, connection, hear, signal }).catch((error: unknown) => error);
    if (!signal.aborted) hear.away(why);
    await connection.end({ timeout: 1 });
    await pause(AGAIN_MS, undefined, { signal }).catch(ended);
  }
}

interface Listening {
  database: Pick<Database, 'sql'>;
  connection: Sql;
  hear: Hearing;
  signal: AbortSignal;
}

/** Gives why it ended, where nothing threw. */
async function listenOnce({ database, connection, hear, signal }: Listening): Promise<unknown> {
  const own = `beat ${randomBytes(9).toString('base64url')}`;
  let missed = 0;
  const heard = (said: string) => {
    if (said === own) missed = 0;
    else hearMove(said, hear);
  };
  await connection.listen(CHANNEL, heard, hear.listening);
  while (missed <= MOST_MISSED) {
    missed += 1;
    await database.sql`select pg_notify(${CHANNEL}, ${own})`;
    await pause(BEAT_MS, undefined, { signal }).catch(ended);
    if (signal.aborted) return null;
  }
  return new Error('the connection that listens hears nothing');
}

/** A pause that was cut short by the end of it all. */
const ended = (): void => undefined;

/** Another server's sign of life is no move. */
function hearMove(said: string, hear: Hearing): void {
  const [chain = '', seq = ''] = said.split(' ');
  if (/^\d+$/.test(seq)) hear.moved({ chain, seq: Number(seq) });
}
