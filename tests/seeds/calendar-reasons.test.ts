// What a calendar's file says of custom and half-days, as it is kept: nothing where it says nothing.
import { describe, expect, it } from 'vitest';
import { changed } from '../../machines/programme/amendment/changes.ts';
import { altered, setagayaFiles, soundSeed } from './folder.ts';

const written = [
  'custom: [12月31日, "01-02", 1/3]',
  'halfDays:',
  '  - { days: ["12-28"], closesAt: 午後0時15分, from: 2026-01-01, until: 2027-12-31, name: 仕事納め, basis: 規則 }',
  'holidays:',
  '',
].join('\n');
const named = altered(
  'calendar.yaml',
  '    basis: 世田谷区の休日',
  '    name: 年末年始\n    basis: 世田谷区の休日',
  altered('calendar.yaml', 'holidays:\n', written),
);
const wanted = soundSeed(named);
const calendar = wanted.migrations[0]?.calendar;
if (!calendar) throw new Error('no calendar');
const reasonOn = (day: string, of = calendar) => of.reasons?.find(({ on }) => on === day);

describe('a calendar that says what is custom', () => {
  it('keeps of each day whether it is a holiday, one of custom or the ordinance’s own', () => {
    expect(['2026-12-30', '2026-12-31', '2027-01-01', '2026-05-06'].map((day) => reasonOn(day))).toEqual([
      { on: '2026-12-30', kind: 'own', name: '年末年始' },
      { on: '2026-12-31', kind: 'custom', name: '年末年始' },
      { on: '2027-01-01', kind: 'holiday', name: '元日' },
      { on: '2026-05-06', kind: 'holiday', name: '振替休日' },
    ]);
    expect(new Set(calendar.reasons?.map(({ on }) => on)).size).toBe(calendar.reasons?.length);
  });

  it('closes no other day than before', () =>
    expect(calendar.closed).toEqual(soundSeed(setagayaFiles).migrations[0]?.calendar.closed));

  it('keeps the half-days of its years, from and up to their own', () =>
    expect(calendar.halfDays).toEqual([
      { on: '2026-12-28', closesAt: '12:15', name: '仕事納め' },
      { on: '2027-12-28', closesAt: '12:15', name: '仕事納め' },
    ]));

  it('has no reason any more for a day that an amendment opens, and none for one that it closes', () => {
    const amended = (on: string, closed: boolean) => {
      const made = changed(wanted, [{ kind: 'closedDay', on, closed }]);
      if (!('wanted' in made)) throw new Error(JSON.stringify(made));
      return made.wanted.migrations[0]?.calendar;
    };
    expect(reasonOn('2026-12-30', amended('2026-12-30', false))).toBeUndefined();
    const closed = amended('2026-07-01', true);
    expect([closed?.closed.includes('2026-07-01'), reasonOn('2026-07-01', closed)]).toEqual([
      true,
      undefined,
    ]);
  });
});

describe('a calendar that does not', () => {
  it('is kept as it was', () => {
    const bare = soundSeed(setagayaFiles).migrations[0]?.calendar;
    expect(Object.keys(bare ?? {}).sort()).toEqual(['closed', 'id', 'provisionalFrom', 'source', 'version']);
  });
});
