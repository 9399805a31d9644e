// Every system of every municipality that the reader may see, the most urgent first, or counted by prefecture, municipality, business.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { EverywhereView } from '../../server/contract/day/everywhere.ts';
import { BoardFigures } from '../board/figures.tsx';
import { SearchField } from '../board/search-field.tsx';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Counts } from './counts.tsx';
import { LongList } from './long-list.tsx';
import { type EverywhereFilters, everywhereQuery } from './queries.ts';
import { everywhereWords } from './words.ts';
import '../board/board.css';
import './everywhere.css';

export const countedBy = ['none', 'prefecture', 'municipality', 'business', 'phase'] as const;

export function EverywherePage() {
  const { t, say } = useWords(everywhereWords);
  const { group: asked, ...filters } = useSearch({ from: '/within/systems' });
  const group = countedBy.find((one) => one === asked) ?? 'none';
  const navigate = useNavigate();
  const { data, error } = useQuery({
    ...everywhereQuery(filters, group, 0),
    placeholderData: keepPreviousData,
  });
  useTitle(t('everywhere.title'));
  const show = (wanted: EverywhereFilters, by: string = group) =>
    void navigate({
      to: '/systems',
      search: { ...wanted, ...(by === 'none' ? {} : { group: by }) },
      replace: true,
      resetScroll: false,
    });
  const set = (key: keyof EverywhereFilters, value: string) => {
    const { [key]: _was, ...others } = filters;
    if (key === 'prefecture') delete others.municipality;
    show(value === '' ? others : { ...others, [key]: value });
  };
  const select = (
    key: keyof EverywhereFilters,
    label: string,
    from: EverywhereView['choices']['phases'] | undefined,
  ) => (
    <div className="field">
      <label htmlFor={`everywhere-${key}`}>{label}</label>
      <select
        id={`everywhere-${key}`}
        value={filters[key] ?? ''}
        onChange={(event) => set(key, event.target.value)}
      >
        <option value="">{t('board.all')}</option>
        {from?.map((one) => (
          <option key={one.value} value={one.value}>
            {say(one.label)}
          </option>
        ))}
      </select>
    </div>
  );
  const choices = data?.choices;
  return (
    <main className="page" id="content" tabIndex={-1}>
      <h1>{t('everywhere.title')}</h1>
      {data && (
        <BoardFigures
          totals={data.totals}
          onFilter={({ overdue }) => show(overdue ? { ...filters, overdue } : {}, 'none')}
        />
      )}
      <search className="filter-bar" aria-label={t('board.filters')}>
        <SearchField value={filters.q ?? ''} onSearch={(q) => set('q', q)} />
        {select('prefecture', t('everywhere.prefecture'), choices?.prefectures)}
        {filters.prefecture && select('municipality', t('everywhere.municipality'), choices?.municipalities)}
        {select('business', t('board.business'), choices?.businesses)}
        {select('phase', t('board.phase'), choices?.phases)}
        <div className="field">
          <label htmlFor="everywhere-group">{t('everywhere.group')}</label>
          <select id="everywhere-group" value={group} onChange={(event) => show(filters, event.target.value)}>
            {countedBy.map((one) => (
              <option key={one} value={one}>
                {t(`everywhere.by.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <label className="choice filter-check">
          <input
            type="checkbox"
            checked={filters.overdue === 'true'}
            onChange={(event) => set('overdue', event.target.checked ? 'true' : '')}
          />
          {t('board.overdueOnly')}
        </label>
        {Object.keys(filters).length > 0 && (
          <button type="button" className="button slim filter-clear" onClick={() => show({})}>
            {t('board.clear')}
          </button>
        )}
        <p role="status" className="filter-found small">
          {data && t('board.found', { count: data.totals.systems.toLocaleString('ja') })}
        </p>
      </search>
      {!data && <Waiting error={error} />}
      {data && data.notReady.length > 0 && (
        <p className="notice warn">{t('everywhere.notReady', { count: data.notReady.length })}</p>
      )}
      {data?.totals.systems === 0 && <p className="board-empty">{t('board.empty')}</p>}
      {data && group === 'none' && data.totals.systems > 0 && (
        <LongList key={JSON.stringify(filters)} filters={filters} count={data.totals.systems} />
      )}
      {data && group !== 'none' && (
        <Counts
          groups={data.groups}
          by={group}
          onOpen={(key) => show({ ...filters, [group]: key }, 'none')}
        />
      )}
    </main>
  );
}
