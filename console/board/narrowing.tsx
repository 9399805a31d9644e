// What narrows a list down: a word, choices that the server counts, the overdue alone; how it is grouped, and how many it finds.
import type { ReactNode } from 'react';
import { useSpeech } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { SearchField } from './search-field.tsx';

interface Filters {
  q?: string | undefined;
  overdue?: string | undefined;
}

interface NarrowingProps {
  filters: Filters;
  /** How many it finds, as it is said; null until it is known. */
  found: string | number | null;
  onChange: (key: keyof Filters, value: string) => void;
  onClear: () => void;
  /** The choices, and how the list is grouped. */
  children: ReactNode;
  /** What stands at its end. */
  after?: ReactNode;
}

export function Narrowing({ filters, found, onChange, onClear, children, after }: NarrowingProps) {
  const { t } = useSpeech();
  return (
    <search className="filter-bar" aria-label={t('board.filters')}>
      <SearchField value={filters.q ?? ''} onSearch={(q) => onChange('q', q)} />
      {children}
      <label className="choice filter-check">
        <input
          type="checkbox"
          checked={filters.overdue === 'true'}
          onChange={(event) => onChange('overdue', event.target.checked ? 'true' : '')}
        />
        {t('board.overdueOnly')}
      </label>
      {Object.keys(filters).length > 0 && (
        <button type="button" className="button slim filter-clear" onClick={onClear}>
          {t('board.clear')}
        </button>
      )}
      <p role="status" className="filter-found small">
        {found !== null && t('board.found', { count: found })}
      </p>
      {after}
    </search>
  );
}

interface Choice {
  value: string;
  label: Sentence;
  /** How many systems it finds; said where it is counted. */
  systems?: number;
}

interface ChoosingProps {
  id: string;
  label: string;
  /** Empty: all. */
  value: string | undefined;
  choices: readonly Choice[] | undefined;
  onChange: (value: string) => void;
}

/** One of what the server found, or all. */
export function Choosing({ id, label, value, choices, onChange }: ChoosingProps) {
  const { t, say } = useSpeech();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('board.all')}</option>
        {choices?.map((one) => (
          <option key={one.value} value={one.value}>
            {say(one.label)}
            {one.systems === undefined ? '' : ` (${one.systems})`}
          </option>
        ))}
      </select>
    </div>
  );
}

interface GroupingProps<G extends string> {
  id: string;
  label: string;
  value: G;
  /** In their order, as they are called. */
  ways: readonly (readonly [G, string])[];
  onChange: (way: G) => void;
}

export function GroupedBy<G extends string>({ id, label, value, ways, onChange }: GroupingProps<G>) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(ways.find(([way]) => way === event.target.value)?.[0] ?? value)}
      >
        {ways.map(([way, called]) => (
          <option key={way} value={way}>
            {called}
          </option>
        ))}
      </select>
    </div>
  );
}
