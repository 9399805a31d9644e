// What of the audit is its reader's: which questions they may ask and what they may take away, by the guards of the routes themselves.
import type { z } from '@hono/zod-openapi';
import { auditView } from '../../contract/auditing/audit.ts';
import { meets } from '../../http/gatekeeper.ts';
import { type Api, guarded, json, type Need, statedRoutes } from '../../http/guarded-route.ts';
import { callerOf } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { chainsSeen } from '../../report/export.ts';
import { settingOf } from '../../views/setting.ts';
import { programmePath } from '../parameters.ts';
import { papers } from './papers.ts';

const auditRoute = guarded(
  { need: 'reads' },
  {
    method: 'get',
    path: '/programmes/{code}/audit',
    operationId: 'audit',
    tags: ['record'],
    summary:
      '監査の入口（自分が問えること、持ち出せるもの、記録の始まり） / which questions of an audit are yours to ask, what you may take away, where the record begins',
    request: { params: programmePath },
    responses: { 200: json(auditView, 'what is yours') },
  },
);

const questions = {
  difference: 'GET /programmes/:code/difference',
  search: 'GET /programmes/:code/search',
  corrections: 'GET /programmes/:code/corrections',
  verify: 'POST /programmes/:code/verify',
  access: 'GET /programmes/:code/access-log',
} satisfies Record<keyof z.infer<typeof auditView>['may'], string>;

export function auditRoutes(api: Api, { ledger, clocks }: ServerParts): void {
  api.openapi(auditRoute, async (c) => {
    const at = c.get('programme');
    const { code } = at.definition;
    const { person } = callerOf(c);
    const needs = new Map(statedRoutes(api).map(({ method, path, need }) => [`${method} ${path}`, need]));
    const may = (route: string): boolean => {
      const need: Need | null | undefined = needs.get(route);
      return need != null && meets(need, { person, at, system: undefined, realToday: clocks.realToday() });
    };
    const seen = chainsSeen(at);
    const [heads, begins] = await Promise.all([ledger.heads(code), ledger.beginning(code, seen)]);
    const shown = heads.filter(({ chain }) => !seen || seen.includes(chain));
    const view: z.infer<typeof auditView> = {
      setting: settingOf(at),
      chains: shown.length,
      entries: shown.reduce((sum, { seq }) => sum + seq, 0),
      begins,
      may: {
        difference: may(questions.difference),
        search: may(questions.search),
        corrections: may(questions.corrections),
        verify: may(questions.verify),
        access: may(questions.access),
      },
      papers: papers
        .filter(({ route }) => may(`GET /programmes/:code${route}`))
        .map(({ id, name, holds, route, query, command }) => ({
          id,
          name,
          holds,
          path: {
            ja: `/programmes/${code}${route}${query.ja}`,
            en: `/programmes/${code}${route}${query.en}`,
          },
          command,
        })),
    };
    return c.json(view, 200);
  });
}
