// By how much the days of each system have moved, by phase and cause; systems without any are left out.
import { z } from '@hono/zod-openapi';
import type { BoardRow } from '../../ledger/models/rows.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { LENGTH } from '../../machines/record/limits.ts';
import { slipList } from '../contract/reports/tables.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import type { ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { settingOf } from '../views/setting.ts';
import { programmePath } from './parameters.ts';

const route = guarded(
  { need: 'reads', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/slips',
    operationId: 'slips',
    tags: ['deadlines'],
    summary: '遅れの累計 / by how much days have moved, by phase and cause',
    request: {
      params: programmePath,
      query: z.object({ system: z.string().max(LENGTH.id).optional() }),
    },
    responses: { 200: json(slipList, 'slips of the systems that have any') },
  },
);

export function slipRoutes(api: Api, parts: ServerParts): void {
  api.openapi(route, async (c) => {
    const at = c.get('programme');
    const { system } = c.req.valid('query');
    const rows = (await rowsOf(parts, at)).filter((row) => system === undefined || row.system === system);
    const systems = rows.flatMap(({ system: id, name, summary: { slips = [] } }) =>
      slips.length > 0 ? [{ system: id, name, slips }] : [],
    );
    return c.json({ setting: settingOf(at), systems }, 200);
  });
}

/** Of the systems that the reader sees whole. */
async function rowsOf({ ledger }: ServerParts, { definition, scope }: ProgrammeAtHand): Promise<BoardRow[]> {
  const { code, systems } = definition;
  const own = systems.filter((system) => scope === null || scope.has(system));
  if (scope === null)
    return (await ledger.board({ programme: code }, { limit: Math.max(1, own.length) })).items;
  const found = await Promise.all(own.map((system) => ledger.system(chainOf(code, system))));
  return found.filter((row) => row !== null);
}
