// Who may set an installation up that nobody administers: whoever sends the secret that its server told as it began. Once somebody
// administers, nobody.
import type { Context } from 'hono';
import type { FirstSecret } from '../../accounts/first/first-secret.ts';
import type { People } from '../../accounts/people.ts';
import type { AddressRate } from '../../accounts/sign-in/address-rate.ts';
import type { Clocks } from '../../door/clocks.ts';
import { ProblemError } from '../problem/problem.ts';
import type { RequestEnv } from '../request.ts';

export interface FirstSetUpParts {
  firstSecret: FirstSecret;
  people: Pick<People, 'hasAdministrator'>;
  clocks: Pick<Clocks, 'realToday'>;
  signInLimit: AddressRate;
  remoteAddress: (c: Context) => string;
}

export const SET_UP_HEADER = 'X-Sekimori-Setup';

/** Whether the console's first page is that of the set-up. */
export const isSetUpOpen = async ({ firstSecret, people, clocks }: FirstSetUpParts): Promise<boolean> =>
  firstSecret.stands() && !(await people.hasAdministrator(clocks.realToday()));

/** @throws ProblemError setUpOver, setUpSecretWrong, tooMany */
export async function requireSetUp(c: Context<RequestEnv>, parts: FirstSetUpParts): Promise<void> {
  if (!(await isSetUpOpen(parts))) throw new ProblemError('setUpOver');
  if (parts.firstSecret.isRight(c.req.header(SET_UP_HEADER) ?? '')) return;
  const wait = await parts.signInLimit.attempt(parts.remoteAddress(c));
  if (wait !== null) throw new ProblemError('tooMany', { retryAfter: wait });
  throw new ProblemError('setUpSecretWrong');
}
