// A day as it was known beside the day as it was: what was recorded of it later, and the ways to the past pages.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Difference } from '../../server/contract/auditing/asked.ts';
import { programmeQuery } from '../queries.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Entries } from './entries.tsx';
import { differenceQuery } from './queries.ts';
import { auditWords } from './words.ts';

interface Props {
  code: string;
  day: string | undefined;
  onChoose: (day: string) => void;
}

export function Known({ code, day, onChoose }: Props) {
  const { t, era, day: dayWord } = useWords(auditWords);
  const { data: programme } = useQuery(programmeQuery(code));
  const [written, write] = useState(day ?? '');
  const ahead = day !== undefined && programme !== undefined && day > programme.today;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (written) onChoose(written);
  };
  return (
    <section className="card" aria-labelledby="audit-known">
      <h2 id="audit-known">{t('audit.known')}</h2>
      <form className="audit-form" onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor="audit-day">{t('past.day')}</label>
          <input id="audit-day" type="date" value={written} onChange={(event) => write(event.target.value)} />
          <p className="hint">{(written && era(written)) || ' '}</p>
        </div>
        <button type="submit" className="button">
          {t('audit.compare')}
        </button>
      </form>
      {day && ahead && (
        <p className="notice warn" role="alert">
          {t('audit.future', { day: dayWord(day), today: dayWord(programme.today) })}
        </p>
      )}
      {day && programme && !ahead && <Between code={code} day={day} />}
    </section>
  );
}

function Between({ code, day }: { code: string; day: string }) {
  const { t, day: dayWord } = useWords(auditWords);
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(differenceQuery(code, day));
  const first = data?.pages[0];
  if (!data || !first) return <Waiting error={error} />;
  const late = data.pages.flatMap(({ items }) => items);
  const { begins } = first;
  return (
    <div className="audit-answer">
      <p className="audit-ways">
        {(['recorded', 'occurred'] as const).map((by) => (
          <Link key={by} to="/programmes/$code/past" params={{ code }} search={{ asOf: day, by }}>
            {t(`audit.${by}Board`)}
          </Link>
        ))}
      </p>
      {begins && (begins.recordedOn > day || begins.occurredOn > day) && (
        <p className="notice">
          {t('audit.begins', { occurred: dayWord(begins.occurredOn), recorded: dayWord(begins.recordedOn) })}
        </p>
      )}
      <h3>{t('audit.moved')}</h3>
      {first.systems.length === 0 ? (
        <p className="soft">{t('audit.noMoved')}</p>
      ) : (
        <Moved systems={first.systems} />
      )}
      <h3>{t('audit.late', { day: dayWord(day) })}</h3>
      {late.length === 0 ? <p className="soft">{t('audit.noLate')}</p> : <Entries entries={late} />}
      {hasNextPage && (
        <button type="button" className="button slim" onClick={() => fetchNextPage()}>
          {t('app.more')}
        </button>
      )}
    </div>
  );
}

function Moved({ systems }: Pick<Difference, 'systems'>) {
  const { t, say } = useWords(auditWords);
  const word = (stood: Difference['systems'][number]['was']) =>
    stood ? (stood.phaseLabel ? say(stood.phaseLabel) : t('app.none')) : t('audit.notBegun');
  return (
    <table className="grid-table">
      <thead>
        <tr>
          <th scope="col">{t('audit.system')}</th>
          <th scope="col">{t('audit.knownThen')}</th>
          <th scope="col">{t('audit.was')}</th>
        </tr>
      </thead>
      <tbody>
        {systems.map(({ system, name, known, was }) => (
          <tr key={system}>
            <th scope="row">{say(name)}</th>
            <td>{word(known)}</td>
            <td>{word(was)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
