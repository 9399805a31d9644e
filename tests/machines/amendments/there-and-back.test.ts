// A change that is adopted, and the change back: what decides is what it was, but for the versions that rise.
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../machines/definition/calendar.ts';
import { type Change, changed } from '../../../machines/programme/amendment/changes.ts';
import type { Wanted } from '../../../machines/programme/amendment/proposal.ts';
import { setagayaFiles, soundSeed } from '../../seeds/folder.ts';

const now: Wanted = soundSeed(setagayaFiles);
const amended = (from: Wanted, change: Change): Wanted => {
  const found = changed(from, [change]);
  if (!('wanted' in found)) throw new Error(JSON.stringify(found.problem));
  return found.wanted;
};
/** Versions, and the order of those who are told. */
const bare = ({ programme, migrations }: Wanted) => ({
  programme: { ...programme, version: 0 },
  migrations: migrations.map((one) => ({
    ...one,
    version: 0,
    path: { ...one.path, version: 0 },
    calendar: { ...one.calendar, version: '' },
    dependents: one.dependents.toSorted(),
  })),
});
const committee = 'promotion-committee';
const name = { ja: '推進会議', en: 'Council' };
const before = now.programme.bodies.find(({ id }) => id === committee)?.label ?? name;

it.each<[string, Change, Change]>([
  [
    'a closed day',
    { kind: 'closedDay', on: '2026-06-01', closed: true },
    { kind: 'closedDay', on: '2026-06-01', closed: false },
  ],
  [
    'a quorum of one path',
    { kind: 'quorum', path: 'wave-2', phase: 'rfi', body: committee, quorum: 3 },
    { kind: 'quorum', path: 'wave-2', phase: 'rfi', body: committee, quorum: 2 },
  ],
  [
    'the day of a deadline',
    { kind: 'deadline', deadline: 'fiscal-2025-end', on: '2028-03-31' },
    { kind: 'deadline', deadline: 'fiscal-2025-end', on: '2026-03-31' },
  ],
  [
    'a name',
    { kind: 'label', of: 'body', id: committee, label: name },
    { kind: 'label', of: 'body', id: committee, label: before },
  ],
  [
    'members',
    { kind: 'members', body: committee, members: 5 },
    { kind: 'members', body: committee, members: 3 },
  ],
])('%s changed, and changed back, leaves nothing out', (_what, there, back) => {
  const changedThere = amended(now, there);
  expect(bare(changedThere)).not.toEqual(bare(now));
  expect(bare(amended(changedThere, back))).toEqual(bare(now));
});

describe('in a calendar that tells why each day is closed', () => {
  const closed: Calendar['closed'] = ['2026-05-04', '2026-12-29', '2027-05-04', '2027-12-29'];
  const reasons: NonNullable<Calendar['reasons']> = closed.map((on) =>
    on.endsWith('12-29')
      ? { on, kind: 'custom', name: '年末年始' }
      : { on, kind: 'holiday', name: 'みどりの日' },
  );
  const told: Wanted = {
    ...now,
    migrations: now.migrations.map((one) => ({ ...one, calendar: { ...one.calendar, closed, reasons } })),
  };

  it.each(['2026-05-04', '2026-12-29'])(
    '%s opened and closed again is closed for the reason it had',
    (on) => {
      const opened = amended(told, { kind: 'closedDay', on, closed: false });
      expect(opened.migrations[0]?.calendar.reasons?.map((reason) => reason.on)).not.toContain(on);
      expect(bare(amended(opened, { kind: 'closedDay', on, closed: true }))).toEqual(bare(told));
    },
  );

  it('a day of the office alone is closed for no reason of others', () => {
    const [first] = amended(told, { kind: 'closedDay', on: '2026-06-01', closed: true }).migrations;
    expect(first?.calendar.reasons).toEqual(reasons);
  });
});
