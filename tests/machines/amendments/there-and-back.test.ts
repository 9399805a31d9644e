// A change that is adopted, and the change back: what decides is what it was, but for the versions that rise.
import { expect, it } from 'vitest';
import { type Change, changed } from '../../../machines/programme/amendment/changes.ts';
import type { Wanted } from '../../../machines/programme/amendment/proposal.ts';
import { altered, setagayaFiles, soundSeed } from '../../seeds/folder.ts';

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

/** The same office, whose calendar says of each closed day whether it is a holiday of the law, one of custom or its ordinance's own. */
const telling: Wanted = soundSeed(
  altered(
    'calendar.yaml',
    '    basis: 世田谷区の休日',
    '    name: 年末年始\n    basis: 世田谷区の休日',
    altered('calendar.yaml', 'holidays:\n', 'custom: ["12-31", "01-02", "01-03"]\nholidays:\n'),
  ),
);

// 民法142条 knows holidays of the law and days of custom, not the ordinance's own: a reason lost would move what is counted by it.
it.each([
  ['a holiday of the law', '2026-05-04'],
  ['a substitute holiday', '2026-05-06'],
  ['a day of custom', '2026-12-31'],
  ['a day of the ordinance', '2026-12-30'],
])('%s opened, and closed again, is closed for the same reason', (_what, on) => {
  const opened = amended(telling, { kind: 'closedDay', on, closed: false });
  const again = amended(opened, { kind: 'closedDay', on, closed: true });
  expect(bare(again)).toEqual(bare(telling));
});

it('says nothing of a day that was never closed', () => {
  const closed = amended(telling, { kind: 'closedDay', on: '2026-06-01', closed: true });
  expect(closed.migrations[0]?.calendar.reasons).toEqual(telling.migrations[0]?.calendar.reasons);
});
