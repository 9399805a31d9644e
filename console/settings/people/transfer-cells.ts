// A row of the table that is typed, as the list of people that it stands for. Knows no page.
import { addDays } from '../../../machines/values/date.ts';
import type { AccountView } from '../../../server/contract/accounts.ts';

export const changes = ['leave', 'come', 'move', 'stay'] as const;
export type Change = (typeof changes)[number];

export interface Row {
  account: string;
  name: string;
  change: Change;
  /** Of what is held, the post that ends or goes on; all of it where it is empty. */
  fromPost: string;
  post: string;
  system: string;
  /** The last day of the post; the end of the fiscal year where it is empty. */
  until: string;
}
export const emptyRow: Row = {
  account: '',
  name: '',
  change: 'leave',
  fromPost: '',
  post: '',
  system: '',
  until: '',
};

/** Who comes held nothing; who leaves or stays gets nothing new. */
export const hasBefore = (change: Change): boolean => change !== 'come';
export const hasAfter = (change: Change): boolean => change === 'come' || change === 'move';

/** As the server's reader knows them. */
export const heads = ['account', 'name', 'change', 'from', 'post', 'system', 'until'];
/** Of who leaves or stays a list says the post that is meant where the new one would stand. */
export function rowCells({ account, name, change, fromPost, post, system, until }: Row): string[] {
  const before = change === 'move' ? fromPost : '';
  const meant = hasAfter(change) ? post : fromPost;
  return [account, name, change, before, meant, system, change === 'leave' ? '' : until];
}

/** Posts of the programme that somebody holds by themselves: those that reach the day on which posts change hands, where it is said. */
export function postsHeld({ posts }: Pick<AccountView, 'posts'>, code: string, on: string): string[] {
  const last = on === '' ? '' : addDays(on, -1);
  const own = posts.filter(
    ({ programme, deputy, until }) => programme === code && deputy === undefined && until >= last,
  );
  return [...new Set(own.map(({ post }) => post))];
}
