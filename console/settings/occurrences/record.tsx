// Recording what happened: which, when and by what source; the deadlines that it sets are shown before it is recorded.
import { useState } from 'react';
import { occurrenceKinds } from '../../../server/contract/settings/occurrence-kinds.ts';
import { useWords } from '../../words/language.tsx';
import { Choose, Line } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { useLacking } from '../lacking.ts';
import { useTyped } from '../typed.ts';
import { settingsWords } from '../words.ts';
import { OccurrenceEffect } from './effect.tsx';
import { Came, isVagueDay, LookButton, OccurrenceDay, RecordButton } from './parts.tsx';
import { type Acting, useOccurrence } from './sending.ts';

const OTHER = '=';
const begin = { id: '', on: '', ja: '', en: '', kind: 'other', source: '' };
type Typed = typeof begin;

export function Recording(acting: Acting) {
  const { t, say } = useWords(settingsWords);
  const { programme } = acting;
  const { value: typed, set, drop } = useTyped<Typed>(`occurrence.${programme.code}`, begin);
  const lacking = useLacking<'id' | 'on' | 'ja'>();
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
    lacking.typedIn(part);
    setSeq(null);
    look.reset();
  };
  function check() {
    const missing = (['id', 'on', 'ja'] as const).filter((name) =>
      name === 'ja' ? typed.id === OTHER && title.ja === '' : typed[name].trim() === '',
    );
    return lacking.find(isVagueDay(typed.on.trim()) ? missing : [...missing, 'on']);
  }
  const { fault } = lacking;
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
      <OccurrenceDay
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
        <LookButton
          isPending={look.isPending}
          onPress={() => check() && look.mutate({ id: named.id, on: typed.on.trim() })}
        />
      )}
      {look.error && <InputFaults error={look.error} />}
      {look.data && <OccurrenceEffect found={look.data} />}
      {isLooked && <RecordButton record={record} isRight={check} />}
      <Came record={record} seq={seq} />
    </>
  );
}
