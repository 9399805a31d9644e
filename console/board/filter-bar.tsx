// The board's filters, their choices counted by the server over all systems, how its rows are grouped, and the switch between its views.
import type { BoardChoices } from '../../server/contract/migrations/board.ts';
import type { BoardFilters } from '../asks.ts';
import { useSpeech } from '../words/language.tsx';
import { type Grouping, groupings } from './groups.ts';
import { SearchField } from './search-field.tsx';

interface Props {
  choices: BoardChoices | null;
  /** How many the filter finds; null until it is known. */
  found: number | null;
  filters: BoardFilters;
  view: 'table' | 'path';
  group: Grouping;
  onFilter: (filters: BoardFilters) => void;
  onView: (view: 'table' | 'path') => void;
  onGroup: (group: Grouping) => void;
}

export function BoardFilterBar({ choices, found, filters, view, group, onFilter, onView, onGroup }: Props) {
  const { t, say } = useSpeech();
  const set = (key: keyof BoardFilters, value: string) => {
    const { [key]: _was, ...others } = filters;
    onFilter(value === '' ? others : { ...others, [key]: value });
  };
  const select = (key: keyof BoardFilters, label: string, from: BoardChoices['waves'] | undefined) => (
    <div className="field">
      <label htmlFor={`filter-${key}`}>{label}</label>
      <select
        id={`filter-${key}`}
        value={filters[key] ?? ''}
        onChange={(event) => set(key, event.target.value)}
      >
        <option value="">{t('board.all')}</option>
        {from?.map(({ value, label: text, systems }) => (
          <option key={value} value={value}>
            {key === 'activity' ? t(`activity.${value as 'active'}`) : say(text)} ({systems})
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <search className="filter-bar" aria-label={t('board.filters')}>
      <SearchField value={filters.q ?? ''} onSearch={(q) => set('q', q)} />
      {select('phase', t('board.phase'), choices?.phases)}
      {select('wave', t('board.wave'), choices?.waves)}
      {select('business', t('board.business'), choices?.businesses)}
      {select('waitingFor', t('board.waitingFor'), choices?.waitingFor)}
      {select('activity', t('board.activity'), choices?.activities)}
      <div className="field">
        <label htmlFor="board-group">{t('board.group')}</label>
        <select
          id="board-group"
          value={group}
          onChange={(event) => onGroup(groupings.find((one) => one === event.target.value) ?? 'phase')}
        >
          {groupings.map((one) => (
            <option key={one} value={one}>
              {t(`board.by.${one}`)}
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
        <button type="button" className="button slim filter-clear" onClick={() => onFilter({})}>
          {t('board.clear')}
        </button>
      )}
      <p role="status" className="filter-found small">
        {found !== null && t('board.found', { count: found })}
      </p>
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
