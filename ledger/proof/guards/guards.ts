// The guards of the database against those that the schema changes of this program put up: what a fresh database has of them stands
// in as-made.json (`node --import tsx tests/proof/make-guards.ts` writes it anew; a test compares the two).
import type postgres from 'postgres';
import type { Findings } from '../findings.ts';
import asMade from './as-made.json' with { type: 'json' };
import { type Guard, guardsOf } from './catalogue.ts';

export async function checkGuards(tx: postgres.TransactionSql, findings: Findings): Promise<void> {
  const there = byName(await guardsOf(tx));
  // What `as-made.json` holds was written from guards.
  const made = byName(asMade as Guard[]);
  findings.looked('guards', made.size);
  const say = ({ what, of, name }: Guard, how: string) =>
    findings.found({ chain: of, seq: 0, what, recordedAt: null, detail: `${name}: ${how}` });
  for (const [key, guard] of made) {
    const found = there.get(key);
    if (found === undefined) say(guard, 'gone');
    else if (found.is !== guard.is) say(guard, 'differs');
  }
  for (const [key, guard] of there) if (!made.has(key)) say(guard, 'added');
}

const byName = (guards: readonly Guard[]): Map<string, Guard> =>
  new Map(guards.map((guard) => [`${guard.what} ${guard.of} ${guard.name}`, guard]));
