// A person's own digests, as their inbox shows them.
import type { Database } from '../../database.ts';
import { type Carried, channelsOfDigest } from './carried.ts';
import type { DigestLine } from './line.ts';

export interface KeptDigest extends Carried {
  day: string;
  late: boolean;
  lines: DigestLine[];
}

export const digestsReadOf = ({ sql }: Pick<Database, 'sql'>) => ({
  newest: async (programme: string, account: string): Promise<KeptDigest | null> => {
    const [row] = await sql<KeptDigest[]>`
      select day::text as day, to_json(made_at) #>> '{}' as "madeAt", late, lines, to_json(read_at) #>> '{}' as "readAt",
        ${channelsOfDigest({ sql })} as channels
      from digest d where programme = ${programme} and account = ${account} order by day desc limit 1`;
    return row ?? null;
  },
  /** With those before it: whoever reads the newest has the rest behind them. */
  markRead: async (programme: string, account: string, day: string): Promise<void> => {
    await sql`update digest set read_at = now()
      where programme = ${programme} and account = ${account} and day <= ${day}::date and read_at is null`;
  },
});
