// The deadlines that concern who holds some posts, soonest first, and no more than so many: those of the systems that are one's own, and
// of the others those that the definition in force lays to one of the posts.
import { postsConcerned } from '../../machines/deadline/concern.ts';
import type { Deadline, Path } from '../../machines/definition/definition.ts';
import { systemOf } from '../../machines/record/chain.ts';
import type { Database } from '../database.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { DeadlineListing } from './rows.ts';

export interface Concerned {
  /** Posts held for a whole programme, by its code. */
  posts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Chains of the systems in which any post is held. */
  chains: readonly string[];
  /** An instant: what was due before it is left out. */
  since: string;
}

export interface ConcernedDeadline {
  row: DeadlineListing;
  /** The entry that the row rests on, and when it was recorded by the wall; 0 and null before the first. */
  seq: number;
  at: string | null;
}

interface Found {
  row: DeadlineListing;
  chain: string;
  seq: number;
  at: string | null;
  /** Digests of the definition's parts; null where it was kept whole. */
  path: string | null;
  deadlines: string | null;
}

const AT_ONCE = 1_000;
/** Whoever holds posts in the whole country is shown what lies nearest. */
const LOOKED_AT = 20_000;

/** @param most how many are given; one more is looked for, so that who is given less than all can be told */
export async function deadlinesConcerning(
  database: Database,
  definitions: Definitions,
  asked: Concerned,
  most: number,
): Promise<{ items: ConcernedDeadline[]; more: boolean }> {
  const items: ConcernedDeadline[] = [];
  const concerns = concernIn(definitions);
  let after: Found | null = null;
  for (let looked = 0; looked < LOOKED_AT; looked += AT_ONCE) {
    const found: Found[] = await nextOf(database, asked, after);
    for (const one of found) {
      if (!asked.chains.includes(one.chain) && !(await concerns(one, asked))) continue;
      if (items.length === most) return { items, more: true };
      items.push({ row: one.row, seq: one.seq, at: one.at && new Date(one.at).toISOString() });
    }
    if (found.length < AT_ONCE) return { items, more: false };
    after = found.at(-1) ?? null;
  }
  return { items, more: true };
}

function nextOf({ sql }: Database, { posts, chains, since }: Concerned, after: Found | null) {
  const beyond =
    after === null
      ? sql``
      : sql`and (d.due_at, d.chain, d.deadline) > (${after.row.dueAt}::timestamptz, ${after.chain}, ${after.row.deadline})`;
  return sql<Found[]>`
    select d.content as row, d.chain, b.version as seq, e.wall_at as at, named.parts ->> 'path' as path,
      named.parts ->> 'deadlines' as deadlines
    from deadline d
      join board b on b.chain = d.chain
      left join entry e on e.chain = b.chain and e.seq = b.version
      join lateral (
        select json::jsonb -> 'parts' as parts from definition where chain = d.chain order by version desc limit 1
      ) as named on true
    where d.due_at >= ${since}::timestamptz ${beyond}
      and (d.programme = any (${[...posts.keys()]}::text[]) or d.chain = any (${[...chains]}::text[]))
    order by d.due_at, d.chain, d.deadline limit ${AT_ONCE}`;
}

/** What many systems have alike is looked at once. */
function concernIn(definitions: Definitions) {
  const known = new Map<string, Map<string, ReadonlySet<string>>>();
  const postsOf = async ({ path, deadlines, chain, row }: Found) => {
    const name = path === null || deadlines === null ? chain : `${path} ${deadlines}`;
    const there = known.get(name);
    if (there) return there;
    const parts = await partsOf(definitions, { path, deadlines, chain, row });
    const made = new Map(parts?.deadlines.map((one) => [one.id, postsConcerned(parts.path, one)]));
    known.set(name, made);
    return made;
  };
  return async (one: Found, { posts }: Concerned): Promise<boolean> => {
    const held = posts.get(one.row.programme);
    if (!held) return false;
    const concerned = (await postsOf(one)).get(one.row.deadline) ?? new Set<string>();
    return [...held].some((post) => concerned.has(post));
  };
}

async function partsOf(
  definitions: Definitions,
  { path, deadlines, chain, row }: Pick<Found, 'path' | 'deadlines' | 'chain' | 'row'>,
): Promise<{ path: Path; deadlines: Deadline[] } | null> {
  if (path === null || deadlines === null) {
    const whole = await definitions.latestMigration(row.programme, systemOf(chain) ?? '');
    return whole?.definition ?? null;
  }
  const parts = await definitions.parts.fetch([path, deadlines]);
  // A part has the type of what it was kept as.
  return { path: parts.get(path) as Path, deadlines: parts.get(deadlines) as Deadline[] };
}
