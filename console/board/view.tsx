// The board's body for now and for any past day: figures, filters, and the migrations as table or as paths.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { BoardFilters, Past } from '../asks.ts';
import { boardQuery } from '../queries.ts';
import { Waiting } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { BoardFigures } from './figures.tsx';
import { BoardFilterBar } from './filter-bar.tsx';
import type { Grouping } from './groups.ts';
import { BoardPaths } from './paths.tsx';
import { BoardTable } from './table.tsx';
import { byWave } from './wave-rows.ts';
import './board.css';

export type BoardSearch = BoardFilters & { view?: string; group?: string };

interface Props {
  code: string;
  past: Past | null;
  filters: BoardFilters;
  view: 'table' | 'path';
  group: Grouping;
  onChange: (search: BoardSearch) => void;
}

export function BoardView({ code, past, filters, view, group, onChange }: Props) {
  const { t, day } = useSpeech();
  const board = useInfiniteQuery(boardQuery(code, filters, past));
  const rows = board.data?.pages.flatMap((page) => page.items);
  const [first] = board.data?.pages ?? [];
  const search = (changed: BoardSearch) => onChange(changed);
  /** A filter is to blame only for what is there without it. */
  const emptyWords = () => {
    if ((first?.totals.systems ?? 0) > 0 || !past) return t('board.empty');
    const word = past.by === 'occurred' ? 'past.nothingOccurred' : 'past.nothingRecorded';
    return t(word, { day: day(past.asOf) });
  };
  const kept = { ...(view === 'path' ? { view } : {}), ...(group === 'phase' ? {} : { group }) };
  return (
    <>
      {first && <BoardFigures totals={first.totals} onFilter={(wanted) => search({ ...wanted, ...kept })} />}
      <BoardFilterBar
        choices={first?.choices ?? null}
        found={first?.found ?? null}
        filters={filters}
        view={view}
        group={group}
        onFilter={(wanted) => search({ ...wanted, ...kept })}
        onView={(wanted) =>
          search({ ...filters, ...kept, ...(wanted === 'path' ? { view: wanted } : { view: '' }) })
        }
        onGroup={(wanted) => search({ ...filters, ...kept, group: wanted === 'phase' ? '' : wanted })}
      />
      {board.error && <Waiting error={board.error} />}
      {!rows && !board.error && <Waiting error={null} />}
      {rows?.length === 0 && <p className="board-empty">{emptyWords()}</p>}
      {rows && rows.length > 0 && view === 'table' && (
        <BoardTable code={code} rows={rows} group={group} past={past} />
      )}
      {rows &&
        view === 'path' &&
        byWave(rows).map((wave) => <BoardPaths key={wave.wave} code={code} wave={wave} past={past} />)}
      {board.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={board.isFetchingNextPage}
          onClick={() => board.fetchNextPage()}
        >
          {t('app.more')}
        </button>
      )}
    </>
  );
}
