// A change of systems in words: what is done with which, and who goes on with what.
import { businessesText } from '../../../../machines/values/names/business.ts';
import type { Change } from '../../../../server/contract/amendments.ts';
import type { PathList } from '../../../../server/contract/settings/paths.ts';
import { useWords } from '../../../words/language.tsx';
import { settingsWords } from '../../words.ts';
import { systemKinds } from './system-form.ts';

type Named = Extract<Change, { kind: (typeof systemKinds)[number] }>;

export const isOfSystems = (change: Change): change is Named =>
  systemKinds.some((kind) => kind === change.kind);

export function useSystemWords(paths: PathList) {
  const { t, say } = useWords(settingsWords);
  const nameOf = (id: string): string => {
    const found = paths.systems.find(({ system }) => system === id);
    return found ? say(found.name) : id;
  };
  const waveOf = (id: string): string => {
    const found = paths.waves.find(({ wave }) => wave === id);
    return found ? say(found.label) : id;
  };
  const pathOf = (id: string): string => {
    const found = paths.items.find((one) => one.id === id);
    return found ? say(found.label) : id;
  };
  const heir = (one: { id: string; name?: { ja: string; en: string } | undefined; businesses: string[] }) =>
    `${one.name ? say(one.name) : one.id}${t('mark.open')}${say(businessesText(one.businesses))}${t('mark.close')}`;
  const told = (...parts: string[]) => parts.filter((one) => one !== '').join(' / ');
  const part = (change: Named): string => {
    switch (change.kind) {
      case 'add':
        return `${heir(change)} / ${waveOf(change.wave)}`;
      case 'split':
        return told(`${nameOf(change.system)} → ${change.into.map(heir).join(t('mark.and'))}`, change.reason);
      case 'merge':
        return told(
          `${change.systems.map(nameOf).join(t('mark.dot'))} → ${change.into.name ? say(change.into.name) : nameOf(change.into.id)}`,
          change.reason,
        );
      case 'move':
        return [
          nameOf(change.system),
          ...(change.wave ? [waveOf(change.wave)] : []),
          ...(change.path ? [pathOf(change.path)] : []),
        ].join(' / ');
      case 'retire':
        return told(nameOf(change.system), t(`amend.${change.as}`), change.reason);
      case 'close':
        return change.reason;
    }
  };
  return { words: (change: Named): string => `${t(`amend.system.${change.kind}`)}: ${part(change)}` };
}
