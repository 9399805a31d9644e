// Who was warned of a system's deadlines, with what came of it; and of all that the reader sees, as a file.
import { z } from '@hono/zod-openapi';
import { chainOf } from '../../machines/record/chain.ts';
import { LENGTH } from '../../machines/record/limits.ts';
import { programmeNames } from '../../texts/names.ts';
import { deadlineId, warningList } from '../contract/telling/contacts.ts';
import { day } from '../contract/values.ts';
import { attachment, CSV, fileNamed } from '../http/attachment.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { receiptsCsv } from '../report/receipts.ts';
import { warningView } from '../views/digest-view.ts';
import { programmePath, systemPath } from './parameters.ts';

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

const exportRoute = guarded(
  { need: 'replays', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/warnings.csv',
    operationId: 'warningsExport',
    tags,
    summary:
      '期限を誰に・いつ・どの経路で知らせ、どうなったかの CSV / who was warned of which deadline, by which channel, and what came of it, as CSV (UTF-8 with BOM)',
    request: {
      params: programmePath,
      query: z.object({
        from: day.optional(),
        to: day.optional(),
        system: z.string().max(LENGTH.id).optional(),
        lang: z.enum(['ja', 'en']).default('ja'),
      }),
    },
    responses: {
      200: {
        description: 'oldest first; a row for the inbox and one for each channel besides',
        content: { [CSV]: { schema: z.string() } },
      },
    },
  },
);

export function warningRoutes(api: Api, parts: ServerParts): void {
  const { ledger, systemNames } = parts;
  api.openapi(exportRoute, async (c) => {
    const at = c.get('programme');
    const { from, to, system, lang } = c.req.valid('query');
    const { code, rehearsal, bodies } = at.definition;
    const systems = await systemsAsked(parts, at, system);
    const { post } = programmeNames(bodies, await systemNames(at.definition));
    const pages = ledger.everyWarning({ programme: code, systems, from, until: to });
    const name = `${fileNamed(at.definition, 'warnings', to ?? at.days.programme)}.csv`;
    return c.body(receiptsCsv(pages, { language: lang, rehearsal, post }), 200, attachment(CSV, name));
  });
  api.openapi(systemRoute, async (c) => {
    const { code, system } = c.req.valid('param');
    return c.json({ items: (await ledger.warnings(code, { system, deadline: null })).map(warningView) }, 200);
  });
  api.openapi(deadlineRoute, async (c) => {
    const { code, system, deadline } = c.req.valid('param');
    return c.json({ items: (await ledger.warnings(code, { system, deadline })).map(warningView) }, 200);
  });
}

/** @throws ProblemError forbidden or notFound for one that the reader does not see, or there is not */
async function systemsAsked(
  { ledger }: ServerParts,
  { definition: { code }, scope }: ProgrammeAtHand,
  system: string | undefined,
): Promise<string[] | null> {
  if (system === undefined) return scope && [...scope];
  if (scope !== null && !scope.has(system)) throw new ProblemError('forbidden');
  if (!(await ledger.system(chainOf(code, system)))) throw new ProblemError('notFound');
  return [system];
}
