// What a clock move would cause, told before it is made: what the machine then does, no more and no less.
import { describe, expect, it } from 'vitest';
import { nextWake, wakeEvent } from '../../../machines/migration/migration.ts';
import { adoptedBy, passedOver, postsOver } from '../../../machines/programme/clock/passed-over.ts';
import { deadline, definition } from '../../builders/migration.ts';
import { Walk } from '../../builders/walk.ts';

const now = '2025-01-10T09:00:00+09:00';
const of = definition({ deadlines: [deadline('end', { rule: { kind: 'fixed', on: '2025-03-31' } })] });
const standing = () => ({ definition: of, snapshot: new Walk(of).snapshot });
const pointsUntil = (to: string) =>
  passedOver([standing()], now, to).caused.map(({ at, fact }) => [
    at.slice(0, 16),
    fact.type === 'deadline.reached' ? fact.point : fact.type,
  ]);

describe('a clock move looked at beforehand', () => {
  it('names each point on its own day, soonest first, and none that is later', () => {
    expect(pointsUntil('2025-03-31T18:00:00+09:00')).toEqual([
      ['2025-03-01T09:00', -30],
      ['2025-03-24T09:00', -7],
      ['2025-03-31T09:00', 0],
      ['2025-03-31T17:15', 'due'],
    ]);
    expect(pointsUntil('2025-03-24T08:59:59+09:00')).toEqual([['2025-03-01T09:00', -30]]);
  });

  it('changes nothing, and says what the machine itself wants next', () => {
    const one = standing();
    const before = JSON.stringify(one.snapshot);
    const [first] = passedOver([one], now, '2025-03-02T00:00:00+09:00').caused;
    expect(JSON.stringify(one.snapshot)).toBe(before);
    expect(first?.at).toBe(nextWake(of, one.snapshot));
    expect(first?.fact).toEqual(wakeEvent(of, one.snapshot)?.fact);
  });

  it('tells who hears of it, as the effects say', () => {
    const [first] = passedOver([standing()], now, '2025-03-02T00:00:00+09:00').caused;
    expect(first?.effects).toMatchObject([
      { kind: 'notify', to: ['dx-office'], notice: { code: 'deadline.near' } },
    ]);
  });

  it('lists the posts that end on the way, and none that is over or goes on', () => {
    const grant = (account: string, from: string, until: string) => {
      return { id: account, account, post: 'dx-office', system: null, from, until, at: from, by: 'admin' };
    };
    const grants = [
      grant('ends', '2024-04-01', '2025-03-31'),
      grant('over', '2023-04-01', '2024-03-31'),
      grant('goes.on', '2024-04-01', '2026-03-31'),
    ];
    const ended = (to: string) => postsOver({ people: {}, grants }, now, to).map(({ account }) => account);
    expect(ended('2025-04-01T09:00:00+09:00')).toEqual(['ends']);
    expect(ended('2025-03-31T09:00:00+09:00')).toEqual([]);
  });

  it('names approved amendments whose day comes', () => {
    const by = { account: 'a', name: 'a', post: 'dx-office' };
    const amendment = (seq: number, fromOn: string, status: 'open' | 'approved') => {
      const adopts = { version: 2, digest: 'd' };
      return {
        seq,
        status,
        edition: 'e',
        adopts,
        base: 0,
        fromOn,
        reason: 'r',
        by,
        on: '2025-01-01',
        votes: [],
      };
    };
    const all = [
      amendment(1, '2025-02-01', 'approved'),
      amendment(2, '2025-02-01', 'open'),
      amendment(3, '2025-05-01', 'approved'),
    ];
    expect(adoptedBy(all, '2025-03-01T00:00:00+09:00').map(({ seq }) => seq)).toEqual([1]);
  });
});
