// Under which clock and past an answer is made; and the reading of the as-of question itself.
import type { AsOf } from '../../ledger/past/by.ts';
import { municipalityCode } from '../../machines/record/chain.ts';
import type { Setting } from '../contract/values.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../http/request.ts';

export function settingOf({ definition, now, days }: ProgrammeAtHand, asOf: AsOf = null): Setting {
  return {
    programme: definition.code,
    municipality: municipalityCode(definition.code),
    programmeName: definition.name,
    rehearsal: definition.rehearsal,
    now,
    today: days.programme,
    asOf: asOf?.day ?? null,
    by: asOf?.by ?? null,
  };
}

/** @throws ProblemError invalid for a day that has not come */
export function asOfFrom(
  { asOf, by }: { asOf?: string | undefined; by: 'occurred' | 'recorded' },
  { days }: ProgrammeAtHand,
): AsOf {
  if (asOf === undefined) return null;
  if (asOf > days.programme) {
    const message = {
      ja: 'まだ来ていない日は表示できません。',
      en: 'That day has not come yet.',
    };
    const expected = { ja: `${days.programme} まで`, en: `up to ${days.programme}` };
    throw new ProblemError('invalid', { issues: [{ field: 'asOf', code: 'future', message, expected }] });
  }
  return { day: asOf, by };
}
