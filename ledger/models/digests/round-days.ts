// On which days of a programme's clock digests were made, and when that was by the wall: what a reader who has heard nothing since an
// instant was last told of.
import type { Database } from '../../database.ts';

export interface RoundDay {
  day: string;
  wallAt: string;
}

/** Newest first; as far back as a digest that waits may reach. */
export async function roundDays({ sql }: Pick<Database, 'sql'>, programme: string): Promise<RoundDay[]> {
  return sql<RoundDay[]>`
    select day::text as day, to_json(wall_at) #>> '{}' as "wallAt" from digest_round
    where programme = ${programme} order by day desc limit 1000`;
}
