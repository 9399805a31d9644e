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

/** Of a part that warns, of a line of the digest `d`, within a query. */
const columnsOf = ({ sql }: Pick<Database, 'sql'>) => sql`
  part -> 'warns' ->> 'deadline' as deadline, part -> 'warns' ->> 'dueOn' as "dueOn", d.account, person.name,
  coalesce(part -> 'warns' -> 'posts', '[]') as posts, d.day::text as day, to_json(d.made_at) #>> '{}' as "madeAt",
  d.late or (line -> 'late')::boolean as late, line -> 'text' as text,
  to_json(least(d.read_at, (select min(r.read_at) from notice_read r where r.account = d.account
    and r.chain = d.programme || '/' || (part -> 'system' ->> 'id')
    and concat_ws('/', r.chain, r.seq, r.index) = part ->> 'key'))) #>> '{}' as "readAt",
  ${channelsOfPart({ sql })} as channels`;

const partsOf = ({ sql }: Pick<Database, 'sql'>) => sql`
  join person using (account), jsonb_array_elements(d.lines) line, jsonb_array_elements(line -> 'parts') part`;

/** Newest first; of one deadline, or of all of the system's. */
export async function warningsOf(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
  { system, deadline }: { system: string; deadline: string | null },
): Promise<Warning[]> {
  const warns = deadline === null ? {} : { warns: { deadline } };
  const sought = JSON.stringify([{ parts: [{ system: { id: system }, ...warns }] }]);
  return sql<Warning[]>`
    select ${columnsOf({ sql })} from digest d ${partsOf({ sql })}
    where d.programme = ${programme} and d.lines @> ${sought}::text::jsonb
      and part -> 'system' ->> 'id' = ${system} and part ? 'warns'
      and (${deadline}::text is null or part -> 'warns' ->> 'deadline' = ${deadline})
    order by d.day desc, d.account, 1 limit 500`;
}

/** Digests of some days; of some systems, or of all of the programme's. */
export interface WarningFilter {
  programme: string;
  systems: readonly string[] | null;
  from: string | undefined;
  until: string | undefined;
}

export interface ExportedWarning extends Warning {
  system: string;
  systemName: Text;
}

/** So many digests are read at a time. */
const AT_ONCE = 500;

/** Every one of them, oldest first, a page at a time: what it needs does not grow with how many there are. */
export async function* everyWarning(
  { sql }: Pick<Database, 'sql'>,
  { programme, systems, from, until }: WarningFilter,
): AsyncGenerator<ExportedWarning[], undefined> {
  let after = { day: '-infinity', account: '' };
  for (;;) {
    const page = await sql<{ day: string; account: string }[]>`
      select day::text as day, account from digest where programme = ${programme}
        and (day, account) > (${after.day}::date, ${after.account})
        and day >= ${from ?? '-infinity'}::date and day <= ${until ?? 'infinity'}::date
      order by day, account limit ${AT_ONCE}`;
    const last = page.at(-1);
    if (!last) return undefined;
    const among = systems === null ? sql`` : sql`and part -> 'system' ->> 'id' = any(${[...systems]})`;
    yield await sql<ExportedWarning[]>`
      select ${columnsOf({ sql })}, part -> 'system' ->> 'id' as system, part -> 'system' -> 'name' as "systemName"
      from digest d ${partsOf({ sql })}
      where d.programme = ${programme} and (d.day, d.account) > (${after.day}::date, ${after.account})
        and (d.day, d.account) <= (${last.day}::date, ${last.account})
        and d.day >= ${from ?? '-infinity'}::date and part ? 'warns' ${among}
      order by d.day, d.account, 1, system`;
    after = last;
  }
}
