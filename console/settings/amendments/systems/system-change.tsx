// The form of systems that come, are divided, united, moved and go: what is done, then only what that asks, by what is in force.
import { useState } from 'react';
import type { Change } from '../../../../server/contract/amendments.ts';
import type { PathList } from '../../../../server/contract/settings/paths.ts';
import { useWords } from '../../../words/language.tsx';
import { Choose, Line } from '../../field.tsx';
import { settingsWords } from '../../words.ts';
import { Heirs } from './heirs.tsx';
import {
  emptySystem,
  heirsOf,
  missingOf,
  postsStayOf,
  systemChangeOf,
  systemKinds,
  type TypedSystem,
} from './system-form.ts';

interface Props {
  paths: PathList;
  typed: TypedSystem;
  onType: (typed: TypedSystem) => void;
  /** With those to whom no post goes on. */
  onAdd: (change: Change, postsStay: string[]) => void;
}

export function SystemChange({ paths, typed, onType, onAdd }: Props) {
  const { t, say } = useWords(settingsWords);
  const [isLooked, setLooked] = useState(false);
  const { kind } = typed;
  const walking = paths.systems.filter(({ retired }) => !retired);
  const meant = walking.filter(({ system }) =>
    kind === 'merge' ? typed.systems.includes(system) && system !== typed.into : system === typed.system,
  );
  const waiting = [...new Set(meant.flatMap(({ awaitedBy }) => awaitedBy))].filter(
    (one) => !typed.systems.includes(one),
  );
  const nameOf = (id: string) => {
    const found = paths.systems.find(({ system }) => system === id);
    return found ? say(found.name) : id;
  };
  const who = waiting.map(nameOf).join(t('mark.and'));
  const missing = isLooked ? missingOf(typed, waiting.length > 0) : [];
  const set = (part: Partial<TypedSystem>) => onType({ ...typed, ...part });
  const fault = (name: (typeof missing)[number], field: string) =>
    missing.includes(name) ? t('amend.incomplete', { field }) : null;
  const named = walking.map(({ system, name }) => ({ value: system, label: say(name) }));
  function choose(system: string) {
    const found = walking.find((one) => one.system === system);
    set({ system, awaits: '', figures: '', ...(kind === 'split' && found ? { heirs: heirsOf(found) } : {}) });
  }
  function add() {
    setLooked(true);
    if (missingOf(typed, waiting.length > 0).length > 0) return;
    setLooked(false);
    onAdd(systemChangeOf(typed), postsStayOf(typed));
  }
  return (
    <>
      <Choose
        label={t('amend.system.kind')}
        value={kind}
        onChange={(chosen) => {
          setLooked(false);
          onType(emptySystem(systemKinds.find((one) => one === chosen) ?? 'add'));
        }}
        choices={systemKinds.map((value) => ({ value, label: t(`amend.system.${value}`) }))}
      />
      <p className="small">{t(`amend.system.${kind}What`)}</p>
      {(kind === 'split' || kind === 'move' || kind === 'retire') && (
        <Choose
          label={t('amend.system.which')}
          required
          value={typed.system}
          onChange={choose}
          empty={t('amend.choose')}
          choices={named}
          fault={fault('system', t('amend.system.which'))}
        />
      )}
      {kind === 'merge' && (
        <>
          <fieldset className="settings-row">
            <legend className="legend">{t('amend.system.whichAll')}</legend>
            {named.map(({ value, label }) => (
              <label key={value} className="choice">
                <input
                  type="checkbox"
                  checked={typed.systems.includes(value)}
                  onChange={(event) =>
                    set({
                      systems: event.target.checked
                        ? [...typed.systems, value]
                        : typed.systems.filter((one) => one !== value),
                    })
                  }
                />
                {label}
              </label>
            ))}
          </fieldset>
          <p className="fault">{fault('systems', t('amend.system.whichAll'))}</p>
          <Choose
            label={t('amend.system.into')}
            value={typed.into}
            onChange={(into) => set({ into })}
            empty={t('amend.system.intoNew')}
            choices={named.filter(({ value }) => typed.systems.includes(value))}
          />
        </>
      )}
      <Heirs paths={paths} typed={typed} onType={onType} fault={fault} />
      {(kind === 'split' || kind === 'merge') && (
        <label className="choice">
          <input
            type="checkbox"
            checked={typed.posts}
            onChange={(event) => set({ posts: event.target.checked })}
          />
          {t('amend.posts')}
        </label>
      )}
      {(kind === 'add' || kind === 'move') && (
        <div className="settings-row">
          <Choose
            label={t('amend.system.wave')}
            required={kind === 'add'}
            value={typed.wave}
            onChange={(wave) => set({ wave })}
            empty={kind === 'add' ? t('amend.choose') : t('amend.system.sameWave')}
            choices={paths.waves.map(({ wave, label }) => ({ value: wave, label: say(label) }))}
            fault={fault('wave', t('amend.system.wave'))}
          />
          {kind === 'move' && (
            <Choose
              label={t('amend.system.path')}
              value={typed.path}
              onChange={(path) => set({ path })}
              empty={t('amend.system.sameWave')}
              choices={paths.items.map(({ id, label }) => ({ value: id, label: say(label) }))}
            />
          )}
        </div>
      )}
      {kind === 'retire' && (
        <Choose
          label={t('amend.as')}
          required
          value={typed.as}
          onChange={(as) => set({ as })}
          empty={t('amend.choose')}
          choices={(['notApplicable', 'withdrawn'] as const).map((value) => ({
            value,
            label: t(`amend.${value}`),
          }))}
          fault={fault('as', t('amend.as'))}
        />
      )}
      {kind === 'split' && waiting.length > 0 && (
        <Choose
          label={t('amend.system.awaits', { who })}
          required
          value={typed.awaits}
          onChange={(awaits) => set({ awaits })}
          empty={t('amend.choose')}
          choices={[...heirChoices(typed), { value: 'none', label: t('amend.system.awaitsNone') }]}
          fault={fault('awaits', t('amend.system.awaits', { who }))}
        />
      )}
      {kind === 'split' && typed.system !== '' && (
        <Choose
          label={t('amend.system.figures')}
          value={typed.figures}
          onChange={(figures) => set({ figures })}
          empty={t('amend.system.figuresStay')}
          choices={heirChoices(typed)}
        />
      )}
      {(kind === 'merge' || kind === 'retire') && waiting.length > 0 && (
        <label className="choice">
          <input
            type="checkbox"
            checked={typed.release}
            onChange={(event) => set({ release: event.target.checked })}
          />
          {t('amend.system.release', { who })}
        </label>
      )}
      {kind !== 'add' && kind !== 'move' && (
        <Line
          label={t('amend.system.why')}
          hint={t('amend.system.whyHint')}
          value={typed.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
      <button type="button" className="button" onClick={add}>
        {t('amend.add')}
      </button>
    </>
  );
}

const heirChoices = ({ heirs }: TypedSystem) =>
  heirs
    .filter(({ id }) => id.trim() !== '')
    .map(({ id, ja }) => ({ value: id.trim(), label: ja.trim() === '' ? id : ja }));
