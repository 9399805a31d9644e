// The stream of what moves in a programme: what one has read is read again where it says so, and not by asking again and again.
import { streamSSE } from 'hono/streaming';
import * as z from 'zod';
import { type Admitted, joinChanges } from '../../changes/telling.ts';
import { admittedAgain } from '../../http/gatekeeper.ts';
import { type Api, guarded } from '../../http/guarded-route.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import { callerOf, type ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { programmePath } from '../parameters.ts';

const EVENT_STREAM = 'text/event-stream';
/** When a page without a place asks again. */
const AGAIN_SECONDS = 30;

const changesRoute = guarded(
  { need: 'reads' },
  {
    method: 'get',
    path: '/programmes/{code}/changes',
    operationId: 'changes',
    tags: ['changes'],
    summary:
      '変更の知らせ(SSE) / what moves, told at once by server-sent events: `change` {items: [{system, seq}]} (system null: the programme itself), `all` anything may have moved, `beat` {now, today} every ten seconds, `away` nothing is heard for now, `ended` {code} and the end. Nothing of what was recorded. `Last-Event-ID` goes on where one was; 429 where the account has four streams already',
    request: {
      params: programmePath,
      headers: z.object({ 'last-event-id': z.string().max(64).optional() }),
    },
    responses: {
      200: { description: 'the stream', content: { [EVENT_STREAM]: { schema: z.string() } } },
      429: { description: 'too many streams / 接続が多すぎる' },
    },
  },
);

const admittedTo = ({ scope, now, days }: ProgrammeAtHand): Admitted => ({
  scope,
  now,
  today: days.programme,
});

export function changeRoutes(api: Api, parts: ServerParts): void {
  api.openapi(changesRoute, (c) => {
    const { code } = c.get('programme').definition;
    const reader = {
      programme: code,
      account: callerOf(c).person.account,
      heard: c.req.header('Last-Event-ID') ?? null,
      admit: async () => admittedTo(await admittedAgain(c, parts, code)),
    };
    const joined = joinChanges(parts.changes, reader);
    if (!joined) throw new ProblemError('tooMany', { retryAfter: AGAIN_SECONDS });
    const response = streamSSE(c, joined.tell);
    // Neither held back nor packed by what stands between.
    response.headers.set('Cache-Control', 'no-store, no-transform');
    response.headers.set('X-Accel-Buffering', 'no');
    return response;
  });
}
