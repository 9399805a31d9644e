// The record searched: by the words of its reasons and notes, by who decided in which post, by the day. What its reader is not shown
// is not found. The record is read newest first, so much of it a page; nothing of it is kept beside it.
import type { z } from '@hono/zod-openapi';
import { writeCursor } from '../../../ledger/models/cursor.ts';
import { isBlank, isSought, matchesOf, type Sought } from '../../../machines/audit/sought.ts';
import type { Entry } from '../../../machines/record/entry.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { foundPage, searchQuery } from '../../contract/auditing/asked.ts';
import { hidingIn } from '../../door/disclosing.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { chainsSeen } from '../../report/export.ts';
import { entryPageOf } from '../entries.ts';
import { programmePath } from '../parameters.ts';

/** Entries that one answer looks at, at most. */
const LOOKED_AT_MOST = 4000;
const STRIDE = 200;

const searchRoute = guarded(
  { need: 'replays', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/search',
    operationId: 'search',
    tags: ['record'],
    summary:
      '記録の検索（理由・備考の本文、決めた人・職、日付、訂正） / entries by the words of their reasons and notes, by who decided, by the day; corrections alone',
    request: { params: programmePath, query: searchQuery },
    responses: { 200: json(foundPage, 'what is found, newest first') },
  },
);

type Asked = z.infer<typeof searchQuery>;
type Kept = Pick<Entry, 'body' | 'hash'>;

export function searchRoutes(api: Api, parts: ServerParts): void {
  api.openapi(searchRoute, async (c) => {
    const at = c.get('programme');
    const asked = c.req.valid('query');
    if (asked.q !== undefined && isBlank(asked.q)) throw marksAlone();
    const { looked, ...page } = await lookedThrough(parts, at, asked);
    const shown = await entryPageOf(parts, at, null, page);
    const items = shown.items.map((item, index) => ({
      ...item,
      matches: asked.q === undefined ? [] : matchesIn(page.items[index], asked.q),
    }));
    return c.json({ ...shown, items, looked }, 200);
  });
}

const matchesIn = (entry: Kept | undefined, text: string): string[] =>
  entry ? matchesOf(bodyOf(entry), text) : [];

function marksAlone(): ProblemError {
  const message = { ja: '文字を含む語を入れてください。', en: 'Write a word, not marks alone.' };
  return new ProblemError('invalid', { issues: [{ field: 'q', code: 'blank', message }] });
}

const soughtOf = ({ q, account, post, from, to, corrections }: Asked): Sought => ({
  text: q,
  account,
  post,
  from,
  to,
  corrections: corrections === 'true',
});

/** Until the page is full, the record is at its end, or enough was looked at for one answer. */
async function lookedThrough({ ledger }: ServerParts, at: ProgrammeAtHand, asked: Asked) {
  const filter = { programme: at.definition.code, chains: chainsSeen(at) };
  const sought = soughtOf(asked);
  const items: Kept[] = [];
  let cursor = asked.cursor;
  let looked = 0;
  for (;;) {
    const page = await ledger.newestEntries(filter, { cursor, limit: STRIDE });
    const chains = [...new Set(page.items.map((entry) => bodyOf(entry).chain))];
    const hides = await hidingIn(ledger, at.viewer, chains);
    const fitting = page.items.filter((entry) => isFound(bodyOf(entry), hides, sought));
    const room = asked.limit - items.length;
    items.push(...fitting.slice(0, room));
    looked += page.items.length;
    const last = fitting[room - 1];
    if (last && (fitting.length > room || page.nextCursor !== null))
      return { items, nextCursor: after(last), looked };
    if (page.nextCursor === null || looked >= LOOKED_AT_MOST)
      return { items, nextCursor: page.nextCursor, looked };
    cursor = page.nextCursor;
  }
}

/** Where the record goes on behind an entry, as newestEntries reads it. */
function after(entry: Kept): string {
  const { recordedAt, chain, seq } = bodyOf(entry);
  return writeCursor([recordedAt, chain, seq]);
}

const isFound = (
  body: ReturnType<typeof bodyOf>,
  hides: Awaited<ReturnType<typeof hidingIn>>,
  sought: Sought,
): boolean => hides(body) === null && isSought(body, sought);
