// What an occurrence around the programme would do, before it is recorded by the programme's own door or put right.
import { chainOf } from '../../../machines/record/chain.ts';
import { occurrencePreview, occurrencePreviewBody } from '../../contract/settings/occurrences.ts';
import { type Api, guarded, json, jsonBody } from '../../http/guarded-route.ts';
import { knownId } from '../../http/problem/known-values.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ServerParts } from '../../parts.ts';
import { settingOf } from '../../views/setting.ts';
import { occurrenceMoves } from '../../views/settings/occurrence-view.ts';
import { programmePath } from '../parameters.ts';

const previewRoute = guarded(
  { need: 'readsAll' },
  {
    method: 'post',
    path: '/programmes/{code}/occurrences/preview',
    operationId: 'previewOccurrence',
    tags: ['programmes'],
    summary:
      '出来事の登録・訂正の下見 / the deadlines that an occurrence would set or move; nothing is recorded',
    request: { params: programmePath, body: jsonBody(occurrencePreviewBody) },
    responses: { 200: json(occurrencePreview, 'the days that would be others') },
  },
);

export function occurrenceRoutes(api: Api, { ledger, systemNames }: ServerParts): void {
  api.openapi(previewRoute, async (c) => {
    const at = c.get('programme');
    const { code, systems, occurrences = [] } = at.definition;
    const { id, on } = c.req.valid('json');
    const occurrence = knownId('id', id, occurrences);
    const state = await ledger.programme(code);
    if (!state) throw new ProblemError('notFound');
    const chains = systems.map((system) => chainOf(code, system));
    const asked = { programme: code, occurrence, on, entry: state.snapshot.context.version + 1 };
    const moves = occurrenceMoves(await ledger.statesOn(chains, null), await systemNames(at.definition), {
      ...asked,
      now: at.now,
      today: at.days.programme,
    });
    return c.json({ setting: settingOf(at), ...moves }, 200);
  });
}
