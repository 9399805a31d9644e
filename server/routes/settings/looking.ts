// What decides a programme now, to be looked at: its paths, and a year of its calendars.
import { programmeNames } from '../../../texts/names.ts';
import { calendarList, calendarQuery, pathList } from '../../contract/settings/paths.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { inForceOf } from '../../intake/editions.ts';
import type { ServerParts } from '../../parts.ts';
import { settingOf } from '../../views/setting.ts';
import { calendarViews } from '../../views/settings/calendar-view.ts';
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

export function lookingRoutes(api: Api, { ledger, systemNames }: ServerParts): void {
  const inForce = async (code: string) =>
    (await inForceOf(ledger, code)).migrations.map(({ definition }) => definition);
  api.openapi(pathsRoute, async (c) => {
    const at = c.get('programme');
    const { definition } = at;
    const systems = await systemNames(definition);
    const names = programmeNames(definition.bodies, systems);
    const migrations = await inForce(definition.code);
    const told = {
      version: definition.version,
      items: pathViews(migrations, systems),
      bodies: definition.bodies.map(({ id: body, label, members, term }) => {
        return { body, label, members, until: term?.until ?? null };
      }),
      waves: definition.waves.map(({ id: wave, label }) => ({ wave, label })),
      systems: systemViews(migrations, definition.systems, names),
      businesses: definition.businesses.map(({ name, applies }) => ({ name, applies })),
    };
    return c.json({ setting: settingOf(at), ...told }, 200);
  });
  api.openapi(calendarsRoute, async (c) => {
    const at = c.get('programme');
    const { definition, days } = at;
    const year = Number(c.req.valid('query').year ?? days.programme.slice(0, 4));
    const items = calendarViews(await inForce(definition.code), await systemNames(definition), year);
    return c.json({ setting: settingOf(at), year, items }, 200);
  });
}
