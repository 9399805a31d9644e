// Of a folder that splits or merges systems: to whom the posts of the old ones go on. It is said beside the folder, which holds no people.
import type { AmendmentPreview } from '../../../../server/contract/amendments.ts';
import { useWords } from '../../../words/language.tsx';
import { settingsWords } from '../../words.ts';

interface Props {
  heirs: AmendmentPreview['heirs'];
  /** Those to whom none goes on. */
  stay: readonly string[];
  onChange: (stay: string[]) => void;
}

export function FolderPosts({ heirs, stay, onChange }: Props) {
  const { t, say } = useWords(settingsWords);
  return heirs.map(({ system, name }) => (
    <label key={system} className="choice">
      <input
        type="checkbox"
        checked={!stay.includes(system)}
        onChange={({ target: { checked } }) =>
          onChange(checked ? stay.filter((one) => one !== system) : [...stay, system])
        }
      />
      {t('amend.ofFolderPosts', { system: say(name) })}
    </label>
  ));
}
