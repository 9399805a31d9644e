// Of whom a second factor is asked, by the setting. Pure.
import type { SecondFactorSetting } from '../../../host/process/sign-in-settings.ts';
import { administers } from '../authority.ts';
import type { Person } from '../people.ts';
import type { OpenedBy } from '../sign-in/session-opening.ts';

/** Whether a code is asked for after the password. */
export const isAsked = (setting: SecondFactorSetting, { hasSecondFactor }: Person): boolean =>
  setting !== 'off' && hasSecondFactor;

/** Whether they must have one. A rehearsal's accounts have no say outside it, as with passwords (decision 011). */
export function isRequired(setting: SecondFactorSetting, person: Person, realToday: string): boolean {
  if (person.rehearsal !== null) return false;
  return setting === 'all' || (setting === 'administrators' && administers(person, realToday));
}

/** Whether nothing else is done in this session until they have: a provider asks for its own. */
export const mustEnrol = (
  setting: SecondFactorSetting,
  person: Person,
  session: { openedBy: OpenedBy; realToday: string },
): boolean =>
  session.openedBy === 'password' &&
  !person.hasSecondFactor &&
  isRequired(setting, person, session.realToday);
