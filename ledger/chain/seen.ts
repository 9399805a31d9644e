// 後閲 in the record: what was decided by 代決, what of it has been looked at since, and whether who says that they looked at it names
// what stands there.
import { type InNameOf, inNameIn, SEEN } from '../../machines/migration/seeing/acts.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { same } from '../../machines/record/same.ts';
import type { Database } from '../database.ts';
import type { AsOf } from '../past/by.ts';
import type { EntriesBetween } from './corrected.ts';

/** The place of the entry that a 後閲 names; null for any other entry. */
export const entrySeen = ({ fact }: EntryBody): number | null =>
  fact.type === SEEN ? Number(fact.entry) : null;

/** Whether a 後閲 says of its entry what that says itself. */
export async function isSeenTruly(entries: EntriesBetween, body: EntryBody): Promise<boolean> {
  const seq = entrySeen(body) ?? 0;
  const [found] = seq < body.seq ? await entries(body.chain, seq, seq) : [];
  const of = found && inNameIn(bodyOf(found));
  return of !== null && of !== undefined && same(of, body.fact.of);
}

/** One entry by 代決. */
export interface InName {
  chain: string;
  seq: number;
  of: InNameOf;
  /** Who decided, by name. */
  name: string;
  /** The day by which it is to be looked at; null where none is set. */
  seenBy: string | null;
  /** The day on which it was, and by which entry; null while it awaits that. */
  seenOn: string | null;
  seenAt: number | null;
  body: EntryBody;
}

/** What of these chains was decided by 代決, the oldest first; on a past day, what was known of it by then. */
export async function decidedInName(
  { sql }: Pick<Database, 'sql'>,
  chains: readonly string[],
  asOf: AsOf,
): Promise<InName[]> {
  const known = asOf?.by === 'recorded' ? asOf.day : 'infinity';
  // Both conditions written out, as the indexes have them (schema change 530).
  const seen = sql.unsafe(`'${SEEN}'`);
  const rows = await sql<{ body: string; seenOn: string | null; seenAt: number | null }[]>`
    select e.body, s.body::jsonb ->> 'occurredOn' as "seenOn", s.seq as "seenAt"
    from entry e left join entry s on s.chain = e.chain and s.type = ${seen} and s.latest_recorded_on <= ${known}::date
      and (s.body::jsonb -> 'fact' ->> 'entry')::integer = e.seq
    where e.chain = any (${[...chains]}::text[]) and e.latest_recorded_on <= ${known}::date
      and e.body::jsonb -> 'actor' -> 'deputy' ->> 'kind' = 'forAbsent'
    order by e.chain, e.seq`;
  return rows.flatMap(({ body: text, seenOn, seenAt }) => {
    const body = bodyOf({ body: text });
    const of = inNameIn(body);
    if (!of) return [];
    const { chain, seq, actor } = body;
    return [{ chain, seq, of, name: actor.name, seenBy: actor.deputy?.seenBy ?? null, seenOn, seenAt, body }];
  });
}
