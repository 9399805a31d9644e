// The read models of a programme made anew from its entries, on request: what `verify` finds wrong in them is mended so.
import { type Rebuilt, rebuilt } from '../../contract/keeping.ts';
import { type Api, guarded, json, waitingAnswer } from '../../http/guarded-route.ts';
import { takeTurns } from '../../http/turns.ts';
import type { ServerParts } from '../../parts.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const AGAIN_SECONDS = 30;

const rebuildRoute = guarded(
  { need: 'keeps', logged: true },
  {
    method: 'post',
    path: '/programmes/{code}/rebuild',
    operationId: 'rebuild',
    tags: ['record'],
    summary:
      '一覧・期限・受信箱の作り直し / the read models made anew from the entries, one system at a time while the others go on',
    request: { params: programmePath },
    responses: { 200: json(rebuilt, 'how many systems'), ...waitingAnswer },
  },
);

export function rebuildRoutes(api: Api, { ledger }: ServerParts): void {
  const inTurn = takeTurns(1, AGAIN_SECONDS);
  api.openapi(rebuildRoute, async (c) => {
    const at = c.get('programme');
    const systems = await inTurn(() => ledger.rebuildReadModels(at.definition.code));
    const answer: Rebuilt = { setting: settingOf(at), systems };
    return c.json(answer, 200);
  });
}
