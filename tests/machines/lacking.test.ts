// What a programme lacks in people on a day: posts nobody holds, bodies too few to decide, administrators.
import { describe, expect, it } from 'vitest';
import type { Grant, Powers } from '../../machines/programme/powers/grant.ts';
import { lacking } from '../../machines/programme/powers/lacking.ts';

const label = { ja: '職', en: 'post' };
const programme = {
  rehearsal: false,
  bodies: [
    { id: 'office', label, members: 2 },
    { id: 'committee', label, members: 5, quorum: 2 },
  ],
};
const grant = (account: string, post: string, more: Partial<Grant> = {}): Grant => ({
  ...{ id: `1.${account}${post}`, account, post, system: null, from: '2026-04-01', until: '2027-03-31' },
  ...{ at: '2026-04-01T09:00:00+09:00', by: 'operator', ...more },
});
const over = { overAll: true, until: '2150-12-31' } as const;
const administrators = [grant('a', 'administrator', over), grant('b', 'administrator', over)];
const on = (day: string) => ({ programme: day, real: day });
const found = (grants: Grant[], more: { day?: string; people?: Powers['people']; quorum?: number } = {}) =>
  lacking(
    programme,
    { people: more.people ?? {}, grants },
    { gates: [{ body: 'committee', quorum: more.quorum ?? 1 }], days: on(more.day ?? '2026-11-27') },
  );
const whole = [
  ...administrators,
  grant('c', 'office', { system: 'juki' }),
  grant('d', 'committee'),
  grant('e', 'committee'),
];

describe('a programme', () => {
  it('lacks nothing where every post is held and every body can decide', () => {
    expect(found(whole)).toEqual([]);
  });

  it('lacks everybody as it begins', () => {
    expect(found([])).toEqual([
      { code: 'administrator.none' },
      { code: 'post.vacant', post: 'office' },
      { code: 'post.vacant', post: 'committee' },
    ]);
  });

  it('lacks a second administrator, and none in a rehearsal', () => {
    expect(found(whole.slice(1))).toEqual([{ code: 'administrator.single' }]);
    const rehearsal = { ...programme, rehearsal: true };
    const days = on('2026-11-27');
    expect(lacking(rehearsal, { people: {}, grants: whole.slice(2) }, { gates: [], days })).toEqual([]);
  });

  it('asks of a body what its most demanding gate, or its own quorum, asks', () => {
    const needed = (need: number, held = 2) => [
      { code: 'body.belowQuorum', post: 'committee', held, needed: need },
    ];
    expect(found(whole, { quorum: 4 })).toEqual(needed(4));
    expect(found(whole.slice(0, -1))).toEqual(needed(2, 1));
    const twice = [...whole.slice(0, -1), grant('d', 'committee', { system: 'juki' })];
    expect(found(twice)).toEqual(needed(2, 1));
  });

  it('counts nobody who is shut, has been relieved, or whose days are over or yet to come', () => {
    const shut = { c: { name: 'c', shut: [{ from: '2026-05-01T00:00:00+09:00', until: null }] } };
    const vacant = [{ code: 'post.vacant', post: 'office' }];
    expect(found(whole, { people: shut })).toEqual(vacant);
    const office = (more: Partial<Grant>) => [
      ...whole.filter(({ post }) => post !== 'office'),
      grant('c', 'office', more),
    ];
    const at = '2026-11-01T09:00:00+09:00';
    expect(found(office({ ended: { at, by: 'a' } }))).toEqual(vacant);
    expect(found(office({ ended: { at, by: 'a', on: '2026-11-26' } }))).toEqual(vacant);
    expect(found(office({ ended: { at, by: 'a', on: '2026-11-27' } }))).toEqual([]);
    expect(found(office({ from: '2026-11-28' }))).toEqual(vacant);
    expect(found(whole, { day: '2027-04-01' })).toEqual([
      { code: 'post.vacant', post: 'office' },
      { code: 'post.vacant', post: 'committee' },
    ]);
  });
});
