// Recording what happened: which, when and by what source; the deadlines that it sets are shown before it is recorded.
import { useState } from 'react';
import { occurrenceKinds } from '../../../server/contract/settings/occurrence-kinds.ts';
import { useWords } from '../../words/language.tsx';
import { Choose, Line } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { useTyped } from '../typed.ts';
import { settingsWords } from '../words.ts';
import { OccurrenceEffect } from './effect.tsx';
import { type Acting, useOccurrence } from './sending.ts';

const OTHER = '=';
const begin = { id: '', on: '', ja: '', en: '', kind: 'other', source: '' };
type Typed = typeof begin;

/** A day, or a month where no more is known. */
export const isVagueDay = (written: string): boolean => /^\d{4}-\d{2}(?:-\d{2})?$/.test(written);

export function Recording(acting: Acting) {
  const { t, say } = useWords(settingsWords);
  const { programme } = acting;
  const { value: typed, set, drop } = useTyped<Typed>(`occurrence.${programme.code}`, begin);
  const [lacking, setLacking] = useState<readonly (keyof Typed)[]>([]);
  const [seq, setSeq] = useState<number | null>(null);
  const named = programme.namedOccurrences.find(({ id }) => id === typed.id);
  const title = named?.label ?? { ja: typed.ja.trim(), en: typed.en.trim() || typed.ja.trim() };
  const source = typed.source.trim();
  const fact = {
    type: 'occurrence.recorded',
    ...(named ? { id: named.id } : {}),
    title,
    kind: typed.kind,
    ...(source === '' ? {} : { source }),
  };
  const { look, record } = useOccurrence(acting, { fact, occurredOn: typed.on.trim() }, (done) => {
    drop();
    look.reset();
    setSeq(done.seq);
  });
  const change = (part: Partial<Typed>) => {
    set({ ...typed, ...part });
    setLacking((was) => was.filter((name) => !(name in part)));
    setSeq(null);
    look.reset();
  };
  function check() {
    const missing = (['id', 'on', 'ja'] as const).filter((name) =>
      name === 'ja' ? typed.id === OTHER && title.ja === '' : typed[name].trim() === '',
    );
    const wrong = isVagueDay(typed.on.trim()) ? missing : [...missing, 'on' as const];
    setLacking(wrong);
    return wrong.length === 0;
  }
  const fault = (name: keyof Typed, label: string) =>
    lacking.includes(name) ? t('amend.incomplete', { field: label }) : null;
  const isLooked = !named || look.data !== undefined;
  return (
    <>
      <Choose
        label={t('occurrence.which')}
        required
        value={typed.id}
        empty={t('amend.choose')}
        onChange={(id) => change({ id })}
        fault={fault('id', t('occurrence.which'))}
        choices={[
          ...programme.namedOccurrences
            .filter(({ on }) => on === null)
            .map(({ id, label }) => ({ value: id, label: say(label) })),
          { value: OTHER, label: t('occurrence.other') },
        ]}
      />
      {typed.id === OTHER && (
        <>
          <Line
            label={t('occurrence.titleJa')}
            required
            value={typed.ja}
            onChange={(ja) => change({ ja })}
            fault={fault('ja', t('occurrence.titleJa'))}
          />
          <Line
            label={t('occurrence.titleEn')}
            hint={t('occurrence.titleEnHint')}
            value={typed.en}
            onChange={(en) => change({ en })}
          />
        </>
      )}
      <Choose
        label={t('occurrence.kind')}
        value={typed.kind}
        onChange={(kind) => change({ kind })}
        choices={Object.entries(occurrenceKinds).map(([value, label]) => ({ value, label: say(label) }))}
      />
      <Line
        label={t('occurrence.on')}
        hint={t('occurrence.dayHint')}
        required
        value={typed.on}
        onChange={(on) => change({ on })}
        fault={fault('on', t('occurrence.on'))}
      />
      <Line
        label={t('occurrence.source')}
        hint={t('occurrence.sourceHint')}
        value={typed.source}
        onChange={(to) => change({ source: to })}
      />
      {named && (
        <button
          type="button"
          className="button"
          disabled={look.isPending}
          onClick={() => check() && look.mutate({ id: named.id, on: typed.on.trim() })}
        >
          {look.isPending ? t('settings.looking') : t('settings.preview')}
        </button>
      )}
      {look.error && <InputFaults error={look.error} />}
      {look.data && <OccurrenceEffect found={look.data} />}
      {record.refused && <InputFaults error={record.refused} />}
      {record.isUnsure && (
        <p className="notice warn" role="alert">
          {t('occurrence.unsure')}
        </p>
      )}
      {isLooked && (
        <>
          <p className="small soft">{t('amend.final')}</p>
          <button
            type="button"
            className="button solid"
            disabled={record.isPending}
            onClick={() => check() && record.press()}
          >
            {record.isPending ? t('settings.recording') : t('occurrence.confirm')}
          </button>
        </>
      )}
      {seq !== null && (
        <p className="notice good" role="status">
          {t('occurrence.done', { seq })}
        </p>
      )}
    </>
  );
}
