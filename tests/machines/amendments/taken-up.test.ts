// An amendment taken up again: what it wanted of the edition it was made on, wanted of what is in force since; where both have changed the
// same otherwise, each place is named and nothing is chosen silently.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takenUp } from '../../../machines/programme/amendment/again.ts';
import { type Change, changed } from '../../../machines/programme/amendment/changes.ts';
import type { Wanted } from '../../../machines/programme/amendment/proposal.ts';
import { calledIn } from '../../../texts/amending/called.ts';
import { proposalProblemText } from '../../../texts/proposal-texts.ts';
import { setagayaFiles, soundSeed } from '../../seeds/folder.ts';

const { programme, migrations } = soundSeed(setagayaFiles);
const base: Wanted = { programme, migrations };

const made = (...changes: Change[]): Wanted => {
  const found = changed(base, changes);
  if (!('wanted' in found)) throw new Error(JSON.stringify(found.problem));
  return found.wanted;
};
const of = (wanted: Wanted, id: string) => wanted.migrations.find(({ system }) => system.id === id);

const quorumOf =
  (phase: string, body: string) =>
  (votes: number): Change => ({ kind: 'quorum', phase, body, quorum: votes });
const quorum = quorumOf('fit-gap', 'working-group');
const rfiQuorum = quorumOf('rfi', 'promotion-committee');
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
const label = (id: string, ja: string): Change => ({ kind: 'label', of: 'body', id, label: { ja, en: ja } });
const members = (count: number): Change => ({ kind: 'members', body: 'working-group', members: count });
const split: Change = {
  kind: 'split',
  system: 'jidou',
  into: [
    { id: 'teate', businesses: ['児童手当'] },
    { id: 'fuyou', businesses: ['児童扶養手当'] },
  ],
  reason: '分割',
  release: true,
};
const again = (wanted: Change[], since: Change[]) => takenUp(base, made(...wanted), made(...since));

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

  it('carries what nobody has changed since, beside what others have', () => {
    const { wanted, conflicts } = again(
      [label('working-group', '作業部会'), close('2027-05-06')],
      [label('dx-office', 'デジタル課'), close('2027-05-07')],
    );
    expect(conflicts).toEqual([]);
    expect(wanted.programme.bodies.flatMap(({ label: { ja } }) => ja)).toEqual(
      expect.arrayContaining(['作業部会', 'デジタル課']),
    );
    for (const { calendar } of wanted.migrations)
      expect(calendar.closed).toEqual(expect.arrayContaining(['2027-05-06', '2027-05-07']));
  });

  it.each<[string, Change[], Change[], string]>([
    ['a label', [label('working-group', '甲')], [label('working-group', '乙')], 'working-group › label'],
    ['a count', [members(7)], [members(9)], 'working-group › members'],
    [
      'a gate’s quorum',
      [rfiQuorum(1)],
      [rfiQuorum(3)],
      'rfi › gate › approvals › promotion-committee › quorum',
    ],
    ['a system that was split meanwhile', [{ ...split, reason: '別' }], [split], 'jidou › system › retired'],
    [
      'a split system that has gone meanwhile',
      [split],
      [{ kind: 'retire', system: 'jidou', as: 'withdrawn', reason: '廃止', release: true }],
      'jidou › system › retired',
    ],
    [
      'a system that another amendment calls otherwise',
      [{ kind: 'label', of: 'system', id: 'jidou', label: { ja: '甲', en: '甲' } }],
      [{ kind: 'label', of: 'system', id: 'jidou', label: { ja: '乙', en: '乙' } }],
      'jidou › system › name',
    ],
  ])('%s that both have changed otherwise is named', (_what, wanted, since, place) => {
    const { conflicts } = again(wanted, since);
    expect(
      conflicts.some((one) => one.includes(place)),
      conflicts.join('\n'),
    ).toBe(true);
  });

  it('tells a conflict by names, once for all systems of which it is so', () => {
    const { conflicts: places } = again([rfiQuorum(1)], [rfiQuorum(3)]);
    const called = calledIn(base.migrations, [base.programme]);
    const { ja } = proposalProblemText({ code: 'change.conflict', facts: { places } }, called);
    expect(ja).toContain('標準化推進委員会 › 定足数');
    for (const id of ['promotion-committee', 'migrations', 'rfi', 'juki']) expect(ja).not.toContain(id);
    expect(ja.match(/定足数/g)).toHaveLength(1);
  });

  it('has no conflict where both made the same change, and nothing is left of it', () => {
    const { wanted, conflicts } = again([members(7)], [members(7)]);
    expect(conflicts).toEqual([]);
    expect(wanted.programme.bodies).toEqual(made(members(7)).programme.bodies);
  });
});
