// The plan of a programme in one answer, now or on a past day, or as a spreadsheet; and what an act would do to it.
import { z } from '@hono/zod-openapi';
import { submission as submissionShape } from '../../../machines/migration/event.ts';
import type { Planned } from '../../../machines/programme/vendors/cut-over.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { submitBody } from '../../contract/entries.ts';
import { effectView as effectShape, schedule } from '../../contract/planning/schedule.ts';
import { asOfQuery } from '../../contract/values.ts';
import { hiddenPhases } from '../../door/disclosing.ts';
import { actorOf, envelope, factSent, readBy } from '../../door/submitting.ts';
import { attachment, fileNamed, XLSX } from '../../http/attachment.ts';
import { type Api, guarded, json, jsonBody } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { collidingByPlan } from '../../procuring/colliding.ts';
import { scheduleSheetRows } from '../../report/planning/schedule-sheet.ts';
import { scheduleXlsx } from '../../report/xlsx.ts';
import { effectView, planMoved } from '../../views/planning/effect-view.ts';
import { scheduleView } from '../../views/planning/schedule-view.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { programmePath, systemPath } from '../parameters.ts';

const tags = ['deadlines'];

const scheduleRoute = guarded(
  { need: 'reads', logged: 'once', ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/schedule',
    operationId: 'schedule',
    tags,
    summary: '工程表 / the plan of every system, its deadlines and what waits for what',
    request: { params: programmePath, query: asOfQuery },
    responses: { 200: json(schedule, 'a row a system, in the programme’s order') },
  },
);
const sheetRoute = guarded(
  { need: 'reads', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/schedule.xlsx',
    operationId: 'scheduleSheet',
    tags,
    summary: '工程表の表計算ファイル / the same as a spreadsheet, with real dates',
    request: {
      params: programmePath,
      query: asOfQuery.extend({ lang: z.enum(['ja', 'en']).default('ja') }),
    },
    responses: {
      200: {
        description: 'the file',
        content: { [XLSX]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
  },
);
const effectRoute = guarded(
  { need: 'acts' },
  {
    method: 'post',
    path: '/programmes/{code}/systems/{system}/effect',
    operationId: 'effect',
    tags,
    summary: '記録する前の影響 / what an act would move, without recording it',
    request: { params: systemPath, body: jsonBody(submitBody) },
    responses: { 200: json(effectShape, 'the days that would move, and whose') },
  },
);

export function scheduleRoutes(api: Api, parts: ServerParts): void {
  const { ledger, systemNames } = parts;
  /** Of the systems that the reader sees whole; of these alone, where they are named. */
  const statesFor = (
    { definition: { code, systems }, scope }: ProgrammeAtHand,
    past: Past,
    named: readonly string[] = systems,
  ) => {
    const own = ownOf({ systems }, scope).filter((system) => named.includes(system));
    return ledger.statesOn(
      own.map((system) => chainOf(code, system)),
      past,
    );
  };
  const collidingFor = ({ definition, scope, viewer }: ProgrammeAtHand, system: string, plan: Planned) =>
    collidingByPlan(
      {
        ledger,
        code: definition.code,
        systems: ownOf(definition, scope),
        isShown: (one, state) => hiddenPhases(viewer, one, state).size === 0,
      },
      system,
      plan,
    );
  const scheduleFor = async (at: ProgrammeAtHand, past: Past) =>
    scheduleView({
      states: await statesFor(at, past),
      programme: at.definition,
      systems: await systemNames(at.definition),
      setting: settingOf(at, past),
    });
  api.openapi(scheduleRoute, async (c) => {
    const at = c.get('programme');
    return c.json(await scheduleFor(at, asOfFrom(c.req.valid('query'), at)), 200);
  });
  api.openapi(sheetRoute, async (c) => {
    const at = c.get('programme');
    const { lang, ...asked } = c.req.valid('query');
    const past = asOfFrom(asked, at);
    const made = await scheduleXlsx(scheduleSheetRows(await scheduleFor(at, past), lang));
    const name = fileNamed(at.definition, 'schedule', past?.day ?? at.days.programme);
    return c.body(new Uint8Array(made).buffer, 200, attachment(XLSX, `${name}.xlsx`));
  });
  api.openapi(effectRoute, async (c) => {
    const at = c.get('programme');
    const { system } = c.req.valid('param');
    const body = c.req.valid('json');
    const actor = actorOf(c, body.post, system, body.occurredOn);
    const given = { fact: factSent(body.fact), actor, ...envelope(body), seenVersion: body.seenVersion };
    const event = { ...readBy(submissionShape, given), at: at.now };
    const systems = await systemNames(at.definition);
    const kept = await ledger.definitions.latestMigration(at.definition.code, system);
    const states = await statesFor(at, null, [system, ...(kept?.definition.dependents ?? [])]);
    const { viewer } = at;
    const plan = planMoved(event);
    const collisions = plan ? await collidingFor(at, system, plan) : [];
    const effect = effectView({ system, states, event, systems, setting: settingOf(at), viewer, collisions });
    if (!effect) throw new ProblemError('notFound');
    return c.json(effect, 200);
  });
}

type Past = ReturnType<typeof asOfFrom>;

const ownOf = (
  { systems }: Pick<ProgrammeAtHand['definition'], 'systems'>,
  scope: ProgrammeAtHand['scope'],
): string[] => systems.filter((system) => scope === null || scope.has(system));
