// What concerns one account: notices to the posts it holds, what it has read of them, and the migrations that wait for
// one of those posts. Who holds which post is decided elsewhere and handed in.
import { z } from 'zod';
import { chainOf } from '../../machines/record/chain.ts';
import type { Database } from '../database.ts';
import {
  cursorInstant,
  cursorNumber,
  cursorWord,
  type Page,
  type PageRequest,
  pageOf,
  readCursor,
} from './cursor.ts';
import type { BoardRow, NoticeRow } from './rows.ts';

/** A post held for a whole programme, or for one of its systems. */
export interface Holding {
  post: string;
  system?: string | undefined;
}

export interface Reader {
  programme: string;
  account: string;
  holdings: readonly Holding[];
}

export interface InboxNotice extends NoticeRow {
  /** What `markRead` takes. */
  id: string;
  read: boolean;
}

export interface UnreadNotice extends NoticeRow {
  /** What `markReadUntil` takes. */
  id: string;
  /** The deadline that its entry is of; null where it is of none. */
  deadlineId: string | null;
}

export interface InboxTask {
  post: string;
  row: BoardRow;
}

const key = z.tuple([cursorInstant, cursorWord, cursorNumber, cursorNumber, cursorWord]);
const noticeId = z.tuple([cursorWord, cursorNumber, cursorNumber, cursorWord]);
/** Unread notices are counted up to here. */
const COUNTED = 1000;

const idOf = ({ chain, seq, index, post }: NoticeRow): string => JSON.stringify([chain, seq, index, post]);

const holdingsOf = ({ programme, holdings }: Reader): string =>
  JSON.stringify(
    holdings.map(({ post, system }) => ({
      post,
      chain: system === undefined ? null : chainOf(programme, system),
    })),
  );

/** Newest first, each notice once for each of the reader's posts that it was sent to. */
export async function inboxNotices(
  { sql }: Database,
  reader: Reader,
  { cursor, limit }: PageRequest,
): Promise<Page<InboxNotice>> {
  const after = readCursor(cursor, key) ?? [null, null, null, null, null];
  const rows = await sql<{ content: NoticeRow; read: boolean }[]>`
    select n.content, exists (
      select from notice_read r where r.account = ${reader.account}
        and (r.chain, r.seq, r.index, r.post) = (n.chain, n.seq, n.index, n.post)) as read
    from (
      select distinct found.* from jsonb_to_recordset(${holdingsOf(reader)}::text::jsonb) as held (post text, chain text),
      lateral (
        select * from notice n
        where n.programme = ${reader.programme} and n.post = held.post and (held.chain is null or n.chain = held.chain)
          and (${after[0]}::timestamptz is null or (n.recorded_at, n.chain, n.seq, n.index, n.post)
            < (${after[0]}::timestamptz, ${after[1]}::text, ${after[2]}::integer, ${after[3]}::integer, ${after[4]}::text))
        order by n.recorded_at desc, n.chain desc, n.seq desc, n.index desc
        limit ${limit + 1}
      ) as found
    ) as n
    order by n.recorded_at desc, n.chain desc, n.seq desc, n.index desc, n.post desc
    limit ${limit + 1}`;
  const items = rows.map(({ content, read }) => ({ ...content, id: idOf(content), read }));
  return pageOf(items, limit, ({ recordedAt, chain, seq, index, post }) => [
    recordedAt,
    chain,
    seq,
    index,
    post,
  ]);
}

/** The newest notices that the reader has not read, as far back as so many, in the order in which they were recorded. */
export async function unreadOf({ sql }: Database, reader: Reader, most: number): Promise<UnreadNotice[]> {
  const rows = await sql<{ content: NoticeRow; deadlineId: string | null }[]>`
    select n.content, e.body::jsonb -> 'fact' ->> 'deadline' as "deadlineId"
    from (
      select n.* from notice n
      where n.programme = ${reader.programme}
        and exists (
          select from jsonb_to_recordset(${holdingsOf(reader)}::text::jsonb) as held (post text, chain text)
          where held.post = n.post and (held.chain is null or held.chain = n.chain))
        and not exists (
          select from notice_read r where r.account = ${reader.account}
            and (r.chain, r.seq, r.index, r.post) = (n.chain, n.seq, n.index, n.post))
      order by n.recorded_at desc, n.chain desc, n.seq desc, n.index desc, n.post desc
      limit ${most}
    ) as n join entry e on (e.chain, e.seq) = (n.chain, n.seq)
    order by n.recorded_at, n.chain, n.seq, n.index, n.post`;
  return rows.map(({ content, deadlineId }) => ({ ...content, id: idOf(content), deadlineId }));
}

/** How many notices the reader has not read; counted to a thousand. */
export async function unreadNotices({ sql }: Database, reader: Reader): Promise<number> {
  const [row] = await sql<{ unread: number }[]>`
    select count(*)::integer as unread from (
      select from notice n
      where n.programme = ${reader.programme}
        and exists (
          select from jsonb_to_recordset(${holdingsOf(reader)}::text::jsonb) as held (post text, chain text)
          where held.post = n.post and (held.chain is null or held.chain = n.chain))
        and not exists (
          select from notice_read r where r.account = ${reader.account}
            and (r.chain, r.seq, r.index, r.post) = (n.chain, n.seq, n.index, n.post))
      limit ${COUNTED}
    ) as unread`;
  return row?.unread ?? 0;
}

/** What waits for one of the reader's posts, in the programme's order. */
export async function inboxTasks({ sql }: Database, reader: Reader): Promise<InboxTask[]> {
  const rows = await sql<{ post: string; content: BoardRow }[]>`
    select held.post, b.content
    from jsonb_to_recordset(${holdingsOf(reader)}::text::jsonb) as held (post text, chain text)
      join board b on b.programme = ${reader.programme} and b.waiting_for ? held.post
        and (held.chain is null or b.chain = held.chain)
    order by b.position, b.chain, held.post`;
  return rows.map(({ post, content }) => ({ post, row: content }));
}

/** Marks notices as read by an account; those that are none, or none of the reader's, are passed over. */
export async function markRead({ sql }: Database, reader: Reader, ids: readonly string[]): Promise<void> {
  const marks = ids.flatMap((id) => {
    const parsed = noticeId.safeParse(parseId(id));
    if (!parsed.success) return [];
    const [chain, seq, index, post] = parsed.data;
    return [{ chain, seq, index, post }];
  });
  await sql`
    insert into notice_read (account, chain, seq, index, post)
      select ${reader.account}, n.chain, n.seq, n.index, n.post
      from jsonb_to_recordset(${JSON.stringify(marks)}::text::jsonb) as given (chain text, seq integer, index integer, post text)
        join notice n using (chain, seq, index, post)
      where n.programme = ${reader.programme} and exists (
        select from jsonb_to_recordset(${holdingsOf(reader)}::text::jsonb) as held (post text, chain text)
        where held.post = n.post and (held.chain is null or held.chain = n.chain))
    on conflict do nothing`;
}

/**
 * Marks everything told to the reader up to one notice, by when it was recorded: what came after it has not been seen yet. An id that is
 * none marks nothing.
 */
export async function markReadUntil({ sql }: Database, reader: Reader, id: string): Promise<void> {
  const parsed = noticeId.safeParse(parseId(id));
  if (!parsed.success) return;
  const [chain, seq, index, post] = parsed.data;
  await sql`
    insert into notice_read (account, chain, seq, index, post)
      select ${reader.account}, n.chain, n.seq, n.index, n.post
      from notice n, (
        select recorded_at from notice
        where (chain, seq, index, post) = (${chain}, ${seq}::integer, ${index}::integer, ${post})
          and programme = ${reader.programme}) as newest
      where n.programme = ${reader.programme} and n.recorded_at <= newest.recorded_at and exists (
        select from jsonb_to_recordset(${holdingsOf(reader)}::text::jsonb) as held (post text, chain text)
        where held.post = n.post and (held.chain is null or held.chain = n.chain))
    on conflict do nothing`;
}

function parseId(id: string): unknown {
  try {
    return JSON.parse(id);
  } catch {
    return null;
  }
}
