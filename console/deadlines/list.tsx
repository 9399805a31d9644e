// The deadlines as a list: overdue first, each with its arithmetic, who was warned, and what an extension would move.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isDay } from '../../machines/values/date.ts';
import type { Past } from '../asks.ts';
import { Effect } from '../effect/effect.tsx';
import { ChangeWay, useMayPropose } from '../settings/change-way.tsx';
import { pathsQuery } from '../settings/queries.ts';
import { Warned } from '../system/warned.tsx';
import { systemWords } from '../system/words.ts';
import { Assumed, DaysLeft } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useWords } from '../words/language.tsx';
import type { Due } from './due.ts';
import { deadlineWords } from './words.ts';

const own = { ...systemWords, ...deadlineWords };

interface Props {
  code: string;
  dues: readonly Due[];
  past: Past | null;
  today: string;
}

export function DueList({ code, dues, past, today }: Props) {
  const { t } = useWords(own);
  const settable = useSettable(code, past === null);
  const heads = ['deadline.due', 'due.system', 'deadline.name', 'deadline.status', 'deadline.basis'] as const;
  return (
    <Scroll label={t('due.caption')}>
      <table className="grid-table due-table">
        <caption className="hidden">{t('due.caption')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dues.map((due) => (
            <Row key={`${due.row.system}/${due.deadline}`} {...{ code, due, past, today, settable }} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface RowProps {
  due: Due;
  settable: ReadonlySet<string>;
}

/** Deadlines of which an amendment may set the day, for whoever may propose one. */
function useSettable(code: string, isNow: boolean): ReadonlySet<string> {
  const mayPropose = useMayPropose(code);
  const { data } = useQuery({ ...pathsQuery(code), enabled: isNow && mayPropose });
  const all = data?.items.flatMap(({ deadlines }) => deadlines) ?? [];
  return new Set(all.flatMap(({ deadline, settable }) => (settable ? [deadline] : [])));
}

function Row({ code, due, past, today, settable }: Omit<Props, 'dues'> & RowProps) {
  const { t, say, day } = useWords(own);
  const { row, dueOn, nominalOn } = due;
  return (
    <tr>
      <td>
        {dueOn ? <Day value={dueOn} /> : t('app.undecided')} <DaysLeft deadline={due} />
        {nominalOn && nominalOn !== dueOn && (
          <span className="schedule-under soft">
            {t('deadline.nominal', { day: day(nominalOn, 'short') })}
          </span>
        )}
        {due.derivation.length > 0 && (
          <details className="folded">
            <summary>{t('deadline.counted')}</summary>
            <ol className="plain-list small">
              {due.derivation.map((part) => (
                <li key={part.en}>{say(part)}</li>
              ))}
            </ol>
          </details>
        )}
      </td>
      <td>
        <SystemLink code={code} system={row.system} past={past}>
          {say(row.name)}
        </SystemLink>
      </td>
      <th scope="row">
        {say(due.label)} {due.kind && <span className="tag">{t(`deadline.kind.${due.kind}`)}</span>}{' '}
        {due.hard && <span className="tag">{t('deadline.hard')}</span>}
        <span className="schedule-under soft">
          {due.to.map(({ label }) => say(label)).join(t('mark.and'))}
        </span>
      </th>
      <td>
        {due.undecided ? t('app.undecided') : t(`deadline.${due.status}`)}
        {row.activity !== 'active' && <span className="schedule-under">{t(`due.${row.activity}`)}</span>}
        {due.extended && <span className="schedule-under">{t('deadline.wasExtended')}</span>}
        {past === null && (
          <Warned code={code} system={row.system} deadline={due.deadline} label={due.label} />
        )}
        {past === null && settable.has(due.deadline) && (
          <span className="schedule-under">
            <ChangeWay
              code={code}
              asked={{ change: 'deadline', id: due.deadline }}
              called={t('due.changeOf', { deadline: say(due.label) })}
            >
              {t('due.change')}
            </ChangeWay>
          </span>
        )}
        {past === null && due.open && <Extension code={code} due={due} today={today} />}
      </td>
      <td className="small">
        {due.basis} <Assumed why={due.assumed} />
      </td>
    </tr>
  );
}

function Extension({ code, due, today }: { code: string; due: Due; today: string }) {
  const { t, era } = useWords(own);
  const [dueOn, setDueOn] = useState('');
  const id = `extend-${due.row.system}-${due.deadline}`;
  return (
    <details className="folded due-extension">
      <summary>{t('due.effect')}</summary>
      <div className="field">
        <label htmlFor={id}>{t('due.extendTo')}</label>
        <input id={id} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        <p className="hint">{(dueOn && era(dueOn)) || ' '}</p>
      </div>
      <Effect
        key={dueOn}
        code={code}
        system={due.row.system}
        version={due.row.version}
        today={today}
        fact={isDay(dueOn) ? { type: 'deadline.extended', deadline: due.deadline, dueOn } : null}
      />
    </details>
  );
}
