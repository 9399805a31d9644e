// A day as it was known beside the day as it was: what was recorded of it later, and the ways to the past pages.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Difference } from '../../server/contract/auditing/asked.ts';
import type { AuditView } from '../../server/contract/auditing/audit.ts';
import { programmeQuery } from '../queries.ts';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { Entries } from './entries.tsx';
import { More } from './more.tsx';
import { differenceQuery } from './queries.ts';
import { Question } from './question.tsx';
import { auditWords } from './words.ts';

interface Props {
  code: string;
  day: string | undefined;
  audit: AuditView;
  onChoose: (day: string) => void;
}

export function Known({ code, day, audit, onChoose }: Props) {
  const queries = useQueryClient();
  const { t, era, day: dayWord } = useWords(auditWords);
  const { data: programme } = useQuery(programmeQuery(code));
  const [written, write] = useState(day ?? '');
  const ahead = day !== undefined && programme !== undefined && day > programme.today;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!written) return;
    onChoose(written);
    void queries.invalidateQueries({ queryKey: differenceQuery(code, written).queryKey, exact: true });
  };
  return (
    <Question name="known">
      <form className="audit-form" onSubmit={submit} noValidate>
        <div className="field">
          <label htmlFor="audit-day">{t('past.day')}</label>
          <input
            id="audit-day"
            type="date"
            value={written}
            aria-describedby="audit-day-era"
            onChange={(event) => write(event.target.value)}
          />
          <p className="hint" id="audit-day-era">
            {(written && era(written)) || ' '}
          </p>
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
      {day && programme && !ahead && (
        <div className="audit-answer">
          <Boards code={code} day={day} />
          <Begins day={day} audit={audit} />
          {audit.may.difference ? (
            <Between code={code} day={day} />
          ) : (
            <p className="soft">{t('audit.notAll')}</p>
          )}
        </div>
      )}
    </Question>
  );
}

function Boards({ code, day }: { code: string; day: string }) {
  const { t } = useWords(auditWords);
  return (
    <p className="audit-ways">
      {(['recorded', 'occurred'] as const).map((by) => (
        <Link key={by} to="/programmes/$code/past" params={{ code }} search={{ asOf: day, by }}>
          {t(`audit.${by}Board`)}
        </Link>
      ))}
    </p>
  );
}

/** Of a day of which little or nothing can be known: where the record begins. */
function Begins({ day, audit: { begins } }: { day: string; audit: AuditView }) {
  const { t, day: dayWord } = useWords(auditWords);
  if (!begins || (begins.recordedOn <= day && begins.occurredOn <= day)) return null;
  const facts = { occurred: dayWord(begins.occurredOn), recorded: dayWord(begins.recordedOn) };
  return (
    <p className="notice" role="status">
      {t(begins.occurredOn > day ? 'audit.begins' : 'audit.beginsLater', facts)}
    </p>
  );
}

function Between({ code, day }: { code: string; day: string }) {
  const { t, day: dayWord } = useWords(auditWords);
  const list = useInfiniteQuery(differenceQuery(code, day));
  const { data, error } = list;
  const first = data?.pages[0];
  if (!data || !first) return <Waiting error={error} />;
  const late = data.pages.flatMap(({ items }) => items);
  return (
    <>
      <h3>{t('audit.moved')}</h3>
      {first.systems.length === 0 ? (
        <p className="soft">{t('audit.noMoved')}</p>
      ) : (
        <Moved systems={first.systems} />
      )}
      <h3>{t('audit.late', { day: dayWord(day) })}</h3>
      {late.length === 0 ? <p className="soft">{t('audit.noLate')}</p> : <Entries entries={late} />}
      <More {...list} />
    </>
  );
}

function Moved({ systems }: Pick<Difference, 'systems'>) {
  const { t, say } = useWords(auditWords);
  const word = (stood: Difference['systems'][number]['was']) =>
    stood ? (stood.phaseLabel ? say(stood.phaseLabel) : t('app.none')) : t('audit.notBegun');
  return (
    <Scroll label={t('audit.moved')}>
      <table className="grid-table">
        <caption className="hidden">{t('audit.moved')}</caption>
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
    </Scroll>
  );
}
