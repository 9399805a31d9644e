// The board as one table: groups of rows, or all of them sorted by a column.
import { useState } from 'react';
import type { BoardRow } from '../../server/contract/migrations/board.ts';
import type { Past } from '../asks.ts';
import { Scroll } from '../ui/scroll.tsx';
import { useSpeech } from '../words/language.tsx';
import { type Column, columns, type Grouping, grouped, type Sorting, sorted } from './groups.ts';
import { Row } from './row.tsx';

interface Props {
  code: string;
  rows: readonly BoardRow[];
  group: Grouping;
  past: Past | null;
}

export function BoardTable({ code, rows, group, past }: Props) {
  const { t, say } = useSpeech();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const groups = sorting ? grouped(sorted(rows, sorting), 'none') : grouped(rows, group);
  const sort = (by: Column) =>
    setSorting((was) =>
      was?.by === by ? (was.descending ? null : { by, descending: true }) : { by, descending: false },
    );
  return (
    <Scroll label={t('board.captionAll')}>
      <table className="grid-table board-table">
        <caption className="hidden">{t('board.captionAll')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHead key={column} column={column} sorting={sorting} onSort={() => sort(column)} />
            ))}
          </tr>
        </thead>
        {groups.map(({ key, label, rows: some }) => (
          <tbody key={key}>
            {label && (
              <tr className="board-group">
                <th colSpan={columns.length} scope="rowgroup">
                  {say(label)} <span className="wave-count">{t('board.count', { count: some.length })}</span>
                </th>
              </tr>
            )}
            {some.map((row) => (
              <Row key={row.system} row={row} code={code} past={past} />
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

interface HeadProps {
  column: Column;
  sorting: Sorting | null;
  onSort: () => void;
}

function SortHead({ column, sorting, onSort }: HeadProps) {
  const { t } = useSpeech();
  const mine = sorting?.by === column ? sorting : null;
  const word = t(column);
  return (
    <th scope="col" aria-sort={mine === null ? 'none' : mine.descending ? 'descending' : 'ascending'}>
      <button type="button" className="sort" title={t('board.sortBy', { column: word })} onClick={onSort}>
        {word}
        <span aria-hidden="true" className="sort-sign">
          {mine === null ? '△' : mine.descending ? '▼' : '▲'}
        </span>
      </button>
    </th>
  );
}
