// A programme as one file, whole: for keeping, and for another installation to go on with.
import { z } from '@hono/zod-openapi';
import { type Api, guarded, waitingAnswer } from '../../http/guarded-route.ts';
import { takeTurns } from '../../http/turns.ts';
import type { ServerParts } from '../../parts.ts';
import { programmePath } from '../parameters.ts';

const ZIP = 'application/zip';
const AGAIN_SECONDS = 30;

const archiveRoute = guarded(
  { need: 'keeps', logged: true, ofEverySystem: true },
  {
    method: 'get',
    path: '/programmes/{code}/archive',
    operationId: 'archive',
    tags: ['record'],
    summary:
      '計画のアーカイブ / the whole programme as one file: definitions, every entry, keys, people without passwords, documents by digest',
    request: { params: programmePath },
    responses: {
      200: {
        description: 'a ZIP; the same record gives the same bytes',
        content: { [ZIP]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
      ...waitingAnswer,
    },
  },
);

export function archiveRoutes(api: Api, { ledger }: ServerParts): void {
  const inTurn = takeTurns(1, AGAIN_SECONDS);
  api.openapi(archiveRoute, async (c) => {
    const { code } = c.get('programme').definition;
    const packed = await inTurn(() => ledger.archive(code));
    return c.body(packed.buffer, 200, {
      'Content-Type': ZIP,
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="sekimori-${code}.zip"`,
    });
  });
}
