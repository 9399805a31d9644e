// The form of a deputyship: who can be meant in it, and that what it begins with is never what is refused.
import { expect, it } from 'vitest';
import {
  deputyBody,
  emptyDeputy,
  holdersOf,
  mayStandIn,
  withPost,
} from '../../console/settings/people/deputy-form.ts';

const called = { label: { ja: '職', en: 'post' }, programmeName: null, systemName: null };
const post = { ...called, programme: '131121', system: null, from: '2026-04-01', until: '2027-03-31' };
const person = (account: string, posts: string[], also: { disabled?: boolean; isDeputy?: boolean } = {}) => ({
  account,
  name: account,
  rehearsal: null,
  disabled: also.disabled ?? false,
  secondFactor: false,
  subjects: [],
  posts: posts.map((id) => ({
    ...post,
    post: id,
    ...(also.isDeputy ? { deputy: { kind: 'acting' as const } } : {}),
  })),
});
const people = [
  person('dx-ito', ['dx-office']),
  person('houki', ['legal']),
  person('stand-in', ['legal'], { isDeputy: true }),
  person('gone', ['legal'], { disabled: true }),
];
const typed = { ...emptyDeputy, account: 'dx-ito', until: '2027-03-31', reason: '出張' };

it('a post with one holder is in their name, and that is sent as it stands', () => {
  expect(deputyBody(withPost(typed, holdersOf(people, '131121', 'legal'), 'legal'))).toEqual({
    account: 'dx-ito',
    post: 'legal',
    kind: 'forAbsent',
    holder: 'houki',
    until: '2027-03-31',
    reason: '出張',
  });
});

it('what is in nobody’s name is not sent, and who acts for the office is seen by nobody afterwards', () => {
  expect(deputyBody({ ...typed, post: 'legal' })).toBeNull();
  expect(deputyBody({ ...typed, post: 'legal', holder: 'dx-ito' })).toBeNull();
  const acting = deputyBody({ ...typed, post: 'legal', kind: 'acting', seenBy: '2027-01-01' });
  expect(acting).not.toHaveProperty('seenBy');
  expect(acting).not.toHaveProperty('holder');
});

it('deputies and whoever is shut out are nobody’s holder and stand in for nobody', () => {
  expect(mayStandIn(people, '131121').map(({ account }) => account)).toEqual(['dx-ito', 'houki']);
  expect(holdersOf(people, '131121', 'legal').map(({ account }) => account)).toEqual(['houki']);
});
