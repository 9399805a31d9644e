// Puts into the access log what was refused: whoever is not let in, and acts that are not taken. The same again is counted,
// so that nobody fills it by asking. Knows no route.
import type { Context, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { AccessLog } from '../../accounts/access-log.ts';
import { type GatekeeperParts, placeOf } from '../gatekeeper.ts';
import { ProblemError } from '../problem/problem.ts';
import type { ProblemCode } from '../problem/problem-texts.ts';
import type { RequestEnv, RouteAt } from '../request.ts';
import { changes } from '../security.ts';

interface Parts extends Pick<GatekeeperParts, 'remoteAddress' | 'ledger' | 'people'> {
  accessLog: AccessLog;
  log: Logger;
}

const SHUT_OUT = new Set([401, 403, 423, 429]);
const NOT_TAKEN = new Set([409, 422]);

export function refusalsLogged(parts: Parts): MiddlewareHandler<RequestEnv> {
  return async (c, next) => {
    await next();
    const { status } = c.res;
    const isRefusal = SHUT_OUT.has(status) || (NOT_TAKEN.has(status) && changes(c.req.method));
    if (isRefusal) await writeRefusal(c, parts, c.error);
  };
}

/** One that is answered by other means than its problem writes itself in. */
export async function writeRefusal(c: Context<RequestEnv>, parts: Parts, error: unknown): Promise<void> {
  const { accessLog, remoteAddress, log } = parts;
  // Nothing answers there: it is refused to everyone alike.
  const route = c.get('route') as RouteAt | undefined;
  if (!route) return;
  const caller = c.get('caller');
  const about = c.get('about') as RequestEnv['Variables']['about'] | undefined;
  const code: ProblemCode = error instanceof ProblemError ? error.code : 'invalid';
  const codes = error instanceof ProblemError ? (error.details.refusals ?? []).map((one) => one.code) : [];
  const detail = { ...about?.detail, ...(codes.length > 0 ? { refusals: codes.join(' ') } : {}) };
  const who = { account: caller?.person.account ?? '', via: caller?.via ?? ('nobody' as const) };
  await existing(parts, placeOf(c, remoteAddress))
    .then((place) =>
      accessLog.writeOnce({
        ...who,
        ...place,
        subject: about?.subject ?? place.subject,
        problem: code,
        detail,
      }),
    )
    // It is refused already, and nothing was given out.
    .catch((failure: unknown) => log.error({ err: failure, code }, 'a refusal could not be logged'));
}

type Place = ReturnType<typeof placeOf>;

/** Names that are there: one that nobody has would make a line of its own each time, and may be anything. */
async function existing({ ledger, people }: Parts, place: Place): Promise<Place> {
  const { programme, system, subject } = place;
  const definition = programme === null ? null : await ledger.definitions.latestProgramme(programme);
  const isThere = system !== null && (definition?.systems.includes(system) ?? false);
  const person = subject === null ? null : await people.find(subject);
  return {
    ...place,
    programme: definition?.code ?? null,
    system: isThere ? system : null,
    subject: person?.account ?? null,
  };
}
