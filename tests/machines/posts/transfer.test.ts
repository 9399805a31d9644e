// 年度替わり: what a list of people ends and begins, what of it cannot be meant, and what is named beforehand.
import { describe, expect, it } from 'vitest';
import type { ProgrammeFact } from '../../../machines/programme/acts.ts';
import { powersAfter } from '../../../machines/programme/powers/changes.ts';
import { powersFault } from '../../../machines/programme/powers/lock.ts';
import { saidByTransfer } from '../../../machines/programme/transfer/acts.ts';
import { foresee, type Work } from '../../../machines/programme/transfer/foresee.ts';
import { type Line, planned } from '../../../machines/programme/transfer/plan.ts';
import { programmeNames } from '../../../texts/names.ts';
import { foreseenText } from '../../../texts/sheets/transfer-texts.ts';
import { City, city } from './city.ts';

const on = '2027-04-01';
const line = (row: number, change: Line['change'], account: string, more: Partial<Line> = {}): Line => ({
  row,
  change,
  account,
  system: null,
  ...more,
});

/** Grants 2.0 kato, 3.0 sato, 4.0 ito, 5.0 mori: all until the year's end. */
const year = () =>
  new City('kato', 'sato', 'ito', 'mori')
    .give('kato', 'section-chief', '2026-04-01', '2027-03-31')
    .give('sato', 'dx-office', '2026-04-01', '2027-03-31')
    .give('ito', 'dx-office', '2026-04-01', '2027-03-31', 'zei')
    .give('mori', 'committee', '2026-04-01', '2027-03-31');

const known = new Map([['hayashi', { name: '林' }]]);
const plan = (town: City, lines: Line[], more: { othersStay?: boolean; today?: string; on?: string } = {}) =>
  planned(town.powers, known, { lines, on, othersStay: false, today: '2027-03-20', ...more });
const faults = (town: City, lines: Line[]) => plan(town, lines).problems.map(({ row, code }) => [row, code]);

const fact = (transfer: ReturnType<typeof plan>['transfer']) =>
  ({ type: 'post.transferred', ...transfer, reason: '定期異動' }) as const satisfies ProgrammeFact;

const spring = [
  line(1, 'leave', 'kato'),
  line(2, 'move', 'sato', { post: 'section-chief' }),
  line(3, 'come', 'hayashi', { post: 'dx-office' }),
  line(4, 'come', 'new.one', { name: '新人', post: 'committee', until: '2027-09-30' }),
];

describe('a transfer', () => {
  it('ends and begins posts by a day, in one act that is taken whole or not at all', () => {
    const town = year();
    const { transfer, problems } = plan(town, spring, { othersStay: true });
    expect(problems).toEqual([]);
    expect(transfer.ends.map(({ grant, lastOn }) => [grant, lastOn])).toEqual([
      ['2.0', '2027-03-31'],
      ['3.0', '2027-03-31'],
    ]);
    expect(
      transfer.gives.map(({ account, post, system, untilOn }) => [account, post, system, untilOn]),
    ).toEqual([
      ['sato', 'section-chief', null, '2028-03-31'],
      ['hayashi', 'dx-office', null, '2028-03-31'],
      ['new.one', 'committee', null, '2027-09-30'],
      ['ito', 'dx-office', 'zei', '2028-03-31'],
      ['mori', 'committee', null, '2028-03-31'],
    ]);
    expect(transfer.people).toEqual([
      { account: 'hayashi', name: '林' },
      { account: 'new.one', name: '新人' },
    ]);
    const wrong = {
      ...fact(transfer),
      gives: [...transfer.gives, { account: 'ito', post: 'x', system: null, fromOn: on, untilOn: on }],
    };
    expect(town.refused(wrong, '2027-03-20')).toEqual(['grant.unknownPost']);
    town.take(fact(transfer), '2027-03-20');
    const claim = (day: string) => ({
      actor: { account: 'sato', post: 'section-chief', grant: '6.0' },
      system: null,
      occurredOn: day,
      days: { programme: day, real: day },
    });
    // At 23:59 of 31 March it is still the day before.
    expect(powersFault(town.powers, claim('2027-03-31'))).toBe('notHeld');
    expect(powersFault(town.powers, claim('2027-04-01'))).toBeNull();
  });

  it('ends what reaches over the day by the day before, and what begins with it at once', () => {
    const town = year()
      .give('kato', 'committee', '2026-04-01', '2028-03-31')
      .give('kato', 'section-chief', '2027-04-01', '2028-03-31');
    const { transfer } = plan(town, [line(1, 'leave', 'kato')]);
    expect(transfer.ends.slice(1)).toEqual([
      { grant: '6.0', account: 'kato', post: 'committee', system: null, lastOn: '2027-03-31' },
      { grant: '7.0', account: 'kato', post: 'section-chief', system: null },
    ]);
    town.take(fact(transfer), '2027-03-20');
    const left = town.powers.grants.filter(
      ({ account, until, ended }) => account === 'kato' && until > on && !ended,
    );
    expect(left).toEqual([]);
  });

  it('ends the deputyships of who leaves, and those in their stead', () => {
    const town = year()
      .give('kato', 'section-chief', '2027-04-01', '2028-03-31')
      .give('sato', 'dx-office', '2027-04-01', '2028-03-31')
      .take(
        {
          type: 'post.deputyAppointed',
          account: 'sato',
          name: '佐藤',
          post: 'section-chief',
          systems: null,
          fromOn: '2027-03-01',
          untilOn: '2027-04-30',
          kind: 'forAbsent',
          holder: 'kato',
          reason: '入院',
        },
        '2027-03-01',
      );
    for (const who of ['sato', 'kato']) {
      const { transfer } = plan(town, [line(1, 'leave', who)]);
      expect(transfer.ends.find(({ grant }) => grant === '8.0')).toMatchObject({ lastOn: '2027-03-31' });
      expect(town.refused(fact(transfer), '2027-03-20')).toEqual([]);
    }
    const { transfer } = plan(town, [line(1, 'leave', 'kato')]);
    const without = { ...transfer, ends: transfer.ends.filter(({ grant }) => grant !== '8.0') };
    expect(town.refused(fact(without), '2027-03-20')).toEqual(['deputy.rests']);
  });

  it('names every line that cannot be meant', () => {
    const lines = [
      line(1, 'leave', 'nobody'),
      line(2, 'come', 'nobody', { post: 'committee' }),
      line(3, 'come', 'hayashi'),
      line(4, 'leave', 'kato'),
      line(5, 'move', 'kato', { post: 'committee' }),
      line(6, 'stay', 'sato'),
      line(7, 'stay', 'sato'),
      line(8, 'move', 'ito', { post: 'committee', fromPost: 'section-chief' }),
    ];
    expect(faults(year(), lines)).toEqual([
      [1, 'stranger'],
      [2, 'stranger'],
      [3, 'postMissing'],
      [5, 'contrary'],
      [7, 'twice'],
      [8, 'nothingHeld'],
    ]);
  });

  it('told a second time has nothing left to say', () => {
    const town = year();
    town.take(fact(plan(town, spring, { othersStay: true }).transfer), '2027-03-20');
    expect(faults(town, spring)).toEqual([
      [1, 'nothingHeld'],
      [2, 'holds'],
      [3, 'holds'],
      [4, 'holds'],
    ]);
    expect(plan(town, [], { othersStay: true }).transfer.gives).toEqual([]);
    expect(town.refused(fact(plan(town, []).transfer), '2027-03-21')).toEqual(['transfer.nothing']);
  });

  it('dated in the past leaves what was done by then', () => {
    const town = year().give('kato', 'committee', '2026-04-01', '2028-03-31');
    const late = plan(town, [line(1, 'leave', 'kato', { post: 'committee' })], { today: '2027-04-02' });
    town.take(fact(late.transfer), '2027-04-02');
    const claim = {
      actor: { account: 'kato', post: 'committee', grant: '6.0' },
      system: null,
      occurredOn: '2027-04-01',
      days: { programme: '2027-04-01', real: '2027-04-01' },
    };
    const chain = powersAfter(
      { people: {}, grants: year().give('kato', 'committee', '2026-04-01', '2028-03-31').powers.grants },
      saidByTransfer(late.transfer, { seq: 7, at: '2027-04-02T10:00:00+09:00', by: 'admin' }),
    );
    expect(chain && powersFault(chain, claim, '2027-04-01T10:00:00+09:00')).toBeNull();
    expect(chain && powersFault(chain, claim, '2027-04-02T10:00:01+09:00')).toBe('notHeld');
  });
});

describe('beforehand it is named', () => {
  const work = (more: Partial<Work> = {}): Work => ({
    system: 'juki',
    phase: 'rfp',
    owners: ['dx-office'],
    approvals: [
      { phase: 'rfp', body: 'section-chief', quorum: 1 },
      { phase: 'rfp', body: 'committee', quorum: 1 },
    ],
    drafters: [],
    ...more,
  });
  const seen = (lines: Line[], works: Work[], { othersStay = false, today = '2027-03-20' } = {}) => {
    const { powers } = year();
    const { transfer } = planned(powers, known, { lines, on, othersStay, today });
    const after = powersAfter(
      powers,
      saidByTransfer(transfer, { seq: 9, at: `${today}T10:00:00+09:00`, by: 'admin' }),
    );
    const leaving = lines.filter(({ change }) => change === 'leave').map(({ account }) => account);
    return foresee({ works, before: powers, after: after ?? powers, on, today, leaving });
  };
  const codes = (...given: Parameters<typeof seen>) => seen(...given).map((found) => found.code);

  it('that on 31 March everything ends, where nobody says anything', () => {
    const found = seen([], [work()]);
    expect(found.map((one) => one.code)).toEqual([
      'vacant',
      'vacant',
      'work',
      'postless',
      'postless',
      'postless',
      'postless',
    ]);
    expect(codes([], [work()], { othersStay: true })).toEqual([]);
    const names = programmeNames(city.bodies, new Map());
    for (const one of found) expect(foreseenText(one, on, names).ja).not.toMatch(/undefined|section-chief/u);
  });

  it('that a gate could not be passed: vacant, too few, or all of them drafted', () => {
    const stay = { othersStay: true };
    expect(codes([line(1, 'leave', 'kato')], [work()], stay)).toEqual(['vacant']);
    const three = work({ approvals: [{ phase: 'rfp', body: 'committee', quorum: 2 }] });
    expect(seen([], [three], stay)).toMatchObject([
      { code: 'quorum', body: 'committee', have: 1, quorum: 2, systems: ['juki'] },
    ]);
    expect(codes([], [work({ drafters: ['kato'] })], stay)).toEqual(['separation']);
  });

  it('that somebody comes to approve what they drafted', () => {
    const lines = [line(1, 'come', 'sato', { post: 'committee' }), line(2, 'stay', 'sato')];
    expect(
      seen(lines, [work({ drafters: ['sato'] }), work({ system: 'zei' })], { othersStay: true }),
    ).toEqual([{ code: 'drafted', account: 'sato', body: 'committee', systems: ['juki'] }]);
  });

  it('that a phase lies with nobody there, and that the day lies behind', () => {
    const lines = [line(1, 'leave', 'sato')];
    const found = seen(lines, [work(), work({ system: 'zei' })], { othersStay: true, today: '2027-04-02' });
    expect(found).toEqual([
      { code: 'past', on },
      { code: 'work', post: 'dx-office', systems: ['juki'] },
    ]);
  });
});
