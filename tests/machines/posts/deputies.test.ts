// 職務代理 and 代決: who may be appointed for whom and when, by what an appointment lets them act, and that four eyes stay four.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import type { ProgrammeFact } from '../../../machines/programme/acts.ts';
import { grantFor, powersFault } from '../../../machines/programme/powers/lock.ts';
import { claimText } from '../../../machines/record/claim.ts';
import type { Deputy } from '../../../machines/record/deputy.ts';
import { actingText } from '../../../texts/deputy-texts.ts';
import { namesOf, programmeNames } from '../../../texts/names.ts';
import { definition, person } from '../../builders/migration.ts';
import { people, Walk } from '../../builders/walk.ts';
import { City, city } from './city.ts';

const appoint = (more: object = {}) =>
  ({
    type: 'post.deputyAppointed',
    account: 'sato',
    name: '佐藤',
    post: 'section-chief',
    systems: null,
    fromOn: '2026-06-01',
    untilOn: '2026-06-30',
    kind: 'forAbsent',
    holder: 'kato',
    reason: '入院のため',
    ...more,
  }) as const satisfies ProgrammeFact;

/** 課長 kato, and sato of the office: both for the fiscal year. */
const staffed = () =>
  new City('kato', 'sato', 'ito')
    .give('kato', 'section-chief', '2026-04-01', '2027-03-31')
    .give('sato', 'dx-office', '2026-04-01', '2027-03-31');

const claim = (on: string, more: object = {}) => ({
  actor: {
    account: 'sato',
    post: 'section-chief',
    grant: '4.0',
    deputy: { kind: 'forAbsent', holder: 'kato' } as Deputy | undefined,
  },
  system: null,
  occurredOn: on,
  days: { programme: on, real: on },
  ...more,
});

describe('a deputy is appointed', () => {
  it.each<[string, object, string[]]>([
    ['for an absent holder', {}, []],
    ['to act for the office while its holder is away', { kind: 'acting' }, []],
    ['to act for a vacant office', { kind: 'acting', holder: undefined }, []],
    ['for some systems', { systems: ['juki', 'zei'] }, []],
    ['and not for nobody in particular', { holder: undefined }, ['deputy.needsHolder']],
    ['and not for themselves', { holder: 'sato' }, ['deputy.self']],
    ['and not for who does not hold the post', { holder: 'ito' }, ['deputy.notHeld']],
    ['and not without a post of their own', { account: 'ito' }, ['deputy.ownPost']],
    ['and not unknown', { account: 'nobody' }, ['deputy.unknown']],
    [
      'and not in the post that they hold',
      { account: 'kato', holder: undefined, kind: 'acting' },
      ['deputy.holdsAlready'],
    ],
    ['and not beyond their own post', { untilOn: '2027-04-10' }, ['deputy.ownPost']],
    ['and not for a post that is none', { post: 'administrator' }, ['grant.unknownPost']],
    ['and not for a system that is none', { systems: ['x'] }, ['grant.unknownSystem']],
    ['and not backward', { untilOn: '2026-05-31' }, ['grant.reversed']],
    ['to be seen afterwards by a day', { seenBy: '2026-07-10' }, []],
    ['which is none of acting for the office', { seenBy: '2026-07-10', kind: 'acting' }, ['deputy.seenBy']],
  ])('%s', (_what, more, codes) => {
    expect(staffed().refused(appoint(more), '2026-06-01')).toEqual(codes);
  });

  it('over the turn of the year where their posts go on', () => {
    const town = staffed();
    const over = appoint({ fromOn: '2027-03-25', untilOn: '2027-04-10' });
    town.give('sato', 'dx-office', '2027-04-01', '2028-03-31');
    expect(town.refused(over, '2027-03-20')).toEqual(['deputy.notHeld']);
    town.give('kato', 'section-chief', '2027-04-01', '2028-03-31');
    expect(town.refused(over, '2027-03-20')).toEqual([]);
  });

  it('and has no deputy, nor is one for a deputy', () => {
    const town = staffed().take(appoint(), '2026-06-01').give('ito', 'committee', '2026-04-01', '2027-03-31');
    const forDeputy = appoint({ account: 'ito', holder: 'sato' });
    expect(town.refused(forDeputy, '2026-06-02')).toEqual(['deputy.notHeld']);
    const second = new City('kato', 'sato', 'ito')
      .give('kato', 'section-chief', '2026-04-01', '2027-03-31')
      .give('sato', 'dx-office', '2026-04-01', '2026-06-30')
      .take(appoint(), '2026-06-01');
    const onward = appoint({ post: 'dx-office', account: 'ito', holder: 'sato' });
    expect(second.refused(onward, '2026-06-02')).toEqual(['deputy.ownPost']);
  });
});

describe('a deputy acts', () => {
  const powers = staffed().take(appoint(), '2026-06-01').powers;
  it.each<[string, ReturnType<typeof claim>, string | null]>([
    ['on the first day', claim('2026-06-01'), null],
    ['on the last', claim('2026-06-30'), null],
    ['not before', claim('2026-05-31'), 'notHeld'],
    ['not after', claim('2026-07-01'), 'notHeld'],
    [
      'not as if in their own right',
      { ...claim('2026-06-01'), actor: { ...claim('').actor, deputy: undefined } },
      'otherDeputy',
    ],
    [
      'not as another kind of deputy',
      { ...claim('2026-06-01'), actor: { ...claim('').actor, deputy: { kind: 'acting', holder: 'kato' } } },
      'otherDeputy',
    ],
    [
      'not in another post',
      { ...claim('2026-06-01'), actor: { ...claim('').actor, post: 'committee' } },
      'otherPost',
    ],
  ])('%s', (_what, asked, fault) => {
    expect(powersFault(powers, asked)).toBe(fault);
  });

  it('in some systems, and in no other', () => {
    const some = staffed().take(appoint({ systems: ['zei'] }), '2026-06-01').powers;
    expect(powersFault(some, claim('2026-06-01', { system: 'zei' }))).toBeNull();
    expect(powersFault(some, claim('2026-06-01', { system: 'juki' }))).toBe('otherSystem');
    expect(powersFault(some, claim('2026-06-01'))).toBe('otherSystem');
  });

  it('by a grant that is found for whoever names none, after one of their own', () => {
    const asked = { ...claim('2026-06-01'), actor: { account: 'sato', post: 'section-chief' } };
    expect(grantFor(powers, asked)?.deputy).toEqual({ kind: 'forAbsent', holder: 'kato' });
    const own = staffed()
      .take(appoint(), '2026-06-01')
      .give('sato', 'section-chief', '2026-06-15', '2027-03-31').powers;
    const later = {
      ...asked,
      occurredOn: '2026-06-20',
      days: { programme: '2026-06-20', real: '2026-06-20' },
    };
    expect(grantFor(own, later)?.id).toBe('5.0');
  });

  it('and says so inside what is signed, and wherever the entry is read', () => {
    const { actor } = claim('2026-06-01');
    const stated = { chain: '131121', requestId: 'a', fact: { type: 'x' }, occurredOn: '2026-06-01' };
    const text = (deputy: Deputy | undefined) =>
      claimText({ ...stated, actor: { ...actor, kind: 'person', name: '佐藤', deputy } });
    expect(text(actor.deputy)).not.toBe(text(undefined));
    expect(actingText(actor, programmeNames(city.bodies, new Map())).ja).toBe(
      '情報政策課長代理として（代決）',
    );
  });
});

describe('a deputyship ends', () => {
  const end = (more: object = {}) =>
    ({
      type: 'post.deputyEnded',
      account: 'sato',
      name: '佐藤',
      post: 'section-chief',
      grants: ['4.0'],
      reason: '復帰',
      ...more,
    }) as const satisfies ProgrammeFact;
  const appointed = () => staffed().take(appoint(), '2026-06-01');

  it('early, at once or by a day', () => {
    const byDay = appointed().take(end({ lastOn: '2026-06-10' }), '2026-06-05').powers;
    expect(powersFault(byDay, claim('2026-06-10'))).toBeNull();
    expect(powersFault(byDay, claim('2026-06-11'))).toBe('notHeld');
    const atOnce = appointed().take(end(), '2026-06-05').powers;
    expect(atOnce.grants.map(({ id }) => id)).not.toContain('4.0');
  });

  it('not later than it would, and not where there is none', () => {
    expect(appointed().refused(end({ lastOn: '2026-07-01' }), '2026-06-05')).toEqual(['grant.longer']);
    expect(appointed().refused(end({ grants: ['3.0'] }), '2026-06-05')).toEqual(['grant.unknown']);
  });

  it('before what it rests on', () => {
    const own = {
      type: 'post.ended' as const,
      account: 'sato',
      name: '佐藤',
      post: 'dx-office',
      system: null,
      fromOn: '2026-04-01',
      grant: '3.0',
    };
    expect(appointed().refused({ ...own, lastOn: '2026-06-29' }, '2026-06-05')).toEqual(['deputy.rests']);
    expect(appointed().refused({ ...own, lastOn: '2026-06-30' }, '2026-06-05')).toEqual([]);
    const holders = { ...own, account: 'kato', post: 'section-chief', grant: '2.0' };
    expect(appointed().refused(holders, '2026-06-05')).toEqual(['deputy.rests']);
    expect(appointed().take(end(), '2026-06-05').refused(holders, '2026-06-06')).toEqual([]);
  });
});

describe('four eyes', () => {
  const { group, chair, member } = people;
  const forGroup = (account: string, holder: string, kind: Deputy['kind'] = 'forAbsent') => ({
    ...person(account, 'working-group'),
    deputy: { kind, holder },
  });
  const approve: Fact = { type: 'gate.approved', phase: 'fit-gap' };
  const submit: Fact = { type: 'phase.submitted', phase: 'fit-gap', evidence: [] };
  const submitted = () => new Walk(definition()).take(submit, people.owner);

  it('are not the deputy’s own', () => {
    expect(submitted().codes(approve, forGroup('deputy', group.account))).toEqual([]);
    expect(submitted().codes(approve, forGroup(people.owner.account, group.account))).toEqual([
      'gate.samePerson',
    ]);
  });

  it('are not those of whoever drafted, by another’s hand', () => {
    expect(submitted().codes(approve, forGroup('deputy', people.owner.account))).toEqual(['gate.samePerson']);
    expect(submitted().codes(approve, forGroup('deputy', people.owner.account, 'acting'))).toEqual([]);
  });

  it('are no seat twice', () => {
    const walk = new Walk(definition()).toReview();
    const readiness = { type: 'gate.approved', phase: 'development' } as const;
    walk.take(readiness, group).take(readiness, chair);
    const forChair = {
      ...person('deputy', 'promotion-committee'),
      deputy: { kind: 'forAbsent' as const, holder: chair.account },
    };
    expect(walk.codes(readiness, forChair)).toEqual(['gate.alreadyApproved']);
    expect(walk.codes(readiness, member)).toEqual([]);
  });

  it('tell in whose stead a voice was given', () => {
    const walk = new Walk(definition()).toReview();
    walk.take({ type: 'gate.approved', phase: 'development' }, forGroup('deputy', group.account));
    const [voice] = walk.snapshot.context.approvals;
    expect(voice?.deputy).toEqual({ kind: 'forAbsent', holder: group.account });
    expect(voice && actingText(voice, namesOf(definition(), new Map())).ja).toMatch(/代理として（代決）$/u);
  });
});
