// The board in five figures; two of them are also the way to the migrations they count.
import type { BoardRow } from '../../server/contract/migrations.ts';
import type { BoardFilters } from '../queries.ts';
import { useSpeech } from '../words/language.tsx';

export function BoardFigures({
  rows,
  onFilter,
}: {
  rows: readonly BoardRow[];
  onFilter: (filters: BoardFilters) => void;
}) {
  const { t } = useSpeech();
  const overdue = rows.filter((row) => row.overdue > 0).length;
  const figures = [
    { word: 'board.systems', count: rows.length, tone: '', wanted: {} },
    { word: 'board.overdue', count: overdue, tone: overdue > 0 ? 'bad' : '', wanted: { overdue: 'true' } },
    { word: 'board.underReview', count: rows.filter((row) => row.stage === 'underReview').length },
    { word: 'board.blocked', count: rows.filter((row) => row.blockers.length > 0).length },
    { word: 'board.live', count: rows.filter((row) => row.live).length },
  ] as const;
  return (
    <ul className="figures" aria-label={t('board.summary')}>
      {figures.map((figure) => (
        <li key={figure.word} className={`figure-box ${'tone' in figure ? figure.tone : ''}`}>
          <span className="figure-word">
            {'wanted' in figure ? (
              <button type="button" onClick={() => onFilter(figure.wanted)}>
                {t(figure.word)}
              </button>
            ) : (
              t(figure.word)
            )}
          </span>
          <span className="figure-count">{figure.count}</span>
        </li>
      ))}
    </ul>
  );
}
