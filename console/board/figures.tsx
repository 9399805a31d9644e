// The board in five figures, each the way to the migrations it counts.
import type { BoardTotals } from '../../server/contract/migrations/board.ts';
import type { BoardFilters } from '../asks.ts';
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
    { word: 'board.underReview', count: totals.underReview, tone: '', wanted: { stage: 'underReview' } },
    { word: 'board.blocked', count: totals.blocked, tone: '', wanted: { blocked: 'true' } },
    { word: 'board.live', count: totals.live, tone: '', wanted: { live: 'true' } },
  ] as const;
  return (
    <ul className="figures" aria-label={t('board.summary')}>
      {figures.map((figure) => (
        <li key={figure.word} className={`figure-box ${figure.tone}`}>
          <span className="figure-word">
            <button type="button" onClick={() => onFilter(figure.wanted)}>
              {t(figure.word)}
            </button>
          </span>
          <span className="figure-count">{figure.count}</span>
        </li>
      ))}
    </ul>
  );
}
