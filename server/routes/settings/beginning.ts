// Whether an installation has begun: told to anyone, since nobody could sign in to ask. Who begins it holds the machine's own key.
import { beginning } from '../../contract/settings/beginning.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import type { ServerParts } from '../../parts.ts';

const route = guarded(
  { need: 'open' },
  {
    method: 'get',
    path: '/beginning',
    operationId: 'getBeginning',
    tags: ['accounts'],
    summary: '実運用が始まっているか / whether anybody administers this installation',
    responses: { 200: json(beginning, 'whether it has begun') },
  },
);

export function beginningRoutes(api: Api, { people, clocks }: ServerParts): void {
  api.openapi(route, async (c) => c.json({ begun: await people.hasAdministrator(clocks.realToday()) }, 200));
}
