// The proof of the record, on request.
import { z } from '@hono/zod-openapi';
import { faultText } from '../../texts/fault-texts.ts';
import { verification } from '../contract/programmes.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import type { ServerParts } from '../parts.ts';
import { settingOf } from '../views/setting.ts';
import { programmePath } from './parameters.ts';

const verifyRoute = guarded(
  { need: 'readsAll', logged: true },
  {
    method: 'get',
    path: '/programmes/{code}/verify',
    operationId: 'verify',
    tags: ['record'],
    summary: '記録の検証 / proves that nothing was changed or left out; names the first wrong entry',
    request: {
      params: programmePath,
      query: z.object({ decide: z.enum(['true', 'false']).default('false') }),
    },
    responses: { 200: json(verification, 'the result') },
  },
);

export function verifyRoutes(api: Api, { ledger, health }: ServerParts): void {
  api.openapi(verifyRoute, async (c) => {
    const at = c.get('programme');
    const decide = c.req.valid('query').decide === 'true';
    const found = await ledger.verify({ programme: at.definition.code, decide });
    const { ok, chains, entries, redecided, firstWrong, heads, milliseconds } = found;
    health.doctor.verified({ at: new Date().toISOString(), ok: found.ok });
    return c.json(
      {
        setting: settingOf(at),
        ok,
        chains,
        entries,
        redecided,
        firstWrong: firstWrong && {
          chain: firstWrong.chain,
          seq: firstWrong.seq,
          what: firstWrong.what,
          message: faultText(firstWrong.what),
        },
        heads,
        milliseconds,
      },
      200,
    );
  });
}
