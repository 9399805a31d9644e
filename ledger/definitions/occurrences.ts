// What happened around a programme and a migration of it, whose deadlines are counted from that, has not been told: as the words that
// it is to take. Of one thing the newest word alone: what was put right before it was told is told as it stands.
import type postgres from 'postgres';
import { awaitedOccurrences } from '../../machines/migration/occurrences/acts.ts';
import { isNews, type OccurrenceWord, occurrenceWordOf } from '../../machines/programme/occurrences/word.ts';
import { programmeOf } from '../../machines/record/chain.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import type { Definitions } from './definitions.ts';

type Sql = postgres.Sql | postgres.TransactionSql;

/** In the order of the programme's chain. */
export async function untoldOccurrences(
  sql: Sql,
  definitions: Pick<Definitions, 'inForce'>,
  chain: string,
): Promise<OccurrenceWord[]> {
  const kept = await definitions.inForce(chain);
  const awaited = kept?.kind === 'migration' ? awaitedOccurrences(kept.definition) : [];
  if (awaited.length === 0) return [];
  const rows = await sql<{ body: string }[]>`
    select body from (
      select distinct on (body::jsonb -> 'fact' ->> 'id') seq, body from entry
      where chain = ${programmeOf(chain)} and type like 'occurrence.%'
        and body::jsonb -> 'fact' ->> 'id' = any (${awaited}::text[])
      order by body::jsonb -> 'fact' ->> 'id', seq desc
    ) as newest order by seq`;
  if (rows.length === 0) return [];
  const told = await toldUpTo(sql, chain);
  return rows.flatMap((row) => {
    const word = occurrenceWordOf(bodyOf(row));
    return word && isNews(word, told.get(word.fact.occurrence) ?? 0) ? [word] : [];
  });
}

/** Of each occurrence the entry of the programme's chain that its newest word rests on. */
async function toldUpTo(sql: Sql, chain: string): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ occurrence: string; upTo: number }[]>`
    select body::jsonb -> 'fact' ->> 'occurrence' as occurrence,
      max((body::jsonb -> 'fact' ->> 'entry')::integer) as "upTo"
    from entry where chain = ${chain} and type like 'occurrence.%' group by 1`;
  return new Map(rows.map(({ occurrence, upTo }) => [occurrence, upTo]));
}
