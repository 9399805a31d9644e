// Times of every year in which a ward's own work leaves no room to switch a system over. Data, and only warned about: a programme
// records others of its own (選挙), or withdraws one of these.
import type { Text } from '../../definition/definition.ts';

export interface UsualBusyTime {
  id: string;
  label: Text;
  /** Month and day (`02-16`), both in it. */
  from: string;
  until: string;
  businesses?: readonly string[];
  /** Why then. */
  basis: Text;
}

export const usualBusyTimes: readonly UsualBusyTime[] = [
  {
    id: 'tax-returns',
    label: { ja: '確定申告の時期', en: 'tax returns' },
    from: '02-16',
    until: '03-15',
    businesses: ['個人住民税'],
    basis: { ja: '所得税法120条（2月16日から3月15日まで）', en: 'Income Tax Act, art. 120' },
  },
  {
    id: 'fiscal-year-end',
    label: { ja: '年度末', en: 'end of the fiscal year' },
    from: '03-16',
    until: '03-31',
    basis: { ja: '転出入と年度の締め', en: 'moving house, and closing the year' },
  },
  {
    id: 'april',
    label: { ja: '4月の異動期', en: 'April' },
    from: '04-01',
    until: '04-15',
    basis: { ja: '転入・入学・職員の人事異動', en: 'moving house, school, and transfers of staff' },
  },
];
