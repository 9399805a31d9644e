// What a vendor tells, what that touches, and what collides: pure.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collisions, type Plans } from '../../../machines/programme/vendors/collisions.ts';
import type { CutOver } from '../../../machines/programme/vendors/cut-over.ts';
import { touchedBy } from '../../../machines/programme/vendors/touched.ts';
import { addDays } from '../../../machines/values/date.ts';
import { officeCalendar } from '../../builders/calendar.ts';
import { definition } from '../../builders/migration.ts';
import { people, Walk } from '../../builders/walk.ts';

const calendar = officeCalendar();
const cutOver = (system: string, on: string, over: Partial<CutOver> = {}): CutOver => ({
  system,
  businesses: ['住民基本台帳'],
  on,
  vendors: ['甲社'],
  calendar,
  ...over,
});
const plans = (cutOvers: CutOver[], over: Partial<Plans> = {}): Plans => ({
  cutOvers,
  vendors: [],
  busyTimes: {},
  ...over,
});
const codes = (found: Plans) => collisions(found).map(({ code, systems }) => [code, ...systems]);

describe('planned switch-overs', () => {
  test('of one vendor in one week collide, of two vendors or two weeks they do not', () => {
    expect(codes(plans([cutOver('juki', '2025-01-06'), cutOver('zei', '2025-01-12')]))).toEqual([
      ['sameWeek', 'juki', 'zei'],
    ]);
    expect(codes(plans([cutOver('juki', '2025-01-06'), cutOver('zei', '2025-01-13')]))).toEqual([]);
    expect(
      codes(plans([cutOver('juki', '2025-01-06'), cutOver('zei', '2025-01-06', { vendors: ['乙社'] })])),
    ).toEqual([]);
  });

  test('share a weekend from before it into the week after it, with the holiday that follows', () => {
    // Monday 13 January is 成人の日: who is live on Saturday and who on Tuesday work the same three days.
    expect(codes(plans([cutOver('juki', '2025-01-11'), cutOver('zei', '2025-01-14')]))).toEqual([
      ['sameWeek', 'juki', 'zei'],
    ]);
    expect(codes(plans([cutOver('juki', '2025-01-12'), cutOver('zei', '2025-01-17')]))).toEqual([
      ['sameWeek', 'juki', 'zei'],
    ]);
    // Sunday before an ordinary Monday; the year's turn from 28 December to 5 January.
    expect(codes(plans([cutOver('juki', '2025-01-19'), cutOver('zei', '2025-01-20')]))).toEqual([
      ['sameWeek', 'juki', 'zei'],
    ]);
    expect(codes(plans([cutOver('juki', '2024-12-28'), cutOver('zei', '2025-01-06')]))).toEqual([
      ['sameWeek', 'juki', 'zei'],
    ]);
    // The weekend of the one lies after the other.
    expect(codes(plans([cutOver('juki', '2025-01-17'), cutOver('zei', '2025-01-20')]))).toEqual([]);
    expect(codes(plans([cutOver('juki', '2025-01-20'), cutOver('zei', '2025-01-27')]))).toEqual([]);
  });

  test('planned by a month alone may collide, and it is said that this is not sure', () => {
    const [found] = collisions(plans([cutOver('juki', '2025-01'), cutOver('zei', '2025-01-14')]));
    expect(found).toMatchObject({ code: 'sameWeek', sure: false });
  });

  test('are counted against what a vendor can do in a month, under any spelling of its name', () => {
    const own = ['2025-01-06', '2025-01-14', '2025-01-27'].map((on, index) =>
      cutOver(`s${index}`, on, { vendors: ['㈱甲'] }),
    );
    const vendors = [{ vendor: 'ko', name: '株式会社甲', serves: [], aMonth: 2 }];
    expect(codes(plans(own, { vendors }))).toEqual([['capacity', 's0', 's1', 's2']]);
    expect(
      codes(plans(own, { vendors: [{ vendor: 'ko', name: '株式会社甲', serves: [], aMonth: 3 }] })),
    ).toEqual([]);
  });

  test('fall into the end of the fiscal year, April, and for its business the tax returns', () => {
    expect(codes(plans([cutOver('juki', '2025-03-31')]))).toEqual([['busyTime', 'juki']]);
    expect(codes(plans([cutOver('juki', '2025-04-15')]))).toEqual([['busyTime', 'juki']]);
    expect(codes(plans([cutOver('juki', '2025-04-16')]))).toEqual([]);
    expect(codes(plans([cutOver('juki', '2025-02-17')]))).toEqual([]);
    expect(codes(plans([cutOver('zei', '2025-02-17', { businesses: ['個人住民税'] })]))).toEqual([
      ['busyTime', 'zei'],
    ]);
  });

  test('fall into what the programme has recorded, and not into what it has withdrawn', () => {
    const election = {
      id: 'election',
      label: { ja: '選挙', en: 'election' },
      fromOn: '2025-07-01',
      untilOn: '2025-07-25',
    };
    const on = [cutOver('senkyo', '2025-07-07'), cutOver('juki', '2025-04-07')];
    expect(codes(plans(on, { busyTimes: { election, april: null } }))).toEqual([['busyTime', 'senkyo']]);
  });

  test('never collide otherwise by the order in which they are given', () => {
    const one = fc.record({
      day: fc.integer({ min: 0, max: 60 }),
      vendor: fc.constantFrom('甲社', '乙社', '丙社'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (given) => {
        const all = given.map(({ day, vendor }, index) =>
          cutOver(`s${index}`, addDays('2025-05-01', day), { vendors: [vendor] }),
        );
        const groups = (of: CutOver[]) =>
          collisions(plans(of))
            .map(({ systems }) => [...systems].sort().join(' '))
            .sort();
        expect(groups([...all].reverse())).toEqual(groups(all));
        // Whoever stands in a group has somebody of their own vendor within a week beside them.
        for (const { systems } of collisions(plans(all))) expect(systems.length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('a notice of a vendor', () => {
  const of = definition({
    deadlines: [
      {
        id: 'legal',
        label: { ja: '移行期限', en: 'legal date' },
        basis: '標準化基本方針',
        rule: { kind: 'fixed', on: '2026-03-31' },
        roll: 'none',
        at: '17:15',
        metBy: 'wentLive',
        hard: false,
        extendableBy: [],
        reminders: [0],
        to: ['dx-office'],
        followsRegime: true,
      },
      {
        id: 'fit-gap-end',
        label: { ja: 'Fit&Gapの終わり', en: 'end of fit-gap' },
        basis: '計画',
        rule: { kind: 'fixed', on: '2024-03-31' },
        roll: 'none',
        at: '17:15',
        metBy: { phase: 'fit-gap', edge: 'left' },
        hard: false,
        extendableBy: [],
        reminders: [0],
        to: ['dx-office'],
        followsRegime: false,
      },
    ],
  });
  const begun = () => new Walk(of).take({ type: 'budget.voted', fiscalYear: 2023 }, people.contracts);

  test('names the deadlines of going live that its day would miss, and the reason for special transition', () => {
    const { snapshot } = begun();
    const late = touchedBy({ kind: 'delay', until: '2026-10' }, of, snapshot);
    expect(late).toMatchObject({
      is: 'underWay',
      cutOver: { told: '2026-10' },
      reasonType: 4,
      deadlines: [{ deadline: 'legal', outcome: 'wouldMiss' }],
    });
    expect(touchedBy({ kind: 'delay', until: '2026-03' }, of, snapshot).deadlines).toEqual([]);
  });

  test('without a day leaves each of them open, and a withdrawal is reason 3', () => {
    const gone = touchedBy({ kind: 'withdrawal', until: null }, of, begun().snapshot);
    expect(gone.deadlines.map(({ outcome }) => outcome)).toEqual(['open']);
    expect(gone.reasonType).toBe(3);
  });
});
