// What somebody does to what is their own, or an administrator to others', in the access log: once it is known to be done, or
// before, as its route needs. Knows no route.
import type { Context } from 'hono';
import type { AccessLog } from '../../accounts/access-log.ts';
import { type GatekeeperParts, placeOf } from '../gatekeeper.ts';
import { ProblemError } from '../problem/problem.ts';
import { callerOf, type RequestEnv } from '../request.ts';

interface Parts extends Pick<GatekeeperParts, 'remoteAddress'> {
  accessLog: AccessLog;
}

interface Told {
  programme?: string | null;
  system?: string | null;
  subject?: string | null;
  detail?: Record<string, string>;
}

/** @throws ProblemError unlogged */
export async function logged(
  c: Context<RequestEnv>,
  { accessLog, remoteAddress }: Parts,
  { detail = {}, ...told }: Told = {},
): Promise<void> {
  const { person, via } = callerOf(c);
  const access = { account: person.account, via, ...placeOf(c, remoteAddress), ...told, detail };
  await accessLog.write(access).catch((error: unknown) => {
    throw new ProblemError('unlogged', {}, error);
  });
}
