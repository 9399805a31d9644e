// The board's filters, their choices counted by the server over all systems, how its rows are grouped, and the switch between its views.
import type { BoardChoices } from '../../server/contract/migrations/board.ts';
import type { BoardFilters } from '../asks.ts';
import { useSpeech } from '../words/language.tsx';
import { type Grouping, groupings } from './groups.ts';
import { Choosing, GroupedBy, Narrowing } from './narrowing.tsx';

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
  const { t } = useSpeech();
  const set = (key: keyof BoardFilters, value: string) => {
    const { [key]: _was, ...others } = filters;
    onFilter(value === '' ? others : { ...others, [key]: value });
  };
  const choosing = (key: keyof BoardFilters, label: string, from: BoardChoices['waves'] | undefined) => (
    <Choosing
      id={`filter-${key}`}
      label={label}
      value={filters[key]}
      choices={from}
      onChange={(value) => set(key, value)}
    />
  );
  const activities = choices?.activities.map(({ value, systems }) => {
    const called = t(`activity.${value as 'active'}`);
    return { value, systems, label: { ja: called, en: called } };
  });
  return (
    <Narrowing
      filters={filters}
      found={found}
      onChange={set}
      onClear={() => onFilter({})}
      after={<ViewSwitch view={view} onView={onView} />}
    >
      {choosing('phase', t('board.phase'), choices?.phases)}
      {choosing('wave', t('board.wave'), choices?.waves)}
      {choosing('business', t('board.business'), choices?.businesses)}
      {choosing('waitingFor', t('board.waitingFor'), choices?.waitingFor)}
      {choosing('activity', t('board.activity'), activities)}
      <GroupedBy
        id="board-group"
        label={t('board.group')}
        value={group}
        ways={groupings.map((one) => [one, t(`board.by.${one}`)] as const)}
        onChange={onGroup}
      />
    </Narrowing>
  );
}

function ViewSwitch({ view, onView }: Pick<Props, 'view' | 'onView'>) {
  const { t } = useSpeech();
  return (
    <fieldset className="view-switch">
      <legend className="hidden">{t('board.view')}</legend>
      {(['table', 'path'] as const).map((each) => (
        <label key={each} className={each === view ? 'on' : ''}>
          <input type="radio" name="view" checked={each === view} onChange={() => onView(each)} />
          {t(`board.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}
