// The deadlines of a programme: a list or a month, filtered, now or on a past day.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Schedule } from '../../server/contract/planning/schedule.ts';
import type { Past } from '../asks.ts';
import { SearchField } from '../board/search-field.tsx';
import { scheduleQuery } from '../gantt/queries.ts';
import { PastBanner } from '../past/banner.tsx';
import { ChangeWay } from '../settings/change-way.tsx';
import { useTitle } from '../shell/title.ts';
import { systemWords } from '../system/words.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { type DueFilter, duesOf } from './due.ts';
import { DueList } from './list.tsx';
import { DueMonth } from './month.tsx';
import { deadlineWords } from './words.ts';
import '../board/board.css';
import '../system/system.css';
import './deadlines.css';

const own = { ...systemWords, ...deadlineWords };
const from = '/within/programmes/$code/deadlines';
type Changed = DueFilter & { view?: string; month?: string };

export function DeadlinesPage() {
  const { t } = useWords(own);
  const { code } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: '/programmes/$code/deadlines' });
  const past: Past | null = search.asOf ? { asOf: search.asOf, by: search.by } : null;
  const { data, error } = useQuery(scheduleQuery(code, past));
  useTitle(t('due.title'));
  const change = (changed: { [K in keyof Changed]: string }) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className={past ? 'in-past' : ''}>
      {past && <PastBanner code={code} past={past} />}
      <main className="page" id="content" tabIndex={-1}>
        <div className="due-head">
          <h1>{t('due.title')}</h1>
          <fieldset className="due-tools" aria-label={t('due.view')}>
            <button
              type="button"
              className="button slim"
              aria-pressed={search.view !== 'month'}
              onClick={() => change({ view: 'list' })}
            >
              {t('due.list')}
            </button>
            <button
              type="button"
              className="button slim"
              aria-pressed={search.view === 'month'}
              onClick={() => change({ view: 'month' })}
            >
              {t('due.month')}
            </button>
            <button type="button" className="button slim" onClick={() => window.print()}>
              {t('due.print')}
            </button>
            <Link to="/contact" className="small">
              {t('due.feed')}
            </Link>
            {past === null && (
              <ChangeWay code={code} asked={{ change: 'deadline' }}>
                {t('due.change')}
              </ChangeWay>
            )}
          </fieldset>
        </div>
        {data ? (
          <Dues code={code} schedule={data} past={past} search={search} change={change} />
        ) : (
          <Waiting error={error} />
        )}
      </main>
    </div>
  );
}

interface DuesProps {
  code: string;
  schedule: Schedule;
  past: Past | null;
  search: Changed;
  change: (changed: Record<string, string>) => void;
}

function Dues({ code, schedule, past, search, change }: DuesProps) {
  const { t } = useWords(own);
  const dues = duesOf(schedule, search);
  const today = schedule.setting.asOf ?? schedule.setting.today;
  const month = /^\d{4}-\d{2}$/.test(search.month ?? '') ? (search.month ?? '') : today.slice(0, 7);
  const over = dues.filter(({ status }) => status === 'missed').length;
  return (
    <>
      <Filters schedule={schedule} search={search} change={change} />
      <p role="status">{dues.length === 0 ? t('due.none') : t('due.count', { count: dues.length, over })}</p>
      {search.view === 'month' ? (
        <DueMonth month={month} dues={dues} schedule={schedule} onMonth={(next) => change({ month: next })} />
      ) : (
        dues.length > 0 && <DueList code={code} dues={dues} past={past} today={schedule.setting.today} />
      )}
    </>
  );
}

function Filters({ schedule: { rows }, search, change }: Pick<DuesProps, 'schedule' | 'search' | 'change'>) {
  const { t } = useWords(own);
  const all = rows.flatMap(({ deadlines }) => deadlines);
  const kinds = [...new Set(all.flatMap(({ kind }) => kind ?? []))];
  const posts = [...new Map(all.flatMap(({ to }) => to.map(({ post, label }) => [post, label] as const)))];
  const systems = rows.map(({ system, name }): [string, Sentence] => [system, name]);
  const named = kinds.map((kind): [string, Sentence] => [kind, own[`deadline.kind.${kind}`]]);
  return (
    <div className="filter-bar due-filters">
      <SearchField value={search.q ?? ''} onSearch={(q) => change({ q })} />
      <Choice name="system" label={t('due.system')} from={systems} value={search.system} change={change} />
      {named.length > 0 && (
        <Choice name="kind" label={t('due.kind')} from={named} value={search.kind} change={change} />
      )}
      <Choice name="who" label={t('due.who')} from={posts} value={search.who} change={change} />
    </div>
  );
}

interface ChoiceProps {
  name: 'system' | 'kind' | 'who';
  label: string;
  from: readonly (readonly [string, Sentence])[];
  value: string | undefined;
  change: DuesProps['change'];
}

function Choice({ name, label, from: options, value = '', change }: ChoiceProps) {
  const { t, say } = useWords(own);
  return (
    <div className="field">
      <label htmlFor={`due-${name}`}>{label}</label>
      <select id={`due-${name}`} value={value} onChange={(event) => change({ [name]: event.target.value })}>
        <option value="">{t('due.all')}</option>
        {options.map(([id, word]) => (
          <option key={id} value={id}>
            {say(word)}
          </option>
        ))}
      </select>
    </div>
  );
}
