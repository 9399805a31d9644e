// A system that comes: its id and names, the businesses that it carries and, where others carry them too, which part.
import type { PathList } from '../../../../server/contract/settings/paths.ts';
import { useWords } from '../../../words/language.tsx';
import { Choose, Line } from '../../field.tsx';
import { settingsWords } from '../../words.ts';
import type { TypedHeir } from './system-form.ts';

interface Props {
  heir: TypedHeir;
  onChange: (heir: TypedHeir) => void;
  /** Businesses that it may carry; none are asked where there are none. */
  businesses: readonly string[];
  /** Those of which others have a part as well. */
  shared: readonly string[];
  phases: PathList['items'][number]['phases'];
  nameRequired: boolean;
  fault: (name: 'id' | 'ja' | 'businesses', label: string) => string | null;
}

export function Heir({ heir, onChange, businesses, shared, phases, nameRequired, fault }: Props) {
  const { t, say } = useWords(settingsWords);
  const set = (part: Partial<TypedHeir>) => onChange({ ...heir, ...part });
  const toggle = (name: string, isTaken: boolean) =>
    set({
      businesses: businesses.filter((one) => (one === name ? isTaken : heir.businesses.includes(one))),
    });
  return (
    <>
      <div className="settings-row">
        <Line
          label={t('amend.newId')}
          hint={t('amend.idHint')}
          required
          value={heir.id}
          onChange={(id) => set({ id })}
          fault={heir.id.trim() === '' ? fault('id', t('amend.newId')) : null}
        />
        <Line
          label={t('amend.system.nameJa')}
          required={nameRequired}
          value={heir.ja}
          onChange={(ja) => set({ ja })}
          fault={heir.ja.trim() === '' ? fault('ja', t('amend.system.nameJa')) : null}
        />
        <Line
          label={t('amend.system.nameEn')}
          hint={t('amend.nameEnHint')}
          value={heir.en}
          onChange={(en) => set({ en })}
        />
      </div>
      {businesses.length > 0 && (
        <fieldset className="settings-row">
          <legend className="legend">{t('amend.system.businesses')}</legend>
          {businesses.map((name) => (
            <label key={name} className="choice">
              <input
                type="checkbox"
                checked={heir.businesses.includes(name)}
                onChange={(event) => toggle(name, event.target.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {heir.businesses.length === 0 && (
        <p className="fault" role="alert">
          {fault('businesses', t('amend.system.businesses'))}
        </p>
      )}
      {heir.businesses
        .filter((name) => shared.includes(name))
        .map((business) => (
          <Line
            key={business}
            label={t('amend.system.part', { business })}
            hint={t('amend.system.partHint')}
            value={heir.parts[business] ?? ''}
            onChange={(part) => set({ parts: { ...heir.parts, [business]: part } })}
          />
        ))}
      {phases.length > 0 && (
        <Choose
          label={t('amend.system.begins')}
          value={heir.phase}
          onChange={(phase) => set({ phase })}
          empty={t('amend.system.sameBegins')}
          choices={phases.map(({ phase, label }) => ({ value: phase, label: say(label) }))}
        />
      )}
    </>
  );
}
