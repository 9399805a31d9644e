// How many there are of each prefecture, municipality, business or phase; each the way to its systems.
import type { EverywhereView } from '../../server/contract/day/everywhere.ts';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { everywhereWords } from './words.ts';

interface Props {
  groups: EverywhereView['groups'];
  by: 'prefecture' | 'municipality' | 'business' | 'phase';
  onOpen: (key: string) => void;
}

const figures = ['systems', 'overdue', 'underReview', 'blocked', 'live'] as const;

export function Counts({ groups, by, onOpen }: Props) {
  const { t, say } = useWords(everywhereWords);
  return (
    <Scroll label={t('everywhere.groups')}>
      <table className="grid-table everywhere-counts">
        <caption className="hidden">{t('everywhere.groups')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`everywhere.by.${by}`)}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="figure">
                {t(`board.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key} className={group.overdue > 0 ? 'overdue' : undefined}>
              <th scope="row">
                <button type="button" className="everywhere-open" onClick={() => onOpen(group.key)}>
                  {say(group.label)}
                </button>
              </th>
              {figures.map((figure) => (
                <td key={figure} className="figure">
                  {group[figure].toLocaleString('ja')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
