// In which phase a migration stood when each of its entries was recorded: as the snapshot before it says; and which entry it names.
import type { Database } from '../database.ts';

export interface Stood {
  chain: string;
  seq: number;
  type: string;
  /** The entry that a correction, or who looked at a decision, names. */
  names: number | null;
  /** Null of a chain's first entry, which the beginning of the path precedes. */
  phase: string | null;
}

export function phasesStood({ sql }: Database, chains: readonly string[]): Promise<Stood[]> {
  return sql<Stood[]>`
    select chain, seq, type, case when type like 'correction.%' or type = 'decision.seen'
        then (body::jsonb #>> '{fact,entry}')::integer end as names, lag(case jsonb_typeof(path)
      when 'object' then (select key from jsonb_each(path) limit 1) else path #>> '{}' end)
      over (partition by chain order by seq) as phase
    from (select chain, seq, type, body, snapshot::jsonb -> 'value' -> 'path' as path from entry
      where chain = any (${[...chains]}::text[])) as kept
    order by chain, seq`;
}
