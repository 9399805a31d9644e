// An amendment that is taken up again: what it wanted is wanted of the edition in force now; where both have changed the same otherwise,
// each place is named and nothing is chosen silently.
import { describe, expect, it } from 'vitest';
import { takenUp } from '../../machines/programme/amendment/again.ts';
import { type Change, changed } from '../../machines/programme/amendment/changes.ts';
import type { Wanted } from '../../machines/programme/amendment/proposal.ts';
import { calledIn } from '../../texts/amending/called.ts';
import { proposalProblemText } from '../../texts/proposal-texts.ts';
import { setagayaFiles, soundSeed } from '../seeds/folder.ts';

const base: Wanted = soundSeed(setagayaFiles);
const made = (from: Wanted, ...changes: Change[]): Wanted => {
  const found = changed(from, changes);
  if (!('wanted' in found)) throw new Error(JSON.stringify(found.problem));
  return found.wanted;
};
const label = (id: string, ja: string): Change => ({ kind: 'label', of: 'body', id, label: { ja, en: ja } });
const members = (count: number): Change => ({ kind: 'members', body: 'working-group', members: count });
const quorum = (count: number): Change => ({
  kind: 'quorum',
  phase: 'rfi',
  body: 'promotion-committee',
  quorum: count,
});
const closed = (on: string): Change => ({ kind: 'closedDay', on, closed: true });
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
const again = (wanted: Change[], since: Change[]) =>
  takenUp(base, made(base, ...wanted), made(base, ...since));

describe('taken up again', () => {
  it('it carries what nobody has changed since, beside what others have', () => {
    const { wanted, conflicts } = again(
      [label('working-group', '作業部会'), closed('2027-05-06')],
      [label('dx-office', 'デジタル課'), closed('2027-05-07')],
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
    ['a gate’s quorum', [quorum(1)], [quorum(3)], 'rfi › gate › approvals › promotion-committee › quorum'],
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

  it('a conflict is told by names, once for all systems of which it is so', () => {
    const { conflicts: places } = again([quorum(1)], [quorum(3)]);
    const called = calledIn(base.migrations, [base.programme]);
    const { ja } = proposalProblemText({ code: 'change.conflict', facts: { places } }, called);
    expect(ja).toContain('標準化推進委員会 › 定足数');
    for (const id of ['promotion-committee', 'migrations', 'rfi', 'juki']) expect(ja).not.toContain(id);
    expect(ja.match(/定足数/g)).toHaveLength(1);
  });

  it('the same change made by both is no conflict, and nothing is left of it', () => {
    const { wanted, conflicts } = again([members(7)], [members(7)]);
    expect(conflicts).toEqual([]);
    expect(wanted.programme.bodies).toEqual(made(base, members(7)).programme.bodies);
  });
});
