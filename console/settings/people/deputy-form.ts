// What is typed of a deputyship, who can be meant in it, and what of it is sent: nothing that would be refused whatever else is typed.
import type { AccountView } from '../../../server/contract/accounts.ts';

export interface TypedDeputy {
  account: string;
  post: string;
  system: string;
  kind: 'forAbsent' | 'acting';
  holder: string;
  from: string;
  until: string;
  seenBy: string;
  reason: string;
}
export const emptyDeputy: TypedDeputy = {
  account: '',
  post: '',
  system: '',
  kind: 'forAbsent',
  holder: '',
  from: '',
  until: '',
  seenBy: '',
  reason: '',
};

const ownIn = (code: string, { disabled, posts }: AccountView) =>
  disabled ? [] : posts.filter(({ programme, deputy }) => programme === code && deputy === undefined);

/** Whoever stands in rests on a post of their own in the programme. */
export const mayStandIn = (people: readonly AccountView[], code: string): AccountView[] =>
  people.filter((person) => ownIn(code, person).length > 0);

export const holdersOf = (people: readonly AccountView[], code: string, wanted: string): AccountView[] =>
  people.filter((person) => ownIn(code, person).some(({ post }) => post === wanted));

/** With another post its only holder is meant, until another is chosen. */
export function withPost(typed: TypedDeputy, holders: readonly AccountView[], post: string): TypedDeputy {
  const [only, ...others] = holders;
  return { ...typed, post, holder: only && others.length === 0 ? only.account : '' };
}

/** What has to be given before it can be sent. 代決 is in somebody's name; nobody stands in for themselves. */
export function lackingOf({ account, post, kind, holder, until, reason }: TypedDeputy) {
  const isThere = {
    account: account !== '',
    post: post !== '',
    holder: holder === '' ? kind === 'acting' : holder !== account,
    until: until !== '',
    reason: reason.trim() !== '',
  };
  return (['account', 'post', 'holder', 'until', 'reason'] as const).filter((name) => !isThere[name]);
}

/** 代決 is seen afterwards by whom it was for; 職務代理 may be of a vacant post and is seen by nobody. Null: something lacks. */
export function deputyBody(typed: TypedDeputy) {
  const { account, post, kind, system, holder, from, until, seenBy } = typed;
  const reason = typed.reason.trim();
  if (lackingOf(typed).length > 0) return null;
  return {
    account,
    post,
    kind,
    until,
    reason,
    ...(system ? { systems: [system] } : {}),
    ...(holder ? { holder } : {}),
    ...(from ? { from } : {}),
    ...(seenBy && kind === 'forAbsent' ? { seenBy } : {}),
  };
}
