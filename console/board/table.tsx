// One wave of the board as a table that can be sorted.
import {
  type Column,
  createColumnHelper,
  getCoreRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
} from '@tanstack/react-table';
import { useState } from 'react';
import type { BoardRow } from '../../server/contract/migrations.ts';
import type { Past } from '../queries.ts';
import { DeadlineCell, RegimeTag, StageTag } from '../ui/condition.tsx';
import { Icon } from '../ui/icon.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useSpeech } from '../words/language.tsx';
import type { WaveRows } from './wave-rows.ts';

const column = createColumnHelper<BoardRow>();
const columns = [
  column.accessor((row) => row.name.ja, {
    id: 'board.system',
    sortingFn: (a, b) => a.original.name.ja.localeCompare(b.original.name.ja, 'ja'),
  }),
  column.accessor((row) => row.phaseIndex / Math.max(1, row.phaseCount - 1), { id: 'board.phase' }),
  column.accessor((row) => row.nextDeadline?.dueAt ?? '9999', { id: 'board.nextDeadline' }),
  column.accessor((row) => row.blockers.length, { id: 'board.blockers' }),
  column.accessor((row) => row.waitingFor[0]?.label.ja ?? '', { id: 'board.waitingFor' }),
];
type ColumnWord =
  | 'board.system'
  | 'board.phase'
  | 'board.nextDeadline'
  | 'board.blockers'
  | 'board.waitingFor';

export function BoardTable({ code, wave, past }: { code: string; wave: WaveRows; past: Past | null }) {
  const { t, say } = useSpeech();
  const [sorting, setSorting] = useState<SortingState>([]);
  const table = useReactTable({
    data: wave.rows,
    columns,
    state: { sorting },
    onSortingChange: setSorting,
    getRowId: (row) => row.system,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
  return (
    <section className="wave" aria-labelledby={`wave-${wave.wave}`}>
      <h2 id={`wave-${wave.wave}`}>
        {say(wave.label)} <span className="wave-count">{t('board.count', { count: wave.rows.length })}</span>
      </h2>
      <Scroll label={t('board.caption', { wave: say(wave.label) })}>
        <table className="grid-table board-table">
          <caption className="hidden">{t('board.caption', { wave: say(wave.label) })}</caption>
          <thead>
            <tr>
              {table.getFlatHeaders().map((header) => (
                <SortHead key={header.id} column={header.column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <Row key={row.id} row={row.original} code={code} past={past} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function SortHead({ column: { id, getIsSorted, toggleSorting } }: { column: Column<BoardRow> }) {
  const { t } = useSpeech();
  const sorted = getIsSorted();
  const word = t(id as ColumnWord);
  return (
    <th scope="col" aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}>
      <button
        type="button"
        className="sort"
        title={t('board.sortBy', { column: word })}
        onClick={() => toggleSorting(sorted === 'asc')}
      >
        {word}
        <span aria-hidden="true" className="sort-sign">
          {sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : '△'}
        </span>
      </button>
    </th>
  );
}

function Row({ row, code, past }: { row: BoardRow; code: string; past: Past | null }) {
  const { t, say } = useSpeech();
  return (
    <tr className={row.overdue > 0 ? 'overdue' : undefined}>
      <th scope="row">
        {row.outline ? (
          say(row.name)
        ) : (
          <SystemLink code={code} system={row.system} past={past}>
            {say(row.name)}
          </SystemLink>
        )}
        <span className="board-business soft">{covers(row)}</span>
      </th>
      <td>
        <span className="board-phase">
          <strong>{say(row.phaseLabel)}</strong>
          <Track row={row} />
        </span>
        <span className="board-tags">
          <StageTag row={row} />
          <RegimeTag row={row} />
        </span>
      </td>
      <td>
        <DeadlineCell deadline={row.nextDeadline} />
      </td>
      <td>
        <Blockers row={row} />
      </td>
      <td>
        {row.waitingFor.map(({ label }) => say(label)).join('、') || (
          <span className="soft">{t('app.none')}</span>
        )}
      </td>
    </tr>
  );
}

function Track({ row }: { row: BoardRow }) {
  const { t } = useSpeech();
  const facts = { index: row.phaseIndex + 1, count: row.phaseCount };
  return (
    <svg
      className="track"
      viewBox={`0 0 ${row.phaseCount * 8} 8`}
      width={row.phaseCount * 8}
      height="8"
      role="img"
      aria-label={t('board.phaseOf', facts)}
    >
      {Array.from({ length: row.phaseCount }, (_, index) => index).map((index) => {
        const place = index < row.phaseIndex ? 'passed' : index === row.phaseIndex ? 'here' : 'ahead';
        const tall = place === 'here';
        return (
          <rect
            key={index}
            className={place}
            x={index * 8 + 0.5}
            y={tall ? 0.5 : 2.5}
            width="6"
            height={tall ? 7 : 3}
            rx="1"
          />
        );
      })}
    </svg>
  );
}

/** What blocks in a few words: the label of what is missing where there is one; the whole sentence is in the title. */
function Blockers({ row }: { row: BoardRow }) {
  const { t, say } = useSpeech();
  const [first, second, ...more] = row.blockers;
  if (!first) return <span className="soft">{t('board.noBlockers')}</span>;
  return (
    <ul className="blockers">
      {[first, ...(second ? [second] : [])].map((refusal) => (
        <li key={refusal.code + say(refusal.message)} title={say(refusal.message)}>
          <Icon name="cross" />
          {isText(refusal.facts.label) ? say(refusal.facts.label) : say(refusal.message)}
        </li>
      ))}
      {more.length > 0 && <li className="soft">{t('board.moreBlockers', { count: more.length })}</li>}
    </ul>
  );
}

const isText = (value: unknown): value is { ja: string; en: string } =>
  typeof value === 'object' && value !== null && 'ja' in value && 'en' in value;

/** The businesses, where the system's name does not say them already. */
function covers(row: BoardRow): string {
  const named = row.businesses.join('/') === row.name.ja;
  return named || row.part ? (row.part ?? '') : row.businesses.join('・');
}
