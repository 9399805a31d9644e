// What migrations and the programme itself told since an instant on the wall, and what stands of it: the newest of each chain and subject is looked for by who
// asks. The wall counts: a rehearsal's moved clock records at instants that lie long past.
import type { Text } from '../../../machines/definition/definition.ts';
import type { Database } from '../../database.ts';
import type { NoticeRow } from '../rows.ts';

export interface SinceNotice extends Omit<NoticeRow, 'post'> {
  posts: string[];
  /** Posts that are told in place of one that nobody holds. */
  instead: string[];
  /** The deadline that its entry is of; null where it is of none. */
  deadlineId: string | null;
  /** When it was recorded on the wall. */
  wallAt: string;
}

/** In the order in which they were recorded. */
export async function toldSince(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
  sinceWall: string,
): Promise<SinceNotice[]> {
  const rows = await sql<
    (Pick<SinceNotice, 'posts' | 'instead' | 'deadlineId' | 'wallAt'> & { content: NoticeRow })[]
  >`
    select n.content, n.posts, coalesce(e.effects::jsonb -> n.index -> 'instead', '[]') as instead, to_json(e.wall_at) #>> '{}' as "wallAt", e.body::jsonb -> 'fact' ->> 'deadline' as "deadlineId"
    from entry e join lateral (
      select (array_agg(content))[1] as content, index, array_agg(post order by post) as posts
      from notice where (chain, seq) = (e.chain, e.seq) group by index) n on true
    where e.programme = ${programme} and e.wall_at >= ${sinceWall}::timestamptz
    order by e.chain, e.seq, n.index`;
  return rows.map(({ content: { post: _one, ...content }, ...row }) => ({ ...content, ...row }));
}

export interface OpenDeadline {
  chain: string;
  deadline: string;
  status: string;
  dueOn: string | null;
}

/** How deadlines stand that a notice was of. */
export async function deadlinesNamed(
  { sql }: Pick<Database, 'sql'>,
  named: readonly { chain: string; deadline: string }[],
): Promise<OpenDeadline[]> {
  return sql<OpenDeadline[]>`
    select chain, deadline, status, content ->> 'dueOn' as "dueOn" from deadline
    join jsonb_to_recordset(${JSON.stringify(named)}::text::jsonb) as named (chain text, deadline text) using (chain, deadline)`;
}

export interface WaitingMigration {
  chain: string;
  system: string;
  name: Text;
  phase: string;
  phaseLabel: Text;
  stage: string;
  posts: string[];
}

/** The migrations in which somebody decides now, and the posts whose turn it is. */
export async function decisionsAwaited(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
): Promise<WaitingMigration[]> {
  return sql<WaitingMigration[]>`
    select chain, content ->> 'system' as system, content -> 'name' as name, phase,
      content -> 'summary' -> 'phaseLabel' as "phaseLabel", content -> 'summary' ->> 'stage' as stage, waiting_for as posts
    from board where programme = ${programme} and content -> 'summary' ->> 'stage' in ('underReview', 'goingBack')
    order by position, chain`;
}

/** What its systems are called, by id. */
export async function systemsCalled(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
): Promise<ReadonlyMap<string, Text>> {
  const rows = await sql<{ system: string; name: Text }[]>`
    select content ->> 'system' as system, content -> 'name' as name from board where programme = ${programme}`;
  return new Map(rows.map(({ system, name }) => [system, name]));
}

/** The first of its systems, whose calendar is the programme's; null while it has none. */
export async function someSystem(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
): Promise<{ chain: string; version: number } | null> {
  const [row] = await sql<{ chain: string; version: number }[]>`
    select chain, (content ->> 'definitionVersion')::integer as version
    from board where programme = ${programme} order by position, chain limit 1`;
  return row ?? null;
}

/** The programmes that go on in this installation. */
export async function programmesHere({ sql }: Pick<Database, 'sql'>): Promise<string[]> {
  const rows = await sql<{ chain: string }[]>`
    select distinct chain from definition where kind = 'programme' and not handed_over(chain) order by chain`;
  return rows.map(({ chain }) => chain);
}

/** Whether a migration has still to take up what was due by an instant on the programme's clock. */
export async function hasUnfired(
  { sql }: Pick<Database, 'sql'>,
  programme: string,
  by: string,
): Promise<boolean> {
  const [row] = await sql<{ some: boolean }[]>`
    select exists (select from board where programme = ${programme}
      and instant_of(content -> 'summary' ->> 'nextWakeAt') <= ${by}::timestamptz) as some`;
  return row?.some ?? false;
}

/** What the programme's chain begins with: two installations that rehearse the same programme differ by it. */
export async function beginningOf({ sql }: Pick<Database, 'sql'>, programme: string): Promise<string> {
  const [row] = await sql<{ hash: string }[]>`select hash from entry where chain = ${programme} and seq = 1`;
  return row?.hash ?? '';
}
