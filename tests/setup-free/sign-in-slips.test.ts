// What is said of what was typed to sign in: an account is found however it was typed, a password is never changed and only remarked on.
import { expect, it } from 'vitest';
import { slipsOf } from '../../console/sign-in/slip.ts';
import { accountName } from '../../machines/values/names/account-name.ts';

it('an account typed in full-width letters, with blanks around it, is the account', () => {
  expect(accountName('　ｄｘ－ｔａｎａｋａ ')).toBe('dx-tanaka');
  expect(accountName(' DX-Tanaka')).toBe('dx-tanaka');
});

it('a password with blanks around it, or full-width letters in it, is remarked on; blanks within it are not', () => {
  expect(slipsOf('sqpzw-c9da3 ')).toEqual(['signIn.around']);
  expect(slipsOf('　sqpzw')).toEqual(['signIn.around']);
  expect(slipsOf('ｓｑｐｚｗ ')).toEqual(['signIn.around', 'signIn.wide']);
  expect(slipsOf('three words here')).toEqual([]);
  expect(slipsOf('せきもりの門番')).toEqual([]);
});
