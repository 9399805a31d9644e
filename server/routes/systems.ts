// Migrations: the board, one system, what may be done now, and the door for an act.

import { z } from '@hono/zod-openapi';
import {
  type BoardFilter,
  type BoardTotals,
  type Choosable,
  matches,
  totalsOf,
  worstFirst,
} from '../../ledger/models/board.ts';
import type { Page, PageRequest } from '../../ledger/models/cursor.ts';
import type { BoardRow } from '../../ledger/models/rows.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import { submission as submissionShape } from '../../machines/migration/event.ts';
import { standing } from '../../machines/migration/state.ts';
import { summarize } from '../../machines/migration/summary.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { ADMINISTRATOR, AUDITOR } from '../../machines/programme/people/offices.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { officialBusiness } from '../../machines/values/names/business.ts';

import { namesOf, programmeNames } from '../../texts/names.ts';
import { actingBy } from '../accounts/acting.ts';
import { postsHeld } from '../accounts/authority.ts';
import { submitBody, submitted } from '../contract/entries.ts';
import { boardPage, boardQuery } from '../contract/migrations/board.ts';
import { explanationView as explanationShape } from '../contract/migrations/explanation.ts';
import { systemView as systemShape } from '../contract/migrations/system.ts';
import { asOfQuery, pageQuery } from '../contract/values.ts';
import { changedSince } from '../door/changed-since.ts';
import { hiddenNow, hiddenPhases, seenBy, shownRefusals } from '../door/disclosing.ts';
import { lineageOf } from '../door/lineage.ts';
import { namedPersonObjections } from '../door/naming/named-person.ts';
import type { Outcome } from '../door/outcome.ts';
import { returnedOf } from '../door/returned.ts';
import { type State, stateOf } from '../door/state.ts';
import { aboutAct, actorOf, envelope, factSent, readBy, recordedOf } from '../door/submitting.ts';
import { tagOf } from '../http/answer-tag.ts';
import { type Api, guarded, json, jsonBody, refusedAnswer } from '../http/guarded-route.ts';
import { pageOfRows } from '../http/page.ts';
import { type Known, knownId } from '../http/problem/known-values.ts';
import { callerOf, type ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { outlineOf } from '../views/board-outline.ts';
import { boardRowView } from '../views/board-row-view.ts';
import { boardChoices } from '../views/day/board-choices.ts';
import { explanationView } from '../views/explanation-view.ts';
import { asOfFrom, settingOf } from '../views/setting.ts';
import { systemView } from '../views/system-view.ts';
import { programmePath, systemPath } from './parameters.ts';

const tags = ['systems'];

const boardRoute = guarded(
  { need: 'reads', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/systems',
    operationId: 'board',
    tags,
    summary: 'システムの一覧 / the board: every system, its phase, next deadline and what blocks it',
    request: { params: programmePath, query: boardQuery.extend(asOfQuery.shape).extend(pageQuery.shape) },
    responses: {
      200: json(boardPage, 'rows in the programme’s order'),
      304: { description: 'nothing but the clock is other than in the answer that If-None-Match names' },
    },
  },
);
const systemRoute = guarded(
  { need: 'reads', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/systems/{system}',
    operationId: 'getSystem',
    tags,
    summary: 'システムの移行状況 / one system, now or on a past day',
    request: { params: systemPath, query: asOfQuery },
    responses: { 200: json(systemShape, 'the system') },
  },
);
const explanationRoute = guarded(
  { need: 'reads', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/systems/{system}/explanation',
    operationId: 'explain',
    tags,
    summary:
      '今できること、できない理由 / what may be done now in a post, and why not the rest; without `post` in the first of one’s own that is waited for',
    request: { params: systemPath, query: z.object({ post: z.string().max(100).optional() }) },
    responses: { 200: json(explanationShape, 'the gate and every act') },
  },
);
const submitRoute = guarded(
  { need: 'acts' },
  {
    method: 'post',
    path: '/programmes/{code}/systems/{system}/events',
    operationId: 'submit',
    tags,
    summary: '記録の申請 / send an event to a migration; the same request id is recorded once',
    request: { params: systemPath, body: jsonBody(submitBody) },
    responses: { 200: json(submitted, 'recorded'), ...refusedAnswer },
  },
);

export function systemRoutes(api: Api, parts: ServerParts): void {
  const { ledger, door, systemNames, log } = parts;
  api.openapi(boardRoute, async (c) => {
    const at = c.get('programme');
    const query = c.req.valid('query');
    const asOf = asOfFrom(query, at);
    const { definition } = at;
    const { page, totals, found, choosable } = await rowsAt(
      parts,
      at,
      asOf,
      await filterOf(parts, definition, query),
      query,
    );
    const systems = await systemNames(definition);
    const today = asOf?.day ?? at.days.programme;
    const items = await Promise.all(
      page.items.map(async (row) => {
        const kept = await ledger.definitions.migration(row.chain, row.definitionVersion);
        const outline = at.scope !== null && !at.scope.has(row.system);
        const shown = { row, definition: kept.definition, programme: definition, systems, today, outline };
        return boardRowView(shown);
      }),
    );
    const { nextCursor } = page;
    const choices = boardChoices(choosable, definition, programmeNames(definition.bodies, systems));
    const tag = tagOf({ items, nextCursor, totals, found, choices, today });
    c.header('ETag', tag);
    if (c.req.header('if-none-match') === tag) return c.body(null, 304);
    return c.json({ items, nextCursor, totals, found, choices, setting: settingOf(at, asOf) }, 200);
  });
  api.openapi(systemRoute, async (c) => {
    const at = c.get('programme');
    const { code, system } = c.req.valid('param');
    const asOf = asOfFrom(c.req.valid('query'), at);
    const state = await stateOf(ledger, code, system, asOf);
    const systems = await systemNames(at.definition);
    const setting = settingOf(at, asOf);
    const returned = await returnedOf(ledger, { code, system, asOf }, state);
    const hidden = asOf
      ? await hiddenNow(ledger, at.viewer, code, system)
      : hiddenPhases(at.viewer, system, state);
    const lineage = await lineageOf(ledger, { code, system }, state);
    const shown = { state, programme: at.definition, systems, setting, returned, hidden, lineage };
    return c.json(systemView(shown), 200);
  });
  api.openapi(explanationRoute, async (c) => {
    const at = c.get('programme');
    const { code, system } = c.req.valid('param');
    const { person } = callerOf(c);
    const state = await stateOf(ledger, code, system, null);
    const asked = c.req.valid('query').post;
    const named = asked === undefined ? undefined : knownId('post', asked, postsOf(at.definition));
    const held = postsHeld(person, code, at.days).filter(
      (grant) => grant.system === null || grant.system === system,
    );
    const post = named ?? firstOf(held, state) ?? ADMINISTRATOR;
    const days = { occurredOn: at.days.programme, days: at.days };
    const acting = actingBy(person, { code, post, system, ...days });
    const deputy = 'grant' in acting && acting.deputy ? { deputy: acting.deputy } : {};
    const actor = { kind: 'person' as const, account: person.account, name: person.name, post, ...deputy };
    const systems = await systemNames(at.definition);
    const hidden = hiddenPhases(at.viewer, system, state);
    const since = await changedSince(ledger, { code, system }, state);
    return c.json(explanationView({ state, actor, systems, setting: settingOf(at), hidden, since }), 200);
  });
  api.openapi(submitRoute, async (c) => {
    const at = c.get('programme');
    const { code, system } = c.req.valid('param');
    const body = c.req.valid('json');
    c.set('about', aboutAct(body));
    const actor = actorOf(c, body.post, system, body.occurredOn);
    const given = { fact: factSent(body.fact), actor, ...envelope(body), seenVersion: body.seenVersion };
    const submission = readBy(submissionShape, given);
    const refusals = await namedPersonObjections(
      { ...parts, today: at.days.programme },
      code,
      system,
      submission,
    );
    const answered: Outcome =
      refusals.length > 0 ? { status: 'refused', refusals } : await door.submit(code, system, submission);
    const outcome = await shownOutcome(parts, at, system, answered);
    const names = async () => {
      const { definition } = await stateOf(ledger, code, system, null);
      return namesOf(definition, await systemNames(at.definition));
    };
    const { recorded } = await recordedOf(outcome, names, log);
    return c.json({ setting: settingOf(at), version: recorded.seq, ...recorded }, 200);
  });
}

/** Of posts held, the first that is waited for, or else the first. */
function firstOf(held: readonly { post: string }[], { definition, snapshot }: State): string | undefined {
  const { waitingFor } = summarize(definition, snapshot);
  return (held.find(({ post }) => waitingFor.includes(post)) ?? held[0])?.post;
}

/** A refusal quotes no file that its sender is not shown. */
export async function shownOutcome(
  { ledger }: ServerParts,
  { definition: { code }, viewer }: ProgrammeAtHand,
  system: string,
  outcome: Outcome,
): Promise<Outcome> {
  if (outcome.status !== 'refused') return outcome;
  const state = await stateOf(ledger, code, system, null);
  const hidden = hiddenPhases(viewer, system, state);
  const who = seenBy(state, standing(state.snapshot).phase);
  return { ...outcome, refusals: shownRefusals(outcome.refusals, hidden, who) };
}

/** Whoever may hold one: the bodies, and the posts that stand beside them. */
const postsOf = ({ bodies }: ProgrammeDefinition): Known[] => [
  ...bodies,
  ...[ADMINISTRATOR, AUDITOR].map((id) => ({ id, label: programmeNames([], new Map()).post(id) })),
];

type BoardQuery = z.output<typeof boardQuery>;

/** @throws ProblemError invalid for a wave, phase or post that the programme does not have */
async function filterOf(
  { phaseNames }: ServerParts,
  programme: ProgrammeDefinition,
  query: BoardQuery,
): Promise<BoardFilter> {
  const { wave, phase, activity, regime, overdue, stage, blocked, live, business, waitingFor, q } = query;
  const wanted = (word: 'true' | 'false' | undefined) => (word === undefined ? undefined : word === 'true');
  const { code, waves, bodies } = programme;
  return {
    programme: code,
    wave: wave === undefined ? undefined : knownId('wave', wave, waves),
    phase: phase === undefined ? undefined : knownId('phase', phase, await phaseNames(programme)),
    activity,
    regime,
    overdue: wanted(overdue),
    stage,
    blocked: wanted(blocked),
    live: wanted(live),
    business: business === undefined ? undefined : (officialBusiness(business) ?? business),
    waitingFor: waitingFor === undefined ? undefined : [knownId('waitingFor', waitingFor, bodies)],
    text: q,
  };
}

async function rowsAt(
  { ledger }: ServerParts,
  { definition, scope }: ProgrammeAtHand,
  asOf: AsOf,
  filter: BoardFilter,
  request: PageRequest & Pick<BoardQuery, 'order'>,
): Promise<{ page: Page<BoardRow>; totals: BoardTotals; found: number; choosable: Choosable[] }> {
  const { code } = definition;
  if (asOf === null && scope === null) {
    const inOrder = request.order === 'worst' ? ledger.boardWorstFirst : ledger.board;
    const [page, totals, found, choosable] = await Promise.all([
      inOrder(filter, request),
      ledger.boardTotals(code),
      ledger.boardFound(filter),
      ledger.boardChoosable(code),
    ]);
    return { page, totals, found, choosable };
  }
  const seen = (await rowsOf(ledger, { definition, scope }, asOf)).flatMap((row) => {
    if (scope === null || scope.has(row.system)) return [row];
    return definition.sight?.otherSystems === 'outline' ? [outlineOf(row)] : [];
  });
  const rows = seen.filter((row) => matches(row, filter));
  const ordered = request.order === 'worst' ? worstFirst(rows) : rows;
  return { page: pageOfRows(ordered, request), totals: totalsOf(seen), found: rows.length, choosable: seen };
}

/** Of more systems than the reader's alone where a past day is asked for, or the programme shows the others in outline. */
async function rowsOf(
  ledger: ServerParts['ledger'],
  { definition: { code, sight, systems }, scope }: Pick<ProgrammeAtHand, 'definition' | 'scope'>,
  asOf: AsOf,
): Promise<BoardRow[]> {
  if (asOf) return ledger.boardOn(code, asOf.day, asOf.by);
  if (sight?.otherSystems === 'outline') {
    return (await ledger.board({ programme: code }, { limit: systems.length })).items;
  }
  const own = await Promise.all([...(scope ?? [])].map((system) => ledger.system(chainOf(code, system))));
  return own.filter((row) => row !== null);
}
