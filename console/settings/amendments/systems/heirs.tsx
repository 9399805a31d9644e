// The systems that come by a change: one that is added, those that one becomes, the one that several become.
import type { PathList } from '../../../../server/contract/settings/paths.ts';
import { useWords } from '../../../words/language.tsx';
import { settingsWords } from '../../words.ts';
import { Heir } from './heir.tsx';
import { emptyHeir, type TypedSystem } from './system-form.ts';

interface Props {
  paths: PathList;
  typed: TypedSystem;
  onType: (typed: TypedSystem) => void;
  fault: (name: 'id' | 'ja' | 'businesses', label: string) => string | null;
}

const MOST = 8;

export function Heirs({ paths, typed, onType, fault }: Props) {
  const { t } = useWords(settingsWords);
  const { kind, heirs } = typed;
  if (kind !== 'add' && kind !== 'split' && !(kind === 'merge' && typed.into === '')) return null;
  const old = paths.systems.find(({ system }) => system === typed.system);
  if (kind === 'split' && !old) return null;
  const businesses =
    kind === 'add'
      ? paths.businesses.map(({ name }) => name)
      : kind === 'split'
        ? (old?.businesses ?? []).map(({ name }) => name)
        : [];
  const carried = (name: string) =>
    paths.systems.some((one) => !one.retired && one.businesses.some((each) => each.name === name));
  const several = (name: string) => heirs.filter((one) => one.businesses.includes(name)).length > 1;
  const shared = businesses.filter(kind === 'add' ? carried : several);
  const walked = paths.items.find(({ id }) => id === old?.path)?.phases ?? [];
  const phases = walked.filter(({ phase }) => old?.begins.includes(phase));
  const set = (next: TypedSystem['heirs']) => onType({ ...typed, heirs: next });
  return (
    <>
      {heirs.map((heir, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their place alone
        <fieldset key={index} className="settings-form">
          {kind === 'split' && (
            <legend className="legend">{t('amend.system.heir', { number: index + 1 })}</legend>
          )}
          <Heir
            heir={heir}
            onChange={(next) => set(heirs.map((one, at) => (at === index ? next : one)))}
            businesses={businesses}
            shared={shared}
            phases={kind === 'split' ? phases : []}
            nameRequired={kind !== 'split'}
            fault={fault}
          />
          {kind === 'split' && heirs.length > 2 && (
            <button
              type="button"
              className="button slim plain"
              onClick={() => set(heirs.filter((_one, at) => at !== index))}
            >
              {t('amend.system.lessHeirs', { number: index + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      {kind === 'split' && heirs.length < MOST && (
        <button type="button" className="button slim" onClick={() => set([...heirs, emptyHeir])}>
          {t('amend.system.moreHeirs')}
        </button>
      )}
    </>
  );
}
