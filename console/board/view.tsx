// The board's body for now and for any past day: figures, filters, and the migrations as table or as paths.
import { useInfiniteQuery } from '@tanstack/react-query';
import { type BoardFilters, boardQuery, type Past } from '../queries.ts';
import { Waiting } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { BoardFigures } from './figures.tsx';
import { BoardFilterBar } from './filter-bar.tsx';
import { BoardPaths } from './paths.tsx';
import { BoardTable } from './table.tsx';
import { byWave } from './wave-rows.ts';
import './board.css';

export type BoardSearch = BoardFilters & { view?: string };

interface Props {
  code: string;
  past: Past | null;
  filters: BoardFilters;
  view: 'table' | 'path';
  onChange: (search: BoardSearch) => void;
}

export function BoardView({ code, past, filters, view, onChange }: Props) {
  const { t, day } = useSpeech();
  const board = useInfiniteQuery(boardQuery(code, filters, past));
  // The unfiltered board gives the filters their choices; without filters it is the same answer.
  const whole = useInfiniteQuery(boardQuery(code, {}, past));
  const rows = board.data?.pages.flatMap((page) => page.items);
  const all = whole.data?.pages.flatMap((page) => page.items) ?? [];
  const totals = board.data?.pages[0]?.totals;
  const search = (changed: BoardSearch) => onChange(changed);
  /** A filter is to blame only for what is there without it. */
  const emptyWords = () => {
    if (all.length > 0 || !past) return t('board.empty');
    const word = past.by === 'occurred' ? 'past.nothingOccurred' : 'past.nothingRecorded';
    return t(word, { day: day(past.asOf) });
  };
  const kept = view === 'path' ? { view } : {};
  return (
    <>
      {totals && <BoardFigures totals={totals} onFilter={(wanted) => search({ ...wanted, ...kept })} />}
      <BoardFilterBar
        rows={all}
        filters={filters}
        view={view}
        onFilter={(wanted) => search({ ...wanted, ...kept })}
        onView={(wanted) => search({ ...filters, ...(wanted === 'path' ? { view: wanted } : {}) })}
      />
      {board.error && <Waiting error={board.error} />}
      {!rows && !board.error && <Waiting error={null} />}
      {rows?.length === 0 && <p className="board-empty">{emptyWords()}</p>}
      {rows &&
        byWave(rows).map((wave) =>
          view === 'path' ? (
            <BoardPaths key={wave.wave} code={code} wave={wave} past={past} />
          ) : (
            <BoardTable key={wave.wave} code={code} wave={wave} past={past} />
          ),
        )}
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
