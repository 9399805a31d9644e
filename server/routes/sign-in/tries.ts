// What is guessed at, a password or a code, is tried within lockout's bounds; what comes of a code, as the problem it is answered with.

import type { Refused, Taken } from '../../accounts/second-factor/second-factors.ts';
import type { Held } from '../../accounts/sign-in/lockout.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProblemCode } from '../../http/problem/problem-texts.ts';
import type { ServerParts } from '../../parts.ts';

/** @throws ProblemError locked, tooMany */
export function refuseHeld(held: Held): void {
  if (held === null) return;
  throw new ProblemError(held.as === 'locked' ? 'locked' : 'tooMany', { retryAfter: held.seconds });
}

export const problemOfCode: Record<Refused, ProblemCode> = {
  wrong: 'secondFactorWrong',
  none: 'secondFactorNone',
  unreadable: 'secondFactorUnreadable',
};

/** @throws ProblemError secondFactorWrong, secondFactorUnreadable, locked, tooMany */
export async function takeCode(
  { secondFactors, codeLockout }: ServerParts,
  { account, address, code }: { account: string; address: string; code: string },
): Promise<Taken> {
  refuseHeld(await codeLockout.attempt(account, address));
  const taken = await secondFactors.take(account, code);
  if (taken !== 'authenticator' && taken !== 'backup') throw new ProblemError(problemOfCode[taken]);
  await codeLockout.succeeded(account, address);
  return taken;
}
