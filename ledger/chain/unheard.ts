// What other migrations have announced to one and its chain has not taken: a signal can be lost with the run that got it, the
// entry that announced it is not.

import type postgres from 'postgres';
import { announcedBy, type Word, wordsOf } from '../../machines/migration/announced.ts';
import { chainOf, programmeOf, systemOf } from '../../machines/record/chain.ts';
import type { Effect } from '../../machines/record/effect.ts';

import { bodyOf, effectsIn } from '../../machines/record/reader.ts';
import type { Database } from '../database.ts';
import type { Definitions } from '../definitions/definitions.ts';

/** A milestone of another system. */
export type Named = Pick<Word['submission']['fact'], 'system' | 'milestone'>;

/** The words for a migration on what it waits for that are newer than what its chain has taken of it, as they were said. */
export async function unheardWords(
  { sql }: Database,
  definitions: Definitions,
  chain: string,
  awaited: readonly Named[],
): Promise<Word['submission'][]> {
  const [code, system] = [programmeOf(chain), systemOf(chain)];
  const sources = [...new Set(awaited.map((one) => chainOf(code, one.system)))];
  const keys = new Set(awaited.map(keyOf));
  // Canonical JSON has no spaces; what else looks like it says nothing below.
  const saying = await sql<{ chain: string; body: string; effects: string }[]>`
    select chain, body, effects from entry
    where chain = any (${sources}::text[]) and effects like any (array
      ['%"kind":"announce"%', '%"kind":"revoke"%', '%"kind":"forsake"%'])
    order by chain, seq`;
  const unheard: Word['submission'][] = [];
  const known = new Map<string, number>();
  for (const entry of saying) {
    const { seq, versions } = bodyOf(entry);
    const { definition } = await definitions.migration(entry.chain, versions.definition);
    for (const { to, submission } of wordsOf(definition, effectsIn<Effect>(entry), seq)) {
      const key = keyOf(submission.fact);
      if (to !== system || !keys.has(key)) continue;
      const upTo = known.get(key) ?? (await heardUpTo(sql, chain, submission.fact));
      known.set(key, upTo);
      if (seq > upTo) unheard.push(submission);
    }
  }
  return unheard;
}

const keyOf = ({ system, milestone }: Named): string => `${system}/${milestone}`;

/** The place of the newest word about a milestone that a chain has taken; 0 before the first. */
export async function heardUpTo(
  sql: postgres.Sql | postgres.TransactionSql,
  chain: string,
  { system, milestone }: Named,
): Promise<number> {
  const rows = await sql<{ id: string }[]>`
    select body::jsonb ->> 'requestId' as id from entry
    where chain = ${chain} and request_key like 'migration:milestone/%'
      and body::jsonb -> 'fact' ->> 'system' = ${system}
      and body::jsonb -> 'fact' ->> 'milestone' = ${milestone}
    order by seq desc limit 1`;
  return announcedBy(rows[0]?.id ?? '') ?? 0;
}
