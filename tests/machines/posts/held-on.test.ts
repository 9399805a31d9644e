// Who held what on a past day: posts by their days, ended ones up to their end, deputies named as such, nobody whose account was shut.
import { expect, it } from 'vitest';
import type { Grant, Powers } from '../../../machines/programme/powers/grant.ts';
import { heldOn } from '../../../machines/programme/powers/held-on.ts';

const grant = (over: Partial<Grant>): Grant => ({
  id: '1',
  account: 'sato',
  post: 'dx-office',
  system: null,
  from: '2023-04-01',
  until: '2024-03-31',
  at: '2023-04-01T09:00:00+09:00',
  by: 'admin',
  ...over,
});
const powers = (...grants: Grant[]): Powers => ({
  people: { sato: { name: '佐藤' }, ono: { name: '小野' } },
  grants,
});
const accounts = (given: Powers, day: string) => heldOn(given, day).map(({ account }) => account);

it('a post is held on both its days, and on none beside them', () => {
  const given = powers(grant({}));
  expect(accounts(given, '2023-03-31')).toEqual([]);
  expect(accounts(given, '2023-04-01')).toEqual(['sato']);
  expect(accounts(given, '2024-03-31')).toEqual(['sato']);
  expect(accounts(given, '2024-04-01')).toEqual([]);
});

it('what was ended is held up to its last day, and where it ended at once not at all', () => {
  const at = '2023-10-01T09:00:00+09:00';
  const ended = powers(grant({ ended: { on: '2023-09-30', at, by: 'admin' } }));
  expect(accounts(ended, '2023-09-30')).toEqual(['sato']);
  expect(accounts(ended, '2023-10-01')).toEqual([]);
  expect(accounts(powers(grant({ ended: { at, by: 'admin' } })), '2023-05-01')).toEqual([]);
});

it('a deputy is told with whose stead it is, by the day; posts stand in their order', () => {
  const deputy = { kind: 'forAbsent', holder: 'sato' } as unknown as NonNullable<Grant['deputy']>;
  const given = powers(grant({ post: 'working-group' }), grant({ account: 'ono', deputy }));
  expect(heldOn(given, '2023-05-01').map(({ post, name, deputy: by }) => [post, name, by !== null])).toEqual([
    ['dx-office', '小野', true],
    ['working-group', '佐藤', false],
  ]);
});

it('whose account is shut holds nothing', () => {
  const given = powers(grant({}));
  given.people.sato = { name: '佐藤', shut: [{ from: '2023-05-01T00:00:00+09:00', until: null }] };
  expect(accounts(given, '2023-06-01')).toEqual([]);
});
