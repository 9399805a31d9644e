// Who holds which posts of a programme on a day, for those who tell people. Shut accounts hold nothing.
import type { Database } from '../../database.ts';
import type { Holding } from '../inbox.ts';

export interface Holder {
  account: string;
  name: string;
  holdings: Holding[];
}

/** Posts of the programme itself: who administers or audits over all is told nothing of it. */
export async function holdersOn(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
  day: string,
): Promise<Holder[]> {
  const rows = await sql<(Omit<Holder, 'holdings'> & { held: { post: string; system: string | null }[] })[]>`
    select account, name, json_agg(json_build_object('post', post, 'system', system)) as held
    from post_grant join person using (account)
    where chain = ${programme} and programme = ${programme} and disabled_at is null and post <> 'administrator'
      and (ended_at is null or ended_on is not null)
      and from_on <= ${day}::date and least(until_on, ended_on) >= ${day}::date
    group by account, name order by account`;
  return rows.map(({ held, ...who }) => ({
    ...who,
    holdings: held.map(({ post, system }) => (system === null ? { post } : { post, system })),
  }));
}
