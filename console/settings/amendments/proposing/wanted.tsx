// The changes that have been added, in words, each to be taken out again.
import type { PathList } from '../../../../server/contract/settings/paths.ts';
import { useWords } from '../../../words/language.tsx';
import { settingsWords } from '../../words.ts';
import { kindWord } from '../change-form.ts';
import { useChangeWords } from '../change-words.ts';
import { isOfSystems, useSystemWords } from '../systems/system-words.ts';
import type { ListedChange } from './draft.ts';

interface Props {
  paths: PathList;
  changes: ListedChange[];
  onChange: (changes: ListedChange[]) => void;
}

export function WantedChanges({ paths, changes, onChange }: Props) {
  const { t } = useWords(settingsWords);
  const small = useChangeWords(paths);
  const systems = useSystemWords(paths);
  const words = (one: ListedChange): string => {
    if (!('made' in one)) return `${t(kindWord(one.kind))}: ${small.words(one)}`;
    return isOfSystems(one.made) ? systems.words(one.made) : '';
  };
  if (changes.length === 0) return <p className="soft small">{t('amend.empty')}</p>;
  return (
    <div className="field">
      <p className="legend">{t('amend.wanted')}</p>
      <ul className="settings-list">
        {changes.map((one, index) => (
          <li key={JSON.stringify(one)}>
            {words(one)}{' '}
            <button
              type="button"
              className="button slim plain"
              onClick={() => onChange(changes.filter((_other, at) => at !== index))}
            >
              {t('amend.remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
