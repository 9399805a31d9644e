// What decides a programme now, to be looked at: its paths, and a year of its calendars.
import { chainOf } from '../../../machines/record/chain.ts';
import { programmeNames } from '../../../texts/names.ts';
import {
  calendarList,
  calendarQuery,
  officesView as officesShape,
  pathList,
} from '../../contract/settings/paths.ts';
import { asOfQuery } from '../../contract/values.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { inForceOf } from '../../intake/editions.ts';
import type { ServerParts } from '../../parts.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { calendarViews } from '../../views/settings/calendar-view.ts';
import { officesView } from '../../views/settings/offices-view.ts';
import { pathViews, systemViews } from '../../views/settings/paths-view.ts';
import { programmePath } from '../parameters.ts';

const tags = ['programmes'];

const pathsRoute = guarded(
  { need: 'readsAll' },
  {
    method: 'get',
    path: '/programmes/{code}/paths',
    operationId: 'listPaths',
    tags,
    summary: '工程の定義 / the paths in force: phases, gates, who decides, deadlines, and the bodies',
    request: { params: programmePath },
    responses: { 200: json(pathList, 'paths') },
  },
);
const calendarsRoute = guarded(
  { need: 'readsAll' },
  {
    method: 'get',
    path: '/programmes/{code}/calendars',
    operationId: 'listCalendars',
    tags,
    summary: '暦 / the calendars in force: the closed days of a year, and where each comes from',
    request: { params: programmePath, query: calendarQuery },
    responses: { 200: json(calendarList, 'calendars') },
  },
);

const officesRoute = guarded(
  { need: 'readsAll', logged: true },
  {
    method: 'get',
    path: '/programmes/{code}/offices',
    operationId: 'offices',
    tags,
    summary:
      'その日の職と会議体 / who held which post on a day, and what its bodies were, now or on a past day',
    request: { params: programmePath, query: asOfQuery },
    responses: { 200: json(officesShape, 'posts and bodies') },
  },
);

export function lookingRoutes(api: Api, { ledger, systemNames }: ServerParts): void {
  const inForce = async (code: string) =>
    (await inForceOf(ledger, code)).migrations.map(({ definition }) => definition);
  api.openapi(pathsRoute, async (c) => {
    const at = c.get('programme');
    const { definition } = at;
    const systems = await systemNames(definition);
    const names = programmeNames(definition.bodies, systems);
    const [migrations, phases] = await Promise.all([
      inForce(definition.code),
      ledger.boardPhases(definition.code),
    ]);
    const told = {
      version: definition.version,
      items: pathViews(migrations, systems),
      bodies: definition.bodies.map(({ id: body, label, members, term }) => {
        return { body, label, members, until: term?.until ?? null };
      }),
      waves: definition.waves.map(({ id: wave, label }) => ({ wave, label })),
      systems: systemViews(migrations, definition.systems, names, phases),
      businesses: definition.businesses.map(({ name, applies }) => ({ name, applies })),
    };
    return c.json({ setting: settingOf(at), ...told }, 200);
  });
  api.openapi(officesRoute, async (c) => {
    const at = c.get('programme');
    const { code, systems } = at.definition;
    const asOf = asOfFrom(c.req.valid('query'), at);
    const state = asOf ? await ledger.programmeOn(code, asOf.day, asOf.by) : await ledger.programme(code);
    if (!state) throw new ProblemError('notYet');
    const states = await ledger.statesOn(
      systems.map((system) => chainOf(code, system)),
      asOf,
    );
    const day = asOf?.day ?? at.days.programme;
    const told = officesView(state, states, await systemNames(at.definition), day);
    return c.json({ setting: settingOf(at, asOf), ...told }, 200);
  });
  api.openapi(calendarsRoute, async (c) => {
    const at = c.get('programme');
    const { definition, days } = at;
    const year = Number(c.req.valid('query').year ?? days.programme.slice(0, 4));
    const items = calendarViews(await inForce(definition.code), await systemNames(definition), year);
    return c.json({ setting: settingOf(at), year, items }, 200);
  });
}
