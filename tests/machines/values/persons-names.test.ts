// A person's name is the same wherever it is given: what an account is made with can act, and stand in the record.
import { expect, it } from 'vitest';
import { peopleActs } from '../../../machines/programme/people/acts.ts';
import { actor } from '../../../machines/record/submission.ts';
import { accountsFile } from '../../../machines/seed/schema.ts';
import { newAccount } from '../../../server/contract/accounts.ts';

const account = 'yamada-taro';
const doors = {
  'the API': (name: string) => newAccount.safeParse({ account, name }).success,
  'a folder': (name: string) =>
    accountsFile.safeParse({ accounts: [{ id: account, name, posts: [{ post: 'dx-office' }] }] }).success,
  'the record': (name: string) =>
    peopleActs['account.changed'].schema.safeParse({ type: 'account.changed', account, name, change: 'made' })
      .success,
};
const acts = (name: string) => actor.safeParse({ kind: 'person', account, name, post: 'dx-office' }).success;

it.each(Object.entries(doors))('%s takes a name with which its bearer can act', (_, takes) => {
  for (const name of ['山田太郎', '𠮷野 家', 'O’Brien', '山'.repeat(100)])
    expect([name, takes(name), acts(name)]).toEqual([name, true, true]);
});

it.each(Object.entries(doors))('%s takes no other', (_, takes) => {
  for (const name of ['山田\n太郎', '山田\u2028太郎', '\u200b', 'a\0', '\ud842', ' ', '山'.repeat(101)])
    expect([name, takes(name)]).toEqual([name, false]);
});
