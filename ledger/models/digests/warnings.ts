// Who was warned of a system's deadlines: in which digest, by which channel, with what result, and when it was read in the inbox.
import type { Text } from '../../../machines/definition/definition.ts';
import type { Database } from '../../database.ts';
import { type Carried, channelsOfPart } from './carried.ts';

export interface Warning extends Carried {
  deadline: string;
  dueOn: string;
  account: string;
  name: string;
  posts: string[];
  day: string;
  late: boolean;
  text: Text;
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
      ${channelsOfPart({ sql })} as channels
    from digest d join person using (account), jsonb_array_elements(d.lines) line, jsonb_array_elements(line -> 'parts') part
    where d.programme = ${programme} and d.lines @> ${sought}::text::jsonb
      and part -> 'system' ->> 'id' = ${system} and part ? 'warns'
      and (${deadline}::text is null or part -> 'warns' ->> 'deadline' = ${deadline})
    order by d.day desc, d.account, 1 limit 500`;
}
