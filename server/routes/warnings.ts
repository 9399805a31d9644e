// Who was warned of a system's deadlines, with what came of it.
import { deadlineId, warningList } from '../contract/telling/contacts.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import type { ServerParts } from '../parts.ts';
import { warningView } from '../views/digest-view.ts';
import { systemPath } from './parameters.ts';

const tags = ['deadlines'];
const guard = { need: 'reads', logged: 'once' } as const;
const responses = { 200: json(warningList, 'the newest first, 500 at most') };

const systemRoute = guarded(guard, {
  method: 'get',
  path: '/programmes/{code}/systems/{system}/warnings',
  operationId: 'systemWarnings',
  tags,
  summary:
    'システムの期限を誰にいつ知らせたか / who was warned of a system’s deadlines, by which channel, and when it was read',
  request: { params: systemPath },
  responses,
});
const deadlineRoute = guarded(guard, {
  method: 'get',
  path: '/programmes/{code}/systems/{system}/deadlines/{deadline}/warnings',
  operationId: 'deadlineWarnings',
  tags,
  summary: '一つの期限を誰にいつ知らせたか / the same of one deadline',
  request: { params: systemPath.extend({ deadline: deadlineId }) },
  responses,
});

export function warningRoutes(api: Api, { ledger }: ServerParts): void {
  api.openapi(systemRoute, async (c) => {
    const { code, system } = c.req.valid('param');
    return c.json({ items: (await ledger.warnings(code, { system, deadline: null })).map(warningView) }, 200);
  });
  api.openapi(deadlineRoute, async (c) => {
    const { code, system, deadline } = c.req.valid('param');
    return c.json({ items: (await ledger.warnings(code, { system, deadline })).map(warningView) }, 200);
  });
}
