// What people and applicants are called, for sentences that the record says with an account or an id.
import * as z from 'zod';
import { bodyOf } from '../../machines/record/reader.ts';
import { correctionPairs } from '../chain/corrections.ts';
import type { Database } from '../database.ts';

/** Names by account; of an account that there is none of nothing is said. */
export async function peopleCalled(
  { sql }: Pick<Database, 'sql'>,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map();
  const rows = await sql<{ account: string; name: string }[]>`
    select account, name from person where account = any (${[...new Set(accounts)]}::text[])`;
  return new Map(rows.map(({ account, name }) => [account, name]));
}

/** An application alone gives an id a name. Names of the applicants of a chain's procurements, by number and id (`1/a`), as they applied or as that was put right. */
export async function applicantsCalled(
  database: Pick<Database, 'sql'>,
  chain: string,
): Promise<ReadonlyMap<string, string>> {
  const { sql } = database;
  const rows = await sql<Called[]>`
    select concat(fact ->> 'rfp', '/', fact ->> 'bidder') as key, fact ->> 'name' as name
    from (select seq, body::jsonb -> 'fact' as fact from entry where chain = ${chain} and type like 'rfp.%') said
    where jsonb_exists_all(fact, array['bidder', 'name'])
    order by seq`;
  const put = await correctionPairs(database, [chain], null);
  const right = put.flatMap(({ proposed }) => calledIn(bodyOf({ body: proposed }).fact.should));
  return new Map([...rows, ...right].map(({ key, name }) => [key, name]));
}

interface Called {
  key: string;
  name: string;
}
const saysName = z.object({ fact: z.object({ rfp: z.number(), bidder: z.string(), name: z.string() }) });

/** What a correction says that an application should have said; nothing of any other. */
function calledIn(should: unknown): Called[] {
  const said = saysName.safeParse(should);
  if (!said.success) return [];
  const { rfp, bidder, name } = said.data.fact;
  return [{ key: `${rfp}/${bidder}`, name }];
}
