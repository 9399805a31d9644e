// Puts into the access log what was refused: whoever is not let in, and acts that are not taken. The same again is counted,
// so that nobody fills it by asking. Knows no route.
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AccessLog } from '../accounts/access-log.ts';
import { type GatekeeperParts, placeOf } from './gatekeeper.ts';
import { ProblemError } from './problem.ts';
import type { ProblemCode } from './problem-texts.ts';
import type { RequestEnv, RouteAt } from './request.ts';
import { changes } from './security.ts';

interface Parts extends Pick<GatekeeperParts, 'remoteAddress'> {
  accessLog: AccessLog;
  log: Logger;
}

const SHUT_OUT = new Set([401, 403, 423, 429]);
const NOT_TAKEN = new Set([409, 422]);

export function refusalsLogged({ accessLog, remoteAddress, log }: Parts): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    await next();
    const { status } = c.res;
    const isRefusal = SHUT_OUT.has(status) || (NOT_TAKEN.has(status) && changes(c.req.method));
    // Nothing answers there: it is refused to everyone alike.
    const route = c.get('route') as RouteAt | undefined;
    if (!isRefusal || !route) return;
    const caller = c.get('caller');
    const about = c.get('about') as RequestEnv['Variables']['about'] | undefined;
    const code: ProblemCode = c.error instanceof ProblemError ? c.error.code : 'invalid';
    const place = placeOf(c, remoteAddress);
    const codes =
      c.error instanceof ProblemError ? (c.error.details.refusals ?? []).map((one) => one.code) : [];
    await accessLog
      .writeOnce({
        account: caller?.person.account ?? '',
        via: caller?.via ?? 'nobody',
        ...place,
        subject: about?.subject ?? place.subject,
        problem: code,
        detail: { ...about?.detail, ...(codes.length > 0 ? { refusals: codes.join(' ') } : {}) },
      })
      // It is refused already, and nothing was given out.
      .catch((error: unknown) => log.error({ err: error, code }, 'a refusal could not be logged'));
  };
}
