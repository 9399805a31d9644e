// Which column of a list of people says what, by the words of its head, in whatever order. Knows no programme.
import { searchKey } from '../../machines/values/names/name.ts';
import { addressOf, type Table } from '../sheet/workbook.ts';

const HEADS = {
  account: ['アカウント', 'アカウント名', 'ユーザー名', 'ユーザーID', '利用者ID', 'ログインID', 'account'],
  name: ['氏名', '名前', '職員名', '職員氏名', 'name'],
  posts: ['職', '職名', '会議体', '職・会議体', '担当', '部署', 'posts', 'post'],
  systems: ['システム', '担当システム', '業務システム', 'systems', 'system'],
  from: ['開始', '開始日', '初めの日', '任期開始', '着任日', '発令日', 'いつから', 'から', 'from'],
  until: ['終了', '終了日', '終わりの日', '任期終了', '満了日', 'いつまで', 'まで', 'until', 'to'],
  programme: ['団体コード', '地方公共団体コード', '計画', 'programme', 'code'],
} as const;
export type PeopleColumn = keyof typeof HEADS;

const isColumn = (word: string): word is PeopleColumn => Object.hasOwn(HEADS, word);
const columns = new Map(
  Object.entries(HEADS).flatMap(([column, words]) =>
    isColumn(column) ? words.map((word) => [searchKey(word), column] as const) : [],
  ),
);

/** One for each column. */
export const placesOf = (placeOf: (column: PeopleColumn) => string): Record<PeopleColumn, string> => ({
  account: placeOf('account'),
  name: placeOf('name'),
  posts: placeOf('posts'),
  systems: placeOf('systems'),
  from: placeOf('from'),
  until: placeOf('until'),
  programme: placeOf('programme'),
});

interface Head {
  at: string;
  written: string;
}

export interface PeopleColumns {
  /** The row of the head, from 0. */
  head: number;
  by: Partial<Record<PeopleColumn, number>> & { account: number };
  /** A head that says nothing we know. */
  unread: Head[];
  /** A second column of the same meaning. */
  twice: Head[];
}

/** In how many rows from the top a head is looked for: titles and notes stand above it. */
const LOOKED_THROUGH = 20;

/** Null where no row names accounts, and with them names or posts. */
export function peopleColumnsOf({ rows }: Pick<Table, 'rows'>): PeopleColumns | null {
  for (const [head, cells] of rows.slice(0, LOOKED_THROUGH).entries()) {
    const { by, ...rest } = meanings(head, cells);
    const { account } = by;
    if (account !== undefined && (by.name !== undefined || by.posts !== undefined))
      return { head, by: { ...by, account }, ...rest };
  }
  return null;
}

function meanings(head: number, cells: readonly string[]) {
  const by: Partial<Record<PeopleColumn, number>> = {};
  const unread: Head[] = [];
  const twice: Head[] = [];
  for (const [index, written] of cells.entries()) {
    const key = searchKey(written);
    const column = columns.get(key);
    if (column === undefined) {
      if (key !== '') unread.push({ at: addressOf(head, index), written });
    } else if (by[column] === undefined) by[column] = index;
    else twice.push({ at: addressOf(head, index), written });
  }
  return { by, unread, twice };
}
