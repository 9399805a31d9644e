// A small change as it was chosen, in words: what it is about by its name, what it sets, and days in both calendars.
import type { PathList } from '../../../server/contract/settings/paths.ts';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';
import { type Choosable, choicesFor, type Now } from './change-choices.ts';
import { type FieldName, saidOf, type TypedChange } from './change-form.ts';

export function useChangeWords(paths: PathList) {
  const { t, say, day, language } = useWords(settingsWords);
  const dayOf = (on: string) =>
    language === 'ja' ? `${day(on, 'long')}（${on}）` : `${day(on, 'long')} (${on})`;
  const now = (one: Now): string => {
    switch (one.kind) {
      case 'votes':
        return t(one.majority ? 'amend.nowMajority' : 'amend.nowVotes', { ...one, majority: '' });
      case 'members':
        return t('amend.nowMembers', { members: one.members });
      case 'day':
        return one.on === null ? t('amend.nowUndecided') : t('amend.nowDay', { day: dayOf(one.on) });
    }
  };
  const choice = (one: Choosable): string => (one.now ? `${say(one.label)}${now(one.now)}` : say(one.label));
  const part = (typed: TypedChange, name: FieldName): string => {
    const value = typed[name];
    const found = choicesFor(paths, typed, name).find((one) => one.value === value);
    if (found && name === 'phase' && found.group) return `${say(found.group)} ${say(found.label)}`;
    if (found) return say(found.label);
    if (name === 'closed') return t(value === 'true' ? 'amend.closed' : 'amend.open');
    if (name === 'of') return t(`amend.${ofs.find((one) => one === value) ?? 'phase'}`);
    if (name === 'votes') return t('amend.votesOf', { count: value });
    if (name === 'count') return t('amend.people', { count: value });
    return /^\d{4}-\d{2}(?:-\d{2})?$/.test(value) ? dayOf(value) : value;
  };
  const words = (typed: TypedChange): string =>
    saidOf(typed.kind)
      .filter((name) => typed[name] !== '')
      .map((name) => part(typed, name))
      .join(' / ');
  return { choice, words };
}

const ofs = ['phase', 'body', 'deadline', 'system', 'wave'] as const;
