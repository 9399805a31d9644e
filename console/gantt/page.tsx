// The Gantt chart of a programme: chart or table, now or on a past day, beside the plan of another day; a plan is moved by its act alone.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schedule } from '../../server/contract/planning/schedule.ts';
import type { Past } from '../asks.ts';
import { PastBanner } from '../past/banner.tsx';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { Chart } from './chart.tsx';
import { Compare, MovedList } from './compare.tsx';
import { PhaseDetail } from './detail.tsx';
import { type Chosen, laid } from './layout.ts';
import { Legend } from './legend.tsx';
import { scheduleQuery, scheduleSheet } from './queries.ts';
import { GanttTable } from './table.tsx';
import { ganttWords } from './words.ts';
import '../system/system.css';
import './gantt.css';

const from = '/within/programmes/$code/gantt';

export function GanttPage() {
  const { t, language } = useWords(ganttWords);
  const { code } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: '/programmes/$code/gantt' });
  const past: Past | null = search.asOf ? { asOf: search.asOf, by: search.by } : null;
  const other = comparedIn(search);
  const { data, error } = useQuery(scheduleQuery(code, past));
  useTitle(t('gantt.title'));
  const isTable = search.view === 'table';
  const see = (view: 'table' | undefined) =>
    void navigate({
      search: ({ view: _view, ...others }) => ({ ...others, ...(view ? { view } : {}) }),
      replace: true,
    });
  const compare = (chosen: Past | null) =>
    void navigate({
      search: ({ with: _with, withBy: _by, ...others }) => ({
        ...others,
        ...(chosen ? { with: chosen.asOf, withBy: chosen.by } : {}),
      }),
    });
  return (
    <div className={past ? 'in-past' : ''}>
      {past && <PastBanner code={code} past={past} />}
      <main className="page gantt-page" id="content" tabIndex={-1}>
        <div className="gantt-head">
          <h1>{t('gantt.title')}</h1>
          <fieldset className="gantt-tools" aria-label={t('gantt.view')}>
            <button
              type="button"
              className="button slim"
              aria-pressed={!isTable}
              onClick={() => see(undefined)}
            >
              {t('gantt.chart')}
            </button>
            <button type="button" className="button slim" aria-pressed={isTable} onClick={() => see('table')}>
              {t('gantt.table')}
            </button>
            <button type="button" className="button slim" onClick={() => window.print()}>
              {t('gantt.print')}
            </button>
            <a className="button slim" href={scheduleSheet(code, past, language)} download>
              {t('gantt.xlsx')}
            </a>
          </fieldset>
        </div>
        {data ? (
          <Plan
            key={code}
            code={code}
            schedule={data}
            past={past}
            other={other}
            isTable={isTable}
            onCompare={compare}
          />
        ) : (
          <Waiting error={error} />
        )}
      </main>
    </div>
  );
}

function comparedIn(search: { with?: string; withBy?: string }): Past | null {
  if (!search.with || !/^\d{4}-\d{2}-\d{2}$/.test(search.with)) return null;
  return { asOf: search.with, by: search.withBy === 'occurred' ? 'occurred' : 'recorded' };
}

interface PlanProps {
  code: string;
  schedule: Schedule;
  past: Past | null;
  other: Past | null;
  isTable: boolean;
  onCompare: (chosen: Past | null) => void;
}

function Plan({ code, schedule, past, other, isTable, onCompare }: PlanProps) {
  const { t, day } = useWords(ganttWords);
  const then = useQuery({ ...scheduleQuery(code, other), enabled: other !== null });
  const [open, setOpen] = useState<Chosen | null>(null);
  const beside = other ? (then.data ?? null) : null;
  const row = schedule.rows.find(({ system }) => system === open?.system);
  const phase = row?.phases.find(({ id }) => id === open?.phase);
  if (schedule.rows.length === 0) return <p>{t('gantt.none')}</p>;
  return (
    <>
      {isTable ? (
        <GanttTable code={code} rows={schedule.rows} past={past} />
      ) : (
        <>
          <p className="small soft gantt-keys">{t('gantt.keys')}</p>
          <p className="small only-print">
            {t('gantt.printed', {
              today: day(schedule.setting.today),
              asOf: day(schedule.setting.asOf ?? schedule.setting.today),
            })}
          </p>
          <Scroll label={t('gantt.caption')}>
            <Chart schedule={schedule} laid={laid(schedule, beside)} onOpen={setOpen} />
          </Scroll>
          <Legend compared={beside !== null} />
        </>
      )}
      <Compare
        key={`${other?.asOf}/${other?.by}`}
        chosen={other}
        today={schedule.setting.asOf ?? schedule.setting.today}
        onChoose={onCompare}
      />
      {other && !beside && <Waiting error={then.error} />}
      {other && beside && <MovedList now={schedule} then={beside} chosen={other} />}
      {row && phase && (
        <PhaseDetail code={code} schedule={schedule} row={row} phase={phase} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
