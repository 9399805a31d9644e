// The record searched: by the words of its reasons and notes, by who decided in which post, by the day. What its reader is not shown
// is not found. The record is read newest first, so much of it a page; nothing of it is kept beside it.
import type { z } from '@hono/zod-openapi';
import { isBlank, isSought, matchesOf, type Sought } from '../../../machines/audit/sought.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { foundPage, searchQuery } from '../../contract/auditing/asked.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { chainsSeen } from '../../report/export.ts';
import { entryPageOf } from '../entries.ts';
import { programmePath } from '../parameters.ts';
import { requireForwards } from './forwards.ts';
import { type Kept, shownEntries } from './shown.ts';

/** Entries that one answer looks at, at most. */
const LOOKED_AT_MOST = 4000;

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

export function searchRoutes(api: Api, parts: ServerParts): void {
  api.openapi(searchRoute, async (c) => {
    const at = c.get('programme');
    const asked = c.req.valid('query');
    if (asked.q !== undefined && isBlank(asked.q)) throw marksAlone();
    requireForwards(asked);
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

async function lookedThrough({ ledger }: ServerParts, at: ProgrammeAtHand, asked: Asked) {
  const filter = { programme: at.definition.code, chains: chainsSeen(at) };
  const sought = soughtOf(asked);
  const isWanted = (body: EntryBody) => isSought(body, sought);
  return shownEntries(ledger, at.viewer, filter, asked, { isWanted, lookedAtMost: LOOKED_AT_MOST });
}
