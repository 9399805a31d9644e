// From one day to another, never the other way round: an empty answer would say that nothing happened.
import { ProblemError } from '../../http/problem/problem.ts';

interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

/** @throws ProblemError invalid, of `to` */
export function requireForwards({ from, to }: Days): void {
  if (from === undefined || to === undefined || from <= to) return;
  const message = { ja: '始まりの日より前です。', en: 'It is before the first day.' };
  throw new ProblemError('invalid', { issues: [{ field: 'to', code: 'range', message }] });
}
