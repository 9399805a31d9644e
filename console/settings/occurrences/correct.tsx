// Putting the day of an occurrence right, or that it happened at all; the deadlines that move are shown before it is recorded.
import { useState } from 'react';
import type { ProgrammeView } from '../../../server/contract/programmes.ts';
import { useWords } from '../../words/language.tsx';
import { Choose, ReasonLine } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { useLacking } from '../lacking.ts';
import { useTyped } from '../typed.ts';
import { settingsWords } from '../words.ts';
import { OccurrenceEffect } from './effect.tsx';
import { Came, isVagueDay, LookButton, OccurrenceDay, RecordButton } from './parts.tsx';
import { type Acting, useOccurrence } from './sending.ts';

interface Props extends Acting {
  happened: ProgrammeView['namedOccurrences'];
}

const begin = { id: '', on: '', never: false, reason: '' };

export function Correct({ happened, ...acting }: Props) {
  const { t, say } = useWords(settingsWords);
  const { code, today } = acting.programme;
  const { value: typed, set, drop } = useTyped(`occurrence.right.${code}`, begin);
  const lacking = useLacking<'id' | 'on' | 'reason'>();
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
    lacking.typedIn(part);
    setSeq(null);
    if (!('reason' in part)) look.reset();
  };
  function check(withReason: boolean): boolean {
    const isThere = {
      id: typed.id !== '',
      on: typed.never || isVagueDay(typed.on.trim()),
      reason: !withReason || typed.reason.trim() !== '',
    };
    return lacking.find((['id', 'on', 'reason'] as const).filter((name) => !isThere[name]));
  }
  const { fault } = lacking;
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
        <OccurrenceDay
          value={typed.on}
          onChange={(day) => change({ on: day })}
          fault={fault('on', t('occurrence.on'))}
        />
      )}
      <LookButton
        isPending={look.isPending}
        onPress={() => check(false) && look.mutate({ id: typed.id, on })}
      />
      {look.error && <InputFaults error={look.error} />}
      {look.data && (
        <>
          <OccurrenceEffect found={look.data} />
          <ReasonLine
            value={typed.reason}
            onChange={(reason) => change({ reason })}
            fault={fault('reason', t('settings.reason'))}
          />
          <RecordButton record={record} isRight={() => check(true)} />
        </>
      )}
      <Came record={record} seq={seq} />
    </section>
  );
}
