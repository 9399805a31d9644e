// One month of deadlines, with the closed days of the programme's calendar by name. PageUp and PageDown, or the arrows, change it.
import type { KeyboardEvent } from 'react';
import { weekday } from '../../machines/values/date.ts';
import type { Schedule } from '../../server/contract/planning/schedule.ts';
import { useWords } from '../words/language.tsx';
import type { Due } from './due.ts';
import { monthBeside, weeksOf } from './weeks.ts';
import { deadlineWords } from './words.ts';

interface Props {
  month: string;
  dues: readonly Due[];
  schedule: Schedule;
  onMonth: (month: string) => void;
}

const turns: Record<string, number> = { PageUp: -1, ArrowLeft: -1, PageDown: 1, ArrowRight: 1 };
const week = ['due.0', 'due.1', 'due.2', 'due.3', 'due.4', 'due.5', 'due.6'] as const;

export function DueMonth({ month, dues, schedule, onMonth }: Props) {
  const { t, day } = useWords(deadlineWords);
  const { provisionalFrom } = schedule;
  function turn(event: KeyboardEvent) {
    const by = turns[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMonth(monthBeside(month, by));
  }
  return (
    <section aria-labelledby="due-month" className="due-month">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of its own buttons, caught where they bubble to */}
      <div className="due-turn" onKeyDown={turn}>
        <button type="button" className="button slim" onClick={() => onMonth(monthBeside(month, -1))}>
          {t('due.previous')}
        </button>
        <h2 id="due-month" aria-live="polite">
          {day(month)}
        </h2>
        <button type="button" className="button slim" onClick={() => onMonth(monthBeside(month, 1))}>
          {t('due.next')}
        </button>
        <span className="small soft">{t('due.keys')}</span>
      </div>
      <table className="due-grid">
        <caption className="hidden">{day(month)}</caption>
        <thead>
          <tr>
            {week.map((each) => (
              <th key={each} scope="col">
                {t(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((days) => (
            <tr key={days.find((each) => each !== null)}>
              {days.map((on, index) => (
                <Cell key={on ?? week[index]} on={on} dues={dues} schedule={schedule} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {provisionalFrom !== null && month >= provisionalFrom.slice(0, 7) && (
        <p className="small soft">{t('due.provisional', { day: day(provisionalFrom) })}</p>
      )}
    </section>
  );
}

function Cell({ on, dues, schedule }: { on: string | null } & Pick<Props, 'dues' | 'schedule'>) {
  const { t, say } = useWords(deadlineWords);
  if (on === null) return <td className="due-none" />;
  const closed = schedule.closed.find((each) => each.on === on);
  const isOff = closed !== undefined || weekday(on) === 0 || weekday(on) === 6;
  const { asOf, today } = schedule.setting;
  return (
    <td className={isOff ? 'due-off' : ''} aria-current={on === (asOf ?? today) ? 'date' : undefined}>
      <time dateTime={on}>{Number(on.slice(8))}</time>
      {isOff && <span className="small soft"> {closed ? say(closed.name) : t('due.closed')}</span>}
      <ul className="small">
        {dues
          .filter(({ dueOn }) => dueOn === on)
          .map((due) => (
            <li key={`${due.row.system}/${due.deadline}`} className={due.status}>
              {say(due.row.name)}
              {t('mark.colon')}
              {say(due.label)}
            </li>
          ))}
      </ul>
    </td>
  );
}
