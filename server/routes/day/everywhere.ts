// All systems of all programmes that the caller may see, on one page: found, counted, grouped by the database.
import type { Everywhere } from '../../../ledger/models/everywhere.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { instantFromMs } from '../../../machines/values/date.ts';
import { officialBusiness } from '../../../machines/values/names/business.ts';
import { readingScope } from '../../accounts/authority.ts';
import { everywhereQuery, everywhereView } from '../../contract/day/everywhere.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { type Caller, callerOf } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { choicesOf, groupViews, rowView } from '../../views/day/everywhere-view.ts';

const everywhereRoute = guarded(
  { need: 'signedIn', logged: 'once' },
  {
    method: 'get',
    path: '/systems',
    operationId: 'everywhere',
    tags: ['systems'],
    summary:
      '全国の一覧 / every system of every programme that one may see, by prefecture, municipality and business',
    request: { query: everywhereQuery },
    responses: { 200: json(everywhereView, 'rows, worst first, or groups') },
  },
);

/** Which programmes there are, and what they are called, is read anew after this; what stands in them is read each time. */
const LATELY_MS = 10_000;

export function everywhereRoutes(api: Api, parts: ServerParts): void {
  const { everywhere } = parts.ledger;
  const programmesLately = lately(async () =>
    (await parts.ledger.programmes()).map(({ definition }) => definition),
  );
  api.openapi(everywhereRoute, async (c) => {
    const { group, offset, limit, q, overdue, business, ...query } = c.req.valid('query');
    const { definitions, programmes, chains, notReady } = await seenBy(
      await programmesLately(),
      parts,
      callerOf(c),
    );
    const asked: Everywhere = {
      ...query,
      programmes,
      chains,
      business: business === undefined ? undefined : (officialBusiness(business) ?? business),
      overdue: overdue === undefined ? undefined : overdue === 'true',
      text: q,
    };
    const [totals, rows, groups, phases] = await Promise.all([
      everywhere.counted(asked),
      group === 'none' ? everywhere.rows(asked, { offset, limit }) : [],
      group === 'none' ? [] : everywhere.groups(asked, group),
      everywhere.phases({ programmes, chains }),
    ]);
    return c.json(
      {
        totals,
        offset,
        items: rows.map((row) => rowView(row, definitions)),
        groups: group === 'none' ? [] : groupViews(groups, group, { definitions, phases }),
        choices: choicesOf({ definitions, phases, prefecture: query.prefecture }),
        notReady,
        readAt: instantFromMs(Date.now()),
      },
      200,
    );
  });
}

interface Seen extends Pick<Everywhere, 'programmes' | 'chains'> {
  definitions: ReadonlyMap<string, ProgrammeDefinition>;
  notReady: string[];
}

/** What of the country the caller may see today: whole programmes, and systems of others. */
async function seenBy(
  programmes: readonly ProgrammeDefinition[],
  { clocks }: Pick<ServerParts, 'clocks'>,
  { person }: Caller,
): Promise<Seen> {
  const real = clocks.realToday();
  const all = programmes.filter(({ rehearsal }) => person.rehearsal === null || rehearsal);
  const definitions = new Map(all.map((definition) => [definition.code, definition]));
  // Who holds something over all programmes does so by the real day: no programme's clock is asked.
  if (person.rehearsal === null && readingScope(overAll(person), '', { programme: real, real }) === null)
    return { definitions, programmes: null, chains: [], notReady: [] };
  const own = all.filter(({ code }) => person.grants.some(({ programme }) => programme === code));
  const scopes = await Promise.all(
    own.map(async (definition) => {
      const time = await clocks.ofMany(definition);
      const scope = time && readingScope(person, definition.code, { programme: time.today, real });
      return { code: definition.code, isReady: time !== null, scope };
    }),
  );
  const codes = new Set(scopes.flatMap(({ code, scope }) => (scope === undefined ? [] : [code])));
  return {
    definitions: new Map([...definitions].filter(([code]) => codes.has(code))),
    programmes: scopes.filter(({ isReady, scope }) => isReady && scope === null).map(({ code }) => code),
    chains: scopes.flatMap(({ code, scope }) => [...(scope ?? [])].map((system) => chainOf(code, system))),
    notReady: scopes.filter(({ isReady }) => !isReady).map(({ code }) => code),
  };
}

const overAll = (person: Caller['person']): Caller['person'] => ({
  ...person,
  grants: person.grants.filter(({ programme }) => programme === null),
});

function lately<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: { answer: Promise<T>; askedMs: number } | null = null;
  return () => {
    if (known && performance.now() - known.askedMs < LATELY_MS) return known.answer;
    const asked = { answer: ask(), askedMs: performance.now() };
    known = asked;
    asked.answer.catch(() => {
      if (known === asked) known = null;
    });
    return asked.answer;
  };
}
