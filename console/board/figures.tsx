// The board in five figures; two of them are also the way to the migrations they count.
import type { BoardTotals } from '../../server/contract/migrations.ts';
import type { BoardFilters } from '../queries.ts';
import { useSpeech } from '../words/language.tsx';

export function BoardFigures({
  totals,
  onFilter,
}: {
  totals: BoardTotals;
  onFilter: (filters: BoardFilters) => void;
}) {
  const { t } = useSpeech();
  const { overdue } = totals;
  const figures = [
    { word: 'board.systems', count: totals.systems, tone: '', wanted: {} },
    { word: 'board.overdue', count: overdue, tone: overdue > 0 ? 'bad' : '', wanted: { overdue: 'true' } },
    { word: 'board.underReview', count: totals.underReview },
    { word: 'board.blocked', count: totals.blocked },
    { word: 'board.live', count: totals.live },
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
