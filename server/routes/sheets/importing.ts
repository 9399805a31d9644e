// The national sheet handed in: first what it would change, then, where that is asked for, the acts. Nothing is recorded by a preview.
import type { Context } from 'hono';
import { chainOf, systemOf } from '../../../machines/record/chain.ts';
import { namesOf } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import { sheetApplied, sheetBody, sheetPreview } from '../../contract/sheets.ts';
import { type Api, guarded, json, jsonBody } from '../../http/guarded-route.ts';
import type { RequestEnv } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { actingIn } from '../../sheet/acting.ts';
import { applied, reasonOf } from '../../sheet/applying.ts';
import { handedIn, type SheetBody, wrong } from '../../sheet/handed-in.ts';
import { planOf } from '../../sheet/plan.ts';
import type { SystemNow } from '../../sheet/planned.ts';
import { type Planned, previewOf } from '../../sheet/preview.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';

const tags = ['reports'];

const previewRoute = guarded(
  { need: 'acts', logged: true, ofEverySystem: true },
  {
    method: 'post',
    path: '/programmes/{code}/national-sheet/preview',
    operationId: 'previewSheet',
    tags,
    summary:
      '40ステップの進捗表の取込みの下見 / what a sheet (.xlsx, CSV) would change, cell by cell; nothing is recorded',
    request: { params: programmePath, body: jsonBody(sheetBody) },
    responses: {
      200: json(sheetPreview, 'what would be recorded, is so already, is in conflict, or cannot be read'),
    },
  },
);
const applyRoute = guarded(
  { need: 'acts', logged: true, ofEverySystem: true },
  {
    method: 'post',
    path: '/programmes/{code}/national-sheet/apply',
    operationId: 'applySheet',
    tags,
    summary:
      '40ステップの進捗表の取込み / record what a sheet says; the same file again records nothing twice',
    request: { params: programmePath, body: jsonBody(sheetBody) },
    responses: { 200: json(sheetApplied, 'what became of each act; what was done stands') },
  },
);

export function sheetImportRoutes(api: Api, parts: ServerParts): void {
  api.openapi(previewRoute, async (c) => {
    const { planned } = await planFor(c, parts, c.req.valid('json'));
    return c.json(previewOf(planned), 200);
  });
  api.openapi(applyRoute, async (c) => {
    const { planned, systems } = await planFor(c, parts, c.req.valid('json'));
    const told = previewOf(planned);
    if (told.counts.withoutDay > 0) throw wrong('on', 'sheet.dayMissing');
    const outcomes = await applied(planned.plan.acts, {
      code: c.get('programme').definition.code,
      door: parts.door,
      log: parts.log,
      file: told.file,
      versions: new Map(systems.map(({ system, snapshot }) => [system, snapshot.context.version])),
      namesOf: namesAmong(systems, planned.names),
    });
    return c.json({ ...told, outcomes }, 200);
  });
}

async function planFor(
  c: Context<RequestEnv>,
  { ledger, systemNames }: ServerParts,
  body: SheetBody,
): Promise<{ planned: Planned; systems: SystemNow[] }> {
  const at = c.get('programme');
  const { definition: programme, scope, days, now } = at;
  const setting = settingOf(at);
  const names = await systemNames(programme);
  const chains = programme.systems.map((system) => chainOf(programme.code, system));
  const all = (await ledger.statesOn(chains, null)).map(({ chain, definition, snapshot }) => ({
    system: systemOf(chain) ?? '',
    definition,
    snapshot,
  }));
  const systems = all.filter(({ system }) => scope === null || scope.has(system));
  const known = systems.map(({ definition }) => definition.system);
  const handed = await handedIn(body, { setting, systems: known });
  const hidden = all
    .filter((one) => !systems.includes(one))
    .flatMap(({ definition }) => definition.system.businesses);
  const inSight = handed.claims.claims.filter(
    ({ business, system }) => system !== null || !hidden.includes(business),
  );
  const nameOf = namesAmong(systems, names);
  const on = body.on ?? null;
  const plan = planOf(inSight, {
    programme,
    systems,
    reason: body.reason ?? null,
    on,
    today: days.programme,
    atMs: Date.parse(now),
    actorFor: actingIn(c, body.post),
    refusalText: (refusal, { system }) => reasonOf(refusalView(refusal, nameOf(system))),
  });
  const outOfSight = handed.claims.claims.length - inSight.length;
  return { planned: { setting, handed, plan, names, on, outOfSight }, systems };
}

function namesAmong(systems: readonly SystemNow[], names: Planned['names']) {
  const bySystem = new Map(systems.map(({ system, definition }) => [system, namesOf(definition, names)]));
  return (system: string) => {
    const found = bySystem.get(system);
    if (!found) throw new Error(`${system} is no system that was read`);
    return found;
  };
}
