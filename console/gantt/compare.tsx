// The plan beside that of another day, by either of the two dates, and what has moved since in words.
import { type FormEvent, useState } from 'react';
import type { Schedule } from '../../server/contract/planning/schedule.ts';
import type { Past } from '../asks.ts';
import { useWords } from '../words/language.tsx';
import { type Moved, movedSince } from './baseline.ts';
import { ganttWords } from './words.ts';

interface Props {
  chosen: Past | null;
  today: string;
  onChoose: (past: Past | null) => void;
}

export function Compare({ chosen, today, onChoose }: Props) {
  const { t, era } = useWords(ganttWords);
  const [asOf, setAsOf] = useState(chosen?.asOf ?? '');
  const [by, setBy] = useState<Past['by']>(chosen?.by ?? 'recorded');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (asOf) onChoose({ asOf, by });
  }
  return (
    <details className="folded gantt-compare" open={chosen !== null}>
      <summary>{t('gantt.compare')}</summary>
      <form className="gantt-choices" onSubmit={submit}>
        <div className="field">
          <label htmlFor="gantt-day">{t('gantt.day')}</label>
          <input
            id="gantt-day"
            type="date"
            required
            max={today}
            value={asOf}
            aria-describedby="gantt-era"
            onChange={(event) => setAsOf(event.target.value)}
          />
          <p className="hint" id="gantt-era">
            {(asOf && era(asOf)) || ' '}
          </p>
        </div>
        <fieldset>
          <legend className="hidden">{t('gantt.compare')}</legend>
          {(['recorded', 'occurred'] as const).map((each) => (
            <label key={each} className="gantt-by">
              <input type="radio" name="with" checked={by === each} onChange={() => setBy(each)} />{' '}
              {t(`gantt.${each}`)}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button">
          {t('gantt.show')}
        </button>
        {chosen && (
          <button type="button" className="button plain" onClick={() => onChoose(null)}>
            {t('gantt.stop')}
          </button>
        )}
      </form>
    </details>
  );
}

export function MovedList({ now, then, chosen }: { now: Schedule; then: Schedule; chosen: Past }) {
  const { t, say, day } = useWords(ganttWords);
  const moved = movedSince(now.rows, then.rows);
  const on = `${day(chosen.asOf, 'short')}${t('mark.open')}${t(`gantt.${chosen.by}`)}${t('mark.close')}`;
  const known = new Set(then.rows.map(({ system }) => system));
  const absent = now.rows.filter(({ system }) => !known.has(system));
  if (then.rows.length === 0)
    return (
      <p role="status" className="notice warn small">
        {t('gantt.nothingThen', { day: on })}
      </p>
    );
  const names = absent.map(({ name }) => say(name)).join(t('mark.and'));
  return (
    <>
      {absent.length > 0 && <p className="notice warn small">{t('gantt.absentThen', { day: on, names })}</p>}
      {moved.length === 0 ? (
        <p role="status" className="notice small">
          {t('gantt.same', { day: on })}
        </p>
      ) : (
        <MovedPhases moved={moved} on={on} />
      )}
    </>
  );
}

function MovedPhases({ moved, on }: { moved: readonly Moved[]; on: string }) {
  const { t, say } = useWords(ganttWords);
  return (
    <section aria-labelledby="gantt-moved" className="gantt-moved">
      <h2 id="gantt-moved">{t('gantt.moved', { day: on, count: moved.length })}</h2>
      <ul className="small">
        {moved.map((one) => (
          <li key={`${one.system}/${one.phase}`}>
            {say(one.name)}
            {t('mark.quote')}
            {say(one.label)}
            {t('mark.unquote')} <How moved={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function How({ moved: { was, now, days } }: { moved: Moved }) {
  const { t, day } = useWords(ganttWords);
  const span = (plan: NonNullable<Moved['was']>) =>
    t('gantt.span', { from: day(plan.startOn, 'short'), to: day(plan.endOn, 'short') });
  if (!was || !now || days === null) return <>{t(now ? 'gantt.newPlan' : 'gantt.planGone')}</>;
  const word = days > 0 ? 'gantt.later' : days < 0 ? 'gantt.earlier' : 'gantt.sameEnd';
  return (
    <>
      {span(was)} → {span(now)} <strong>{t(word, { days: Math.abs(days) })}</strong>
    </>
  );
}
