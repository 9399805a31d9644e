// Putting the day of an occurrence right, or that it happened at all; the deadlines that move are shown before it is recorded.
import { useState } from 'react';
import type { ProgrammeView } from '../../../server/contract/programmes.ts';
import { useWords } from '../../words/language.tsx';
import { Choose, Line } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { useTyped } from '../typed.ts';
import { settingsWords } from '../words.ts';
import { OccurrenceEffect } from './effect.tsx';
import { isVagueDay } from './record.tsx';
import { type Acting, useOccurrence } from './sending.ts';

interface Props extends Acting {
  happened: ProgrammeView['namedOccurrences'];
}

const begin = { id: '', on: '', never: false, reason: '' };

export function Correct({ happened, ...acting }: Props) {
  const { t, say } = useWords(settingsWords);
  const { code, today } = acting.programme;
  const { value: typed, set, drop } = useTyped(`occurrence.right.${code}`, begin);
  const [lacking, setLacking] = useState<readonly string[]>([]);
  const [seq, setSeq] = useState<number | null>(null);
  const on = typed.never ? null : typed.on.trim();
  const fact = { type: 'occurrence.corrected', id: typed.id, on, reason: typed.reason.trim() };
  const { look, record } = useOccurrence(acting, { fact, occurredOn: today }, (done) => {
    drop();
    look.reset();
    setSeq(done.seq);
  });
  const change = (part: Partial<typeof begin>) => {
    set({ ...typed, ...part });
    setLacking((was) => was.filter((name) => !(name in part)));
    setSeq(null);
    if (!('reason' in part)) look.reset();
  };
  function check(withReason: boolean): boolean {
    const missing = [
      ...(typed.id === '' ? ['id'] : []),
      ...(typed.never || isVagueDay(typed.on.trim()) ? [] : ['on']),
      ...(withReason && typed.reason.trim() === '' ? ['reason'] : []),
    ];
    setLacking(missing);
    return missing.length === 0;
  }
  const fault = (name: string, label: string) =>
    lacking.includes(name) ? t('amend.incomplete', { field: label }) : null;
  return (
    <section className="card settings-form" aria-labelledby="correct">
      <h2 id="correct">{t('occurrence.correct')}</h2>
      <p>{t('occurrence.correctWhat')}</p>
      <Choose
        label={t('occurrence.which')}
        required
        value={typed.id}
        empty={t('amend.choose')}
        onChange={(id) => change({ id })}
        fault={fault('id', t('occurrence.which'))}
        choices={happened.map(({ id, label }) => ({ value: id, label: say(label) }))}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={typed.never}
          onChange={(event) => change({ never: event.target.checked })}
        />
        {t('occurrence.never')}
      </label>
      {!typed.never && (
        <Line
          label={t('occurrence.on')}
          hint={t('occurrence.dayHint')}
          required
          value={typed.on}
          onChange={(day) => change({ on: day })}
          fault={fault('on', t('occurrence.on'))}
        />
      )}
      <button
        type="button"
        className="button"
        disabled={look.isPending}
        onClick={() => check(false) && look.mutate({ id: typed.id, on })}
      >
        {look.isPending ? t('settings.looking') : t('settings.preview')}
      </button>
      {look.error && <InputFaults error={look.error} />}
      {look.data && (
        <>
          <OccurrenceEffect found={look.data} />
          <Line
            label={t('settings.reason')}
            hint={t('settings.reasonHint')}
            required
            value={typed.reason}
            onChange={(reason) => change({ reason })}
            fault={fault('reason', t('settings.reason'))}
          />
          <p className="small soft">{t('amend.final')}</p>
          <button
            type="button"
            className="button solid"
            disabled={record.isPending}
            onClick={() => check(true) && record.press()}
          >
            {record.isPending ? t('settings.recording') : t('occurrence.confirm')}
          </button>
        </>
      )}
      {record.refused && <InputFaults error={record.refused} />}
      {record.isUnsure && (
        <p className="notice warn" role="alert">
          {t('occurrence.unsure')}
        </p>
      )}
      {seq !== null && (
        <p className="notice good" role="status">
          {t('occurrence.done', { seq })}
        </p>
      )}
    </section>
  );
}
