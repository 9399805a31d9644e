// The board's filters, their choices read from the board itself, and the switch between its two views.
import { useEffect, useState } from 'react';
import type { BoardRow } from '../../server/contract/migrations.ts';
import type { BoardFilters } from '../queries.ts';
import { useSpeech } from '../words/language.tsx';

interface Props {
  rows: readonly BoardRow[];
  filters: BoardFilters;
  view: 'table' | 'path';
  onFilter: (filters: BoardFilters) => void;
  onView: (view: 'table' | 'path') => void;
}

type Choice = [value: string, label: string];

function choices(pairs: readonly Choice[]): Choice[] {
  return [...new Map(pairs)];
}

export function BoardFilterBar({ rows, filters, view, onFilter, onView }: Props) {
  const { t, say } = useSpeech();
  const set = (key: keyof BoardFilters, value: string) => {
    const { [key]: _was, ...others } = filters;
    onFilter(value === '' ? others : { ...others, [key]: value });
  };
  const select = (key: keyof BoardFilters, label: string, from: Choice[]) => (
    <div className="field">
      <label htmlFor={`filter-${key}`}>{label}</label>
      <select
        id={`filter-${key}`}
        value={filters[key] ?? ''}
        onChange={(event) => set(key, event.target.value)}
      >
        <option value="">{t('board.all')}</option>
        {from.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <search className="filter-bar" aria-label={t('board.filters')}>
      <SearchField value={filters.q ?? ''} onSearch={(q) => set('q', q)} />
      {select('wave', t('board.wave'), choices(rows.map((row) => [row.wave, say(row.waveLabel)])))}
      {select('phase', t('board.phase'), choices(rows.map((row) => [row.phase, say(row.phaseLabel)])))}
      {select(
        'waitingFor',
        t('board.waitingFor'),
        choices(rows.flatMap((row) => row.waitingFor.map(({ post, label }): Choice => [post, say(label)]))),
      )}
      {select(
        'activity',
        t('board.activity'),
        (['active', 'onHold', 'cancelled', 'retired'] as const).map((value) => [
          value,
          t(`activity.${value}`),
        ]),
      )}
      <label className="choice filter-check">
        <input
          type="checkbox"
          checked={filters.overdue === 'true'}
          onChange={(event) => set('overdue', event.target.checked ? 'true' : '')}
        />
        {t('board.overdueOnly')}
      </label>
      {Object.keys(filters).length > 0 && (
        <button type="button" className="button slim filter-clear" onClick={() => onFilter({})}>
          {t('board.clear')}
        </button>
      )}
      <fieldset className="view-switch">
        <legend className="hidden">{t('board.view')}</legend>
        {(['table', 'path'] as const).map((each) => (
          <label key={each} className={each === view ? 'on' : ''}>
            <input type="radio" name="view" checked={each === view} onChange={() => onView(each)} />
            {t(`board.${each}`)}
          </label>
        ))}
      </fieldset>
    </search>
  );
}

/** Typed words are looked for once the reader pauses; a word that is still being composed is none yet. */
function SearchField({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (composing || typed === value) return;
    const pause = setTimeout(() => onSearch(typed), 300);
    return () => clearTimeout(pause);
  }, [composing, typed, value, onSearch]);
  return (
    <div className="field">
      <label htmlFor="filter-q">{t('board.search')}</label>
      <input
        id="filter-q"
        type="search"
        value={typed}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
