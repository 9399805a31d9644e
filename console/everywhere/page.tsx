// Every system of every municipality that the reader may see, the most urgent first, or counted by prefecture, municipality, business.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { EverywhereView } from '../../server/contract/day/everywhere.ts';
import { BoardFigures } from '../board/figures.tsx';
import { Choosing, GroupedBy, Narrowing } from '../board/narrowing.tsx';
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
  const { t } = useWords(everywhereWords);
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
  const choosing = (
    key: keyof EverywhereFilters,
    label: string,
    from: EverywhereView['choices']['phases'] | undefined,
  ) => (
    <Choosing
      id={`everywhere-${key}`}
      label={label}
      value={filters[key]}
      choices={from}
      onChange={(value) => set(key, value)}
    />
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
      <Narrowing
        filters={filters}
        found={data ? data.totals.systems.toLocaleString('ja') : null}
        onChange={set}
        onClear={() => show({})}
      >
        {choosing('prefecture', t('everywhere.prefecture'), choices?.prefectures)}
        {filters.prefecture &&
          choosing('municipality', t('everywhere.municipality'), choices?.municipalities)}
        {choosing('business', t('board.business'), choices?.businesses)}
        {choosing('phase', t('board.phase'), choices?.phases)}
        <GroupedBy
          id="everywhere-group"
          label={t('everywhere.group')}
          value={group}
          ways={countedBy.map((one) => [one, t(`everywhere.by.${one}`)] as const)}
          onChange={(by) => show(filters, by)}
        />
      </Narrowing>
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
