// Who holds which posts of a programme on a day, for those who tell people. Shut accounts hold nothing.
import { ADMINISTRATOR } from '../../../machines/programme/people/offices.ts';
import type { Days } from '../../../machines/programme/powers/lock.ts';
import type { Database } from '../../database.ts';
import type { Holding } from '../inbox.ts';

export interface Holder {
  account: string;
  name: string;
  holdings: Holding[];
}

/** Posts of the programme itself by its days, and who administers it by the real ones. Who audits over all is told nothing of it. */
export async function holdersOn(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
  days: Days,
): Promise<Holder[]> {
  const rows = await sql<(Omit<Holder, 'holdings'> & { held: { post: string; system: string | null }[] })[]>`
    select account, name, json_agg(json_build_object('post', post, 'system', system)) as held
    from post_grant join person using (account)
    cross join lateral (select case when post = ${ADMINISTRATOR} then ${days.real}::date else ${days.programme}::date end as today) as t
    where chain = ${programme} and (programme = ${programme} or post = ${ADMINISTRATOR}) and disabled_at is null
      and (ended_at is null or ended_on is not null) and from_on <= today and least(until_on, ended_on) >= today
    group by account, name order by account`;
  return rows.map(({ held, ...who }) => ({
    ...who,
    holdings: held.map(({ post, system }) => (system === null ? { post } : { post, system })),
  }));
}
