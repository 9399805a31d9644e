// Which column of a list of people says what, by the words of its head, in whatever order. Knows no programme.
import { byWords, type Heads, headsIn } from '../sheet/heads.ts';
import type { Table } from '../sheet/workbook.ts';

const HEADS = {
  account: ['アカウント', 'アカウント名', 'ユーザー名', 'ユーザーID', '利用者ID', 'ログインID', 'account'],
  name: ['氏名', '名前', '職員名', '職員氏名', 'name'],
  posts: ['職', '職名', '会議体', '職・会議体', '担当', '部署', 'posts', 'post'],
  systems: ['システム', '担当システム', '業務システム', 'systems', 'system'],
  from: ['開始', '開始日', '初めの日', '任期開始', '着任日', '発令日', 'いつから', 'から', 'from'],
  until: ['終了', '終了日', '終わりの日', '任期終了', '満了日', 'いつまで', 'まで', 'until', 'to'],
  mail: ['メール', 'メールアドレス', '電子メール', 'Eメール', 'mail', 'e-mail', 'email', 'mail address'],
  programme: ['団体コード', '地方公共団体コード', '計画', 'programme', 'code'],
} as const;
export type PeopleColumn = keyof typeof HEADS;

const columnOf = byWords<PeopleColumn>(HEADS);

/** One for each column. */
export const placesOf = (placeOf: (column: PeopleColumn) => string): Record<PeopleColumn, string> => ({
  account: placeOf('account'),
  name: placeOf('name'),
  posts: placeOf('posts'),
  systems: placeOf('systems'),
  from: placeOf('from'),
  until: placeOf('until'),
  mail: placeOf('mail'),
  programme: placeOf('programme'),
});

export type PeopleColumns = Heads<PeopleColumn> & { by: { account: number } };

/** Null where no row names accounts, and with them names or posts. */
export function peopleColumnsOf({ rows }: Pick<Table, 'rows'>): PeopleColumns | null {
  const heads = headsIn(
    rows,
    columnOf,
    (by) => by.account !== undefined && (by.name ?? by.posts) !== undefined,
  );
  const { account } = heads?.by ?? {};
  return heads && account !== undefined ? { ...heads, by: { ...heads.by, account } } : null;
}
