// Who was warned of a system's deadlines: in which digest, by which channel, with what result, and when it was read in the inbox.
import type { Text } from '../../../machines/definition/definition.ts';
import type { Database } from '../../database.ts';

export interface Warning {
  deadline: string;
  dueOn: string;
  account: string;
  name: string;
  posts: string[];
  day: string;
  /** Instants as PostgreSQL writes them in JSON. */
  madeAt: string;
  late: boolean;
  text: Text;
  readAt: string | null;
  channels: {
    channel: string;
    day: string;
    state: 'waiting' | 'arrived' | 'givenUp' | 'carriedOver' | 'moot';
    attempts: number;
    at: string | null;
    receipt: string | null;
    error: string | null;
    messageId: string;
  }[];
}

/** Newest first; of one deadline, or of all of the system's. */
export async function warningsOf(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
  { system, deadline }: { system: string; deadline: string | null },
): Promise<Warning[]> {
  const warns = deadline === null ? {} : { warns: { deadline } };
  const sought = JSON.stringify([{ parts: [{ system: { id: system }, ...warns }] }]);
  return sql<Warning[]>`
    select part -> 'warns' ->> 'deadline' as deadline, part -> 'warns' ->> 'dueOn' as "dueOn", d.account, person.name,
      coalesce(part -> 'warns' -> 'posts', '[]') as posts, d.day::text as day, to_json(d.made_at) #>> '{}' as "madeAt",
      d.late or (line -> 'late')::boolean as late, line -> 'text' as text,
      to_json(least(d.read_at, (select min(r.read_at) from notice_read r where r.account = d.account
        and r.chain = ${`${programme}/${system}`} and concat_ws('/', r.chain, r.seq, r.index) = part ->> 'key'))) #>> '{}' as "readAt",
      (select coalesce(json_agg(json_build_object('channel', s.channel, 'day', s.day::text, 'state', s.state, 'attempts', s.attempts,
          'at', s.ended_at, 'receipt', s.receipt, 'error', s.last_error, 'messageId', s.message_id) order by s.channel, s.day), '[]')
        from digest_sending s where s.programme = d.programme and s.account = d.account
          and (s.day = d.day or s.lines @> jsonb_build_array(jsonb_build_object('parts', jsonb_build_array(
            jsonb_build_object('key', part ->> 'key')))))) as channels
    from digest d join person using (account), jsonb_array_elements(d.lines) line, jsonb_array_elements(line -> 'parts') part
    where d.programme = ${programme} and d.lines @> ${sought}::text::jsonb
      and part -> 'system' ->> 'id' = ${system} and part ? 'warns'
      and (${deadline}::text is null or part -> 'warns' ->> 'deadline' = ${deadline})
    order by d.day desc, d.account, 1 limit 500`;
}
