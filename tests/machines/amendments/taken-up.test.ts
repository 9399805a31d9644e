// An amendment taken up again: what it wanted of the edition it was made on, wanted of what is in force since.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takenUp } from '../../../machines/programme/amendment/again.ts';
import { type Change, changed } from '../../../machines/programme/amendment/changes.ts';
import type { Wanted } from '../../../machines/programme/amendment/proposal.ts';
import { setagayaFiles, soundSeed } from '../../seeds/folder.ts';

const { programme, migrations } = soundSeed(setagayaFiles);
const base: Wanted = { programme, migrations };

const made = (...changes: Change[]): Wanted => {
  const found = changed(base, changes);
  if (!('wanted' in found)) throw new Error(JSON.stringify(found.problem));
  return found.wanted;
};
const of = (wanted: Wanted, id: string) => wanted.migrations.find(({ system }) => system.id === id);

const quorum = (votes: number): Change => ({
  kind: 'quorum',
  phase: 'fit-gap',
  body: 'working-group',
  quorum: votes,
});
const close = (on: string): Change => ({ kind: 'closedDay', on, closed: true });
const retire = (system: string): Change => ({
  kind: 'retire',
  system,
  as: 'notApplicable',
  reason: '事務の廃止',
});
const houjin: Change = {
  kind: 'add',
  id: 'houjin',
  name: { ja: '法人住民税', en: 'Corporate inhabitant tax' },
  businesses: ['法人住民税'],
  wave: 'wave-2',
};
const anyWanted = fc
  .subarray([quorum(2), close('2032-12-28'), retire('senkyo'), houjin], { minLength: 1 })
  .map((changes) => made(...changes));

describe('an amendment that is taken up again', () => {
  it('is what it was where nothing has changed since, and what is in force where it changed nothing', () => {
    fc.assert(
      fc.property(anyWanted, (wanted) => {
        expect(takenUp(base, wanted, base)).toEqual({ wanted, conflicts: [] });
        expect(takenUp(base, base, wanted)).toEqual({ wanted, conflicts: [] });
        expect(takenUp(base, wanted, wanted)).toEqual({ wanted, conflicts: [] });
      }),
      { numRuns: 6 },
    );
  });

  it('has both where each changed another place', () => {
    const { wanted, conflicts } = takenUp(base, made(quorum(2), houjin), made(close('2032-12-28')));
    expect(conflicts).toEqual([]);
    const juki = of(wanted, 'juki');
    expect(juki?.calendar.closed).toContain('2032-12-28');
    expect(juki?.path).toEqual(of(made(quorum(2)), 'juki')?.path);
    expect(wanted.programme.systems.at(-1)).toBe('houjin');
    expect(of(wanted, 'houjin')?.system.wave).toBe('wave-2');
  });

  it('has the days that either closed, each once and in order', () => {
    const { wanted, conflicts } = takenUp(
      base,
      made(close('2032-12-28'), close('2032-12-27')),
      made(close('2032-12-28'), close('2032-12-24')),
    );
    expect(conflicts).toEqual([]);
    const closed = of(wanted, 'juki')?.calendar.closed ?? [];
    expect(closed).toEqual([...new Set(closed)].sort());
    expect(closed).toEqual(expect.arrayContaining(['2032-12-24', '2032-12-27', '2032-12-28']));
  });

  it('names the places that both changed otherwise, and no other', () => {
    const { conflicts } = takenUp(base, made(quorum(2), close('2032-12-28')), made(quorum(3)));
    expect(conflicts.length).toBeGreaterThan(0);
    for (const place of conflicts)
      expect(place).toMatch(/ › fit-gap › gate › approvals › working-group › quorum$/);
  });

  it('names what one took out and the other changed, whichever of them it was', () => {
    const without: Wanted = {
      ...base,
      programme: { ...programme, bodies: programme.bodies.filter(({ id }) => id !== 'working-group') },
    };
    const larger: Wanted = {
      ...base,
      programme: {
        ...programme,
        bodies: programme.bodies.map((one) => (one.id === 'working-group' ? { ...one, members: 9 } : one)),
      },
    };
    const place = ['programme › bodies › working-group'];
    expect(takenUp(base, without, larger).conflicts).toEqual(place);
    expect(takenUp(base, larger, without).conflicts).toEqual(place);
    expect(takenUp(base, without, without).conflicts).toEqual([]);
    expect(takenUp(base, without, base)).toEqual({ wanted: without, conflicts: [] });
    expect(takenUp(base, base, without)).toEqual({ wanted: without, conflicts: [] });
  });
});
