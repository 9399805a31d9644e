// Posts of a system that is split or merged go on to whoever goes on with it, from the day of adoption, where the amendment says so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postsGoingOn } from '../../../machines/programme/amendment/acts.ts';
import { type Following, postsFollowing } from '../../../machines/programme/amendment/posts/following.ts';
import { heldOn } from '../../../machines/programme/powers/held-on.ts';
import { type PowersClaim, powersFault } from '../../../machines/programme/powers/lock.ts';
import { holders } from '../../../machines/programme/transfer/foresee.ts';
import { addDays } from '../../../machines/values/date.ts';
import { City } from './city.ts';

const on = '2027-04-01';
const heirs: Following[] = [
  { system: 'zei-a', from: ['zei'] },
  { system: 'zei-b', from: ['zei'] },
];

/** Grants 2.0 to 5.0; ito and mori are of zei alone. */
const town = () =>
  new City('kato', 'sato', 'ito', 'mori')
    .give('kato', 'section-chief', '2026-04-01', '2028-03-31')
    .give('ito', 'dx-office', '2026-04-01', '2027-06-30', 'zei')
    .give('mori', 'committee', '2027-05-01', '2028-03-31', 'zei')
    .give('sato', 'dx-office', '2026-04-01', '2027-03-31', 'zei');

const claim = (account: string, post: string, grant: string, day: string, system = 'zei-a'): PowersClaim => ({
  actor: { account, post, grant },
  system,
  occurredOn: day,
  days: { programme: day, real: day },
});

describe('once a system is split', () => {
  const divided = () => town().adopt(heirs, on);

  it('who held a post of it alone holds that post of each heir, from that day to the grant’s own last day', () => {
    expect(
      divided()
        .powers.grants.filter(({ system }) => system?.startsWith('zei-'))
        .map(({ id, account, system, from, until }) => [id, account, system, from, until]),
    ).toEqual([
      ['9.0', 'ito', 'zei-a', on, '2027-06-30'],
      ['9.1', 'mori', 'zei-a', '2027-05-01', '2028-03-31'],
      ['9.2', 'ito', 'zei-b', on, '2027-06-30'],
      ['9.3', 'mori', 'zei-b', '2027-05-01', '2028-03-31'],
    ]);
  });

  it('the day before nobody acts on an heir by it, and on the day whoever held the old one', () => {
    const { powers } = divided();
    const by = (day: string) => powersFault(powers, claim('ito', 'dx-office', '9.0', day));
    expect([by('2027-03-31'), by(on), by('2027-07-01')]).toEqual(['notHeld', null, 'notHeld']);
    // The old grant is none of an heir.
    expect(powersFault(powers, claim('ito', 'dx-office', '3.0', on))).toBe('otherSystem');
    const shown = (day: string) =>
      heldOn(powers, day).flatMap(({ account, system }) => (account === 'ito' ? [system] : []));
    expect([shown('2027-03-31'), shown(on)]).toEqual([['zei'], ['zei', 'zei-a', 'zei-b']]);
  });

  it('a deputy of it alone goes on as a deputy, in the same stead', () => {
    const city = town().take(
      {
        ...{
          type: 'post.deputyAppointed',
          account: 'kato',
          name: 'kato',
          post: 'dx-office',
          systems: ['zei'],
        },
        ...{ fromOn: '2027-03-01', untilOn: '2027-05-31', kind: 'forAbsent', holder: 'ito', reason: '病気' },
      },
      '2027-02-28',
    );
    const [own, given] = [city.powers.grants.at(-1), city.adopt(heirs, on).powers.grants];
    expect(own?.deputy).toEqual({ kind: 'forAbsent', holder: 'ito' });
    expect(given.find(({ account, system }) => account === 'kato' && system === 'zei-b')).toMatchObject({
      post: 'dx-office',
      deputy: own?.deputy,
      from: on,
      until: '2027-05-31',
    });
  });

  it('an adoption that names other posts than go on is refused', () => {
    const city = town().propose(heirs, on);
    const [first, ...rest] = postsGoingOn({ powers: city.powers }, { posts: heirs }, on);
    expect(city.refusedAdoption(rest)).toEqual(['amendment.notApproved']);
    expect(city.refusedAdoption(first ? [first, ...rest] : [])).toEqual([]);
  });

  it.each<[string, Following[] | undefined]>([
    ['that says no', []],
    ['made before there was this', undefined],
  ])('by an amendment %s nobody holds more than before', (_what, posts) => {
    const city = town().adopt(posts, on);
    expect(city.powers.grants.map(({ system }) => system)).toEqual([null, 'zei', 'zei', 'zei']);
  });
});

it('of two that become one each person’s post goes on once, as long as it lasts longest', () => {
  const city = town().give('ito', 'dx-office', '2026-04-01', '2027-12-31', 'juki');
  const found = postsFollowing(city.powers, [{ system: 'new', from: ['juki', 'zei'] }], on);
  expect(found.map(({ account, untilOn }) => [account, untilOn])).toEqual([
    ['ito', '2027-12-31'],
    ['mori', '2028-03-31'],
  ]);
  // The one that goes on has her already.
  const into = postsFollowing(city.powers, [{ system: 'juki', from: ['zei'] }], on);
  expect(into.map(({ account }) => account)).toEqual(['mori']);
});

it('whoever could act for the old one on a day from then on can for each heir, and nobody else, and nobody before', () => {
  const grant = fc.record({
    account: fc.constantFrom('kato', 'sato', 'ito', 'mori'),
    post: fc.constantFrom('dx-office', 'committee'),
    system: fc.constantFrom(null, 'juki', 'zei'),
    from: fc.integer({ min: -60, max: 60 }),
    days: fc.integer({ min: 0, max: 90 }),
  });
  fc.assert(
    fc.property(fc.array(grant, { maxLength: 8 }), fc.integer({ min: -70, max: 150 }), (given, offset) => {
      const city = given.reduce(
        (town, { account, post, system, from, days }) =>
          town.give(account, post, addDays(on, from), addDays(on, from + days), system),
        new City('kato', 'sato', 'ito', 'mori'),
      );
      const day = addDays(on, offset);
      const held = city.powers;
      const { powers } = city.adopt([{ system: 'zei-a', from: ['zei'] }], on);
      for (const post of ['dx-office', 'committee']) {
        const could = offset < 0 ? [] : holders(held, post, 'zei', day);
        const own = offset < 0 ? powers.grants.filter(({ system }) => system === 'zei-a') : powers.grants;
        const can = holders({ ...powers, grants: own }, post, 'zei-a', day);
        expect(new Set(can)).toEqual(new Set(could));
      }
    }),
    { numRuns: 60 },
  );
});
