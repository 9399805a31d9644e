// The procurements of a programme, a system each, as its reader may see them.
import { chainOf } from '../../../machines/record/chain.ts';
import { procurementList } from '../../contract/procuring/rfp.ts';
import { hiddenPhases, seesInside } from '../../door/disclosing.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import type { ServerParts } from '../../parts.ts';
import { procurementListOf } from '../../views/procuring/procurement-list.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const route = guarded(
  { need: 'reads', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/procurements',
    operationId: 'procurements',
    tags: ['procurement'],
    summary:
      '調達手続の一覧 / how the procurement of each system stands: all of it for those with a duty, the published part for others',
    request: { params: programmePath },
    responses: { 200: json(procurementList, 'of the systems that the reader sees whole') },
  },
);

export function procurementRoutes(api: Api, { ledger }: ServerParts): void {
  api.openapi(route, async (c) => {
    const at = c.get('programme');
    const { code, systems } = at.definition;
    const own = systems.filter((system) => at.scope === null || at.scope.has(system));
    const states = await ledger.statesOn(
      own.map((system) => chainOf(code, system)),
      null,
    );
    const seen = states.map((state) => ({
      state,
      inside: seesInside(at.viewer, state),
      isHidden: hiddenPhases(at.viewer, state.definition.system.id, state).size > 0,
    }));
    const setting = settingOf(at);
    const shown = { setting, account: at.viewer.account, nowMs: Date.parse(at.now) };
    return c.json(procurementListOf(seen, shown), 200);
  });
}
