// 判断保留, データ要件への適合, 経過措置: each a fact of its own, which claims nothing of the others.
import { describe, expect, test } from 'vitest';
import { undecidedOf } from '../../machines/deadline/undecided.ts';
import type { Deadline } from '../../machines/definition/definition.ts';
import { accepts } from '../../machines/migration/migration.ts';
import { summarize } from '../../machines/migration/summary.ts';
import { mattersOf } from '../../machines/programme/ahead/of-migration.ts';
import { todayOf } from '../../machines/programme/today/today.ts';
import { deadline, definition, readinessReport, stamped } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const evidence = { ...readinessReport, kind: 'other' };
const of = definition({
  deadlines: [
    deadline('data', { rule: { kind: 'fixed', on: '2026-03-31' }, metBy: 'dataConforms' }),
    deadline('live', { rule: { kind: 'fixed', on: '2026-03-31' }, metBy: 'wentLive', followsRegime: true }),
  ],
});
const walk = () => new Walk(of);
type Sent = Parameters<typeof stamped>[0];
const refusalsOf = (given: Walk, fact: Sent) =>
  accepts(given.of, given.snapshot, stamped(fact, people.office));
const statusOf = (given: Walk, id: string) => given.snapshot.context.deadlines[id]?.status;

describe('conformity with the data requirements', () => {
  test('meets its own deadline and not that of going live, and is no 稼働', () => {
    const shown = walk().take({ type: 'conformity.recorded', requirement: 'data', evidence }, people.office);
    expect(statusOf(shown, 'data')).toBe('met');
    expect(statusOf(shown, 'live')).toBe('pending');
    expect(shown.snapshot.context.live).toBeNull();
  });

  test('is still due where the system has a date of its own', () => {
    const designated = walk().take(
      { type: 'regime.designated', completionOn: '2029-03-31', basis: '主務省令' },
      people.office,
    );
    expect(designated.snapshot.context.deadlines).toMatchObject({
      data: { dueOn: '2026-03-31' },
      live: { dueOn: '2029-03-31' },
    });
  });

  test('is recorded once', () => {
    const shown = walk().take({ type: 'conformity.recorded', requirement: 'data', evidence }, people.office);
    const again = refusalsOf(shown, { type: 'conformity.recorded', requirement: 'data', evidence });
    expect(again.map(({ code }) => code)).toEqual(['conformity.already']);
  });
});

describe('判断保留', () => {
  test('stands beside the application, and is gone once the system is designated', () => {
    const pending = walk()
      .take({ type: 'regime.applied', reasonTypes: [4] }, people.office)
      .take({ type: 'regime.leftPending', basis: '結果一覧（令和7年9月30日）' }, people.office);
    expect(pending.snapshot.value.regime).toBe('applied');
    expect(pending.snapshot.context.special?.pending?.basis).toContain('結果一覧');
    expect(summarize(of, pending.snapshot)).toMatchObject({ regime: 'applied', pendingOn: '2023-11-16' });
    const decided = pending.take(
      { type: 'regime.designated', completionOn: null, basis: '主務省令' },
      people.office,
    );
    expect(summarize(of, decided.snapshot)).not.toHaveProperty('pendingOn');
    expect(decided.snapshot.context.special).not.toHaveProperty('pending');
    expect(decided.snapshot.context.special?.reasonTypes).toEqual([4]);
  });

  test('is recorded once: a second time would make another day of it', () => {
    const pending = walk()
      .take({ type: 'regime.applied', reasonTypes: [4] }, people.office)
      .take({ type: 'regime.leftPending', basis: '結果一覧' }, people.office);
    const again = refusalsOf(pending, { type: 'regime.leftPending', basis: '結果一覧' });
    expect(again.map(({ code }) => code)).toEqual(['regime.pendingAlready']);
  });

  test('is nothing to somebody who has not applied', () => {
    const refused = refusalsOf(walk(), { type: 'regime.leftPending', basis: '結果一覧' });
    expect(refused.map(({ code }) => code)).toEqual(['event.notNow']);
  });
});

describe('a designation without a day', () => {
  const undecided = () =>
    walk().take({ type: 'regime.designated', completionOn: null, basis: '主務省令' }, people.office);
  const law = of.deadlines[1] as Deadline;
  const openIn = ({ snapshot }: Walk) => undecidedOf(of, law, snapshot.context);

  test('leaves its deadline 未定 since then, with reminders too: the post that registers regimes must set it', () => {
    expect(openIn(undecided())).toEqual({
      since: '2023-11-16',
      setBy: ['dx-office'],
      by: 'regime',
    });
    expect(openIn(walk())).toBeNull();
  });

  test('is asked for in the day of that post alone, until it has one or the system is live', () => {
    const asked = (given: Walk, actor: (typeof people)['office']) =>
      todayOf({
        migrations: new Map([[of.system.id, { definition: of, snapshot: given.snapshot }]]),
        mine: [{ system: null, actor }],
        at: '2023-12-01T10:00:00+09:00',
        today: '2023-12-01',
      }).supply.flatMap(({ subject, acts }) => (subject.code === 'undecided' ? [[subject.id, acts]] : []));
    expect(asked(undecided(), people.office)).toEqual([['live', ['regime.designated']]]);
    expect(asked(undecided(), people.owner)).toEqual([]);
    const decided = undecided().take(
      { type: 'regime.designated', completionOn: '2029-03-31', basis: '主務省令' },
      people.office,
    );
    expect(asked(decided, people.office)).toEqual([]);
  });

  test('tells no run anything: the state is what it was', () => {
    expect(undecided().snapshot.context.deadlines.live).toMatchObject({ status: 'waiting', generation: 1 });
    expect(undecided().snapshot.context.deadlines.live).not.toHaveProperty('undecided');
  });
});

describe('a function that follows later', () => {
  const filed = () =>
    walk().take(
      { type: 'measure.filed', function: '統合記載欄の印字', until: '2029-03-31', basis: '届出第3号' },
      people.office,
    );

  test('changes neither regime nor deadline, and is told of until it conforms', () => {
    const given = filed();
    expect(given.snapshot.value.regime).toBe('standard');
    expect(statusOf(given, 'live')).toBe('pending');
    const open = mattersOf(of, given.snapshot).filter(({ code }) => code === 'measure');
    expect(open).toMatchObject([{ function: '統合記載欄の印字', until: '2029-03-31' }]);
    const ended = given.take({ type: 'measure.ended', function: '統合記載欄の印字' }, people.office);
    expect(mattersOf(of, ended.snapshot).filter(({ code }) => code === 'measure')).toEqual([]);
  });

  test('is refused an end that was never filed, naming those that are open', () => {
    const [refused] = refusalsOf(filed(), { type: 'measure.ended', function: '様式' });
    expect(refused).toMatchObject({ code: 'measure.unknown', facts: { open: ['統合記載欄の印字'] } });
  });

  test('is refused under another spelling of its name, which is told', () => {
    const [refused] = refusalsOf(filed(), {
      type: 'measure.filed',
      function: '統合 記載欄の印字',
      until: '2030-03-31',
      basis: '届出第4号',
    });
    expect(refused).toMatchObject({ code: 'measure.spelled', facts: { there: '統合記載欄の印字' } });
  });

  test('is refused a day before it was filed, and the same day twice', () => {
    const past = refusalsOf(walk(), {
      type: 'measure.filed',
      function: '様式',
      until: '2020-01-01',
      basis: '届出',
    });
    expect(past.map(({ code }) => code)).toEqual(['measure.past']);
    const same = refusalsOf(filed(), {
      type: 'measure.filed',
      function: '統合記載欄の印字',
      until: '2029-03-31',
      basis: '届出第3号',
    });
    expect(same.map(({ code }) => code)).toEqual(['measure.same']);
  });
});
