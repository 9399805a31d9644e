// Which day of the past, and in which of its two senses. The programme's own days are offered.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Past } from '../asks.ts';
import { programmeQuery } from '../queries.ts';
import { useSpeech } from '../words/language.tsx';
import './past.css';

interface Props {
  code: string;
  past: Past | null;
  by: Past['by'];
  onChoose: (past: Past) => void;
}

export function PastChooser({ code, past, by, onChoose }: Props) {
  const { t, say, day, era } = useSpeech();
  const { data: programme } = useQuery(programmeQuery(code));
  const [asOf, setAsOf] = useState(past?.asOf ?? '');
  const [sense, setSense] = useState(by);
  const picks = (programme?.occurrences ?? []).filter(({ on }) => on.length === 10);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (asOf) onChoose({ asOf, by: sense });
  }

  return (
    <form className="past-chooser" onSubmit={submit}>
      <p>{t('past.lead')}</p>
      <div className="past-choices">
        <div className="field past-day">
          <label htmlFor="past-day">{t('past.day')}</label>
          <input
            id="past-day"
            type="date"
            required
            value={asOf}
            max={programme?.today}
            aria-describedby="past-era"
            onChange={(event) => setAsOf(event.target.value)}
          />
          <p className="hint" id="past-era">
            {(asOf && era(asOf)) || ' '}
          </p>
        </div>
        <fieldset className="past-senses">
          <legend className="legend">{t('past.by')}</legend>
          {(['occurred', 'recorded'] as const).map((each) => (
            <label key={each} className="past-sense">
              <input type="radio" name="by" checked={sense === each} onChange={() => setSense(each)} />
              <span>
                <strong>{t(`past.${each}`)}</strong>
                <span className="small soft">{t(`past.${each}Note`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button solid">
          {t('past.show')}
        </button>
      </div>
      {picks.length > 0 && (
        <details className="past-picks" open={!past}>
          <summary>{t('past.picks')}</summary>
          <ul>
            {picks.map(({ on, title }) => (
              <li key={on + title.ja}>
                <button
                  type="button"
                  className="button slim"
                  onClick={() => onChoose({ asOf: on, by: sense })}
                >
                  {day(on)}
                </button>
                <span className="small">{say(title)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </form>
  );
}
