// Whose digests were made on which day. A programme's day is a round: whoever makes it may die in the middle, and another goes on.
import type { Database } from '../../database.ts';
import type { DigestLine } from './line.ts';

export interface DoneRound {
  day: string;
  /** What the next one tells begins here. */
  wallAt: string;
}

/** A digest as it is made, and where it goes besides the inbox. */
export interface MadeDigest {
  programme: string;
  account: string;
  day: string;
  madeAt: string;
  since: string;
  late: boolean;
  lines: readonly DigestLine[];
  sendings: readonly { channel: string; messageId: string }[];
}

export function roundsOf({ sql }: Pick<Database, 'sql'>) {
  return {
    last: async (programme: string): Promise<DoneRound | null> => {
      const [row] = await sql<DoneRound[]>`
        select day::text as day, to_json(wall_at) #>> '{}' as "wallAt" from digest_round
        where programme = ${programme} order by day desc limit 1`;
      return row ?? null;
    },
    /** Every day on which there was one, newest first, as far back as a digest that waits may reach. */
    days: async (programme: string): Promise<DoneRound[]> => [
      ...(await sql<DoneRound[]>`
        select day::text as day, to_json(wall_at) #>> '{}' as "wallAt" from digest_round
        where programme = ${programme} order by day desc limit 1000`),
    ],
    done: async (programme: string, { day, wallAt }: DoneRound): Promise<void> => {
      await sql`insert into digest_round (programme, day, wall_at) values (${programme}, ${day}, ${wallAt})
        on conflict do nothing`;
    },
    /** What each account was told last: the day, and the keys of its lines. */
    newest: async (programme: string): Promise<ReadonlyMap<string, { day: string; keys: string[] }>> => {
      const rows = await sql<{ account: string; day: string; keys: string[] }[]>`
        select distinct on (account) account, day::text as day,
          (select coalesce(json_agg(part ->> 'key'), '[]') from jsonb_array_elements(lines) line,
            jsonb_array_elements(line -> 'parts') part where not line ? 'standing') as keys
        from digest where programme = ${programme} order by account, day desc`;
      return new Map(rows.map(({ account, ...told }) => [account, told]));
    },
    /** False where it was made already. What is still on its way of those before is told with this one. */
    make: (made: MadeDigest): Promise<boolean> =>
      sql.begin(async (tx) => {
        const { programme, account, day, madeAt, since, late, lines, sendings } = made;
        const inserted = await tx`
          insert into digest (programme, account, day, made_at, since, late, lines)
          values (${programme}, ${account}, ${day}, ${madeAt}, ${since}, ${late}, ${JSON.stringify(lines)}::text::jsonb)
          on conflict do nothing returning 1`;
        if (inserted.length === 0) return false;
        const earlier = await tx<{ channel: string; since: string }[]>`
          update digest_sending set state = 'carriedOver', ended_at = now()
          where programme = ${programme} and account = ${account} and state = 'waiting' and day < ${day}::date
          returning channel, to_json(since) #>> '{}' as since`;
        for (const { channel, messageId } of sendings) {
          const untold = earlier.filter((one) => one.channel === channel).map((one) => one.since);
          const [from = since] = [since, ...untold].sort((a, b) => Date.parse(a) - Date.parse(b));
          await tx`insert into digest_sending (programme, account, day, channel, since, message_id)
            values (${programme}, ${account}, ${day}, ${channel}, ${from}, ${messageId})`;
        }
        return true;
      }),
  };
}
