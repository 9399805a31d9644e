// The record as people read it: entries of one system or of all, newest first, now or on a past day; the export;
// who read what.

import { z } from '@hono/zod-openapi';
import type { EntryFilter } from '../../ledger/chain/entries.ts';
import type { Page, PageRequest } from '../../ledger/models/cursor.ts';
import { readCursor, writeCursor } from '../../ledger/models/cursor.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import { factTypes } from '../../machines/migration/acts.ts';
import { programmeFactTypes } from '../../machines/programme/acts.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { Entry } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { actText } from '../../texts/acts/act-texts.ts';
import { oversees } from '../accounts/authority.ts';
import { accessPage, accessQuery } from '../contract/accounts.ts';
import { entryPage } from '../contract/entries.ts';
import { asOfQuery, pageQuery } from '../contract/values.ts';
import { hidingIn } from '../door/disclosing.ts';
import { besideEntries } from '../door/entries-beside.ts';
import { namedEntries } from '../door/naming/system-names.ts';
import { fileNamed } from '../http/attachment.ts';
import { API_PATH } from '../http/gatekeeper.ts';
import { type Api, guarded, json, statedRoutes } from '../http/guarded-route.ts';
import { knownId } from '../http/problem/known-values.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { callerOf, type ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { chainsSeen, exportedLines } from '../report/export.ts';
import { accessWords } from '../views/auditing/access-words.ts';
import { entryView } from '../views/entry-view.ts';
import { asOfFrom, settingOf } from '../views/setting.ts';
import { requireForwards } from './auditing/forwards.ts';
import { shownEntries } from './auditing/shown.ts';
import { programmePath, systemPath } from './parameters.ts';

const tags = ['record'];
const pastPageQuery = asOfQuery.extend(pageQuery.shape).extend({ type: z.string().max(50).optional() });

const systemEntriesRoute = guarded(
  { need: 'reads', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/systems/{system}/entries',
    operationId: 'systemEntries',
    tags,
    summary: 'システムの記録（新しい順） / entries of one system, newest first, now or on a past day',
    request: { params: systemPath, query: pastPageQuery },
    responses: { 200: json(entryPage, 'entries') },
  },
);
const entriesRoute = guarded(
  { need: 'replays', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/entries',
    operationId: 'entries',
    tags,
    summary: '団体の記録（新しい順） / entries of the whole programme, newest first, now or on a past day',
    request: { params: programmePath, query: pastPageQuery },
    responses: { 200: json(entryPage, 'entries') },
  },
);
const exportRoute = guarded(
  { need: 'replays', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/export',
    operationId: 'export',
    tags,
    summary:
      '記録の出力 / every entry, one line each: the very bytes that are hashed; of what is not disclosed to the reader `chain`, `seq`, `hash` and why',
    request: { params: programmePath, query: asOfQuery },
    responses: {
      200: {
        description: 'JSON Lines; SHA-256 of a line without its newline is the entry’s hash',
        content: { 'text/jsonl': { schema: z.string() } },
      },
    },
  },
);
const accessRoute = guarded(
  { need: 'audits', logged: true },
  {
    method: 'get',
    path: '/programmes/{code}/access-log',
    operationId: 'accessLog',
    tags,
    summary:
      '閲覧・出力・サインイン・拒否の記録 / who read, exported, signed in or was refused, newest first',
    request: { params: programmePath, query: accessQuery },
    responses: { 200: json(accessPage, 'accesses') },
  },
);

/** What the access log calls the routes whose answer holds every system's data. */
const routesOfEverySystem = (api: Api): string[] =>
  statedRoutes(api)
    .filter(({ ofEverySystem }) => ofEverySystem)
    .map(({ method, path }) => `${method} ${API_PATH}${path}`);

export function entryRoutes(api: Api, parts: ServerParts): void {
  const { ledger, accessLog, clocks } = parts;
  api.openapi(systemEntriesRoute, async (c) => {
    const at = c.get('programme');
    const { code, system } = c.req.valid('param');
    const query = c.req.valid('query');
    const asOf = asOfFrom(query, at);
    const type = typeFrom(query, factTypes);
    const filter = { programme: code, chain: chainOf(code, system), type, asOf };
    return c.json(await entryPageOf(parts, at, asOf, await seenEntries(ledger, at, filter, query)), 200);
  });
  api.openapi(entriesRoute, async (c) => {
    const at = c.get('programme');
    const query = c.req.valid('query');
    const asOf = asOfFrom(query, at);
    const type = typeFrom(query, [...factTypes, ...programmeFactTypes]);
    const filter = { programme: at.definition.code, chains: chainsSeen(at), type, asOf };
    return c.json(await entryPageOf(parts, at, asOf, await seenEntries(ledger, at, filter, query)), 200);
  });
  api.openapi(exportRoute, async (c) => {
    const at = c.get('programme');
    const asOf = asOfFrom(c.req.valid('query'), at);
    const name = `${fileNamed(at.definition, asOf?.day ?? at.days.programme)}.jsonl`;
    return c.body(exportedLines(ledger, at, asOf), 200, {
      'Content-Type': 'text/jsonl; charset=UTF-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    });
  });
  api.openapi(accessRoute, async (c) => {
    const { cursor, limit, refused, ...asked } = c.req.valid('query');
    requireForwards(asked);
    const before = readCursor(cursor, z.tuple([z.number().int()]))?.[0] ?? null;
    const { person } = callerOf(c);
    const { code } = c.get('programme').definition;
    if (asked.system !== undefined && !(await ledger.system(chainOf(code, asked.system))))
      throw new ProblemError('notFound');
    const filter = {
      ...asked,
      programme: code,
      ofEverySystem: routesOfEverySystem(api),
      oversees: person.rehearsal === null && oversees(person, clocks.realToday()),
      refused: refused === undefined ? undefined : refused === 'true',
    };
    const rows = await accessLog.read(filter, before, limit);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    const wordsOf = accessWords(api);
    const items = rows.map(({ id: _id, ...row }) => ({ ...row, ...wordsOf(row) }));
    return c.json({ items, nextCursor: last ? writeCursor([last.id]) : null }, 200);
  });
}

/** @throws ProblemError invalid for a kind of entry that no such chain has */
const typeFrom = ({ type }: { type?: string | undefined }, types: readonly string[]): string | undefined =>
  type === undefined
    ? undefined
    : knownId(
        'type',
        type,
        types.map((id) => ({ id, label: actText(id) })),
      );

/** By kind nothing is found that is not shown: how many there are of it is part of what is hidden. */
async function seenEntries(
  ledger: ServerParts['ledger'],
  { viewer }: ProgrammeAtHand,
  filter: EntryFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<Pick<Entry, 'body' | 'hash'>>> {
  if (filter.type === undefined) return ledger.newestEntries(filter, { cursor, limit });
  return shownEntries(ledger, viewer, filter, { cursor, limit });
}

export async function entryPageOf(
  { ledger, systemNames }: ServerParts,
  at: ProgrammeAtHand,
  asOf: AsOf,
  { items, nextCursor }: Page<Pick<Entry, 'body' | 'hash'>>,
) {
  const systems = await systemNames(at.definition);
  const shown = items.map(bodyOf);
  const [beside, hides, named] = await Promise.all([
    besideEntries(ledger, shown, asOf),
    hidingIn(ledger, at.viewer, [...new Set(shown.map(({ chain }) => chain))]),
    namedEntries(ledger, items, at.definition, systems),
  ]);
  const views = named.map(({ entry, names }) => entryView(entry, names, systems, beside, hides));
  return { items: views, nextCursor, setting: settingOf(at, asOf) };
}
