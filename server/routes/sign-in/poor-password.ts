// Refuses a password that a person may not choose, at the field in which it was sent.
import type { Person } from '../../accounts/people.ts';
import { passwordFault, passwordFaultTexts } from '../../accounts/sign-in/password-rules.ts';
import { ProblemError } from '../../http/problem/problem.ts';

interface Chosen {
  field: string;
  password: string;
  /** The one in force; empty where there is none. */
  current?: string;
}

/** @throws ProblemError invalid */
export async function refusePoor(
  { field, password, current = '' }: Chosen,
  person: Pick<Person, 'account' | 'name'>,
): Promise<void> {
  const code = await passwordFault(password, current, person);
  if (code === null) return;
  throw new ProblemError('invalid', { issues: [{ field, code, message: passwordFaultTexts[code] }] });
}
