// 訂正 and 取消し: what was wrongly recorded stands right from the approval on, by the rules of its own act, and nothing that rests
// on it is taken away.
import { describe, expect, it } from 'vitest';
import type { Condition, MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { Pair, Said } from '../../machines/migration/correction/shapes.ts';
import { standing } from '../../machines/migration/state.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { asking, deadline, definition, readinessReport } from '../builders/migration.ts';
import { estimate } from '../builders/money.ts';
import { pairOf, type Recorded, Recording } from '../builders/recording.ts';
import { importer, people } from '../builders/walk.ts';
import { approve as approveGate, city, contractOf, heads, submit, TABLE } from './decisions/deciding.ts';

const { contracts, office, owner, chair } = people;
const other: Actor = { ...contracts, account: 'other', name: 'other' };
const third: Actor = { ...contracts, account: 'third', name: 'third' };
const DAY = '2023-12-01T10:00:00+09:00';
const LATER = '2024-02-01T10:00:00+09:00';

const contract: Extract<Fact, { type: 'contract.recorded' }> = {
  type: 'contract.recorded',
  vendor: 'B社',
  amounts: [{ fiscalYear: 2023, amountYen: 1_000 }],
  totalYen: 1_000,
  continuesInto: [],
};
const right = { ...contract, amounts: [{ fiscalYear: 2023, amountYen: 10_000 }], totalYen: 10_000 };
const budget: Fact = { type: 'budget.voted', fiscalYear: 2023 };
const selection: Fact = {
  type: 'selection.recorded',
  candidate: 'B社',
  technical: '574.9',
  price: '53',
  printedTotal: '628',
  outOf: { technical: '700', price: '300' },
  method: 'プロポーザル方式',
  applicants: 3,
};

const begun = (of: MigrationDefinition = definition()) => new Recording(of);

/** With a contract that says a tenth of its amount. */
const mistyped = () => begun().record(contract, contracts, { at: DAY });

const propose = (entry: number, pair: Pair): Fact => ({
  type: 'correction.proposed',
  entry,
  ...pair,
  reason: '桁の誤り',
});
const approve = (entry: number): Fact => ({ type: 'correction.approved', entry });

/** The newest entry, said otherwise. */
const instead = (recording: Recording, should: Partial<Said> | null, of = recording.last()) =>
  propose(of.seq, pairOf(of, should));

describe('an amount by which somebody decided alone', () => {
  const passedWith = (totalYen: number) => {
    const walk = begun(city(TABLE, { matter: 'contract', approvals: [] })).record(
      contractOf(totalYen),
      contracts,
      {
        at: DAY,
      },
    );
    const of = walk.last();
    return { of, walk: walk.record(submit, owner, { at: DAY }) };
  };
  const total = ({ walk, of }: ReturnType<typeof passedWith>, totalYen: number) =>
    walk.codes(instead(walk, { fact: contractOf(totalYen) }, of), other, { at: LATER });

  it('is not put right to one beyond their power: the gate is gone back behind first', () => {
    const passed = passedWith(9_000_000);
    passed.walk.record(approveGate, heads.department, { at: DAY });
    expect(total(passed, 10_000_000)).toEqual([]);
    expect(total(passed, 10_000_001)).toEqual(['correction.restedOn']);
    expect(total(passed, 400_000)).toEqual([]);
  });

  it('says nothing of a gate that was decided before the amount was on record', () => {
    const walk = begun(city(TABLE, { matter: 'contract', approvals: [] }));
    walk.record(estimate(1, 400_000), contracts, { at: DAY });
    walk.record(submit, owner, { at: DAY }).record(approveGate, heads.division, { at: DAY });
    walk.record(contractOf(300_000), contracts, { at: DAY });
    expect(total({ walk, of: walk.last() }, 20_000_000)).toEqual([]);
  });
});

describe('a wrong fact', () => {
  it('stands as it was until another person approves the correction', () => {
    const walk = mistyped();
    const entry = walk.last().seq;
    walk.record(instead(walk, { fact: right }), other, { at: LATER });
    expect(walk.context.contract).toMatchObject({ totalYen: 1_000 });
    expect(walk.codes(approve(entry), other, { at: LATER })).toEqual(['gate.samePerson']);
    expect(walk.codes(approve(entry), contracts, { at: LATER })).toEqual(['correction.ownEntry']);
    walk.record(approve(entry), third, { at: LATER });
    expect(walk.context.contract).toMatchObject({ totalYen: 10_000, on: '2023-12-01', phase: 'fit-gap' });
    expect(walk.context.corrections).toEqual({
      open: {},
      made: {
        [entry]: {
          at: 3,
          type: 'contract.recorded',
          as: { fact: right, occurredOn: '2023-12-01', actor: contracts },
        },
      },
    });
  });

  it('may be dismissed by who decides, or taken back by who proposed it alone', () => {
    const walk = mistyped();
    const entry = walk.last().seq;
    walk.record(instead(walk, { fact: right }), other, { at: LATER });
    const back: Fact = { type: 'correction.withdrawn', entry, reason: '誤り' };
    expect(walk.codes(back, third, { at: LATER })).toEqual(['proposal.notOwn']);
    const gone = walk.copy().record(back, other, { at: LATER });
    expect(gone.context.corrections).toEqual({ open: {}, made: {} });
    walk.record({ type: 'correction.dismissed', entry, reason: '正しい' }, chair, { at: LATER });
    expect(walk.context.contract).toMatchObject({ totalYen: 1_000 });
    expect(walk.codes(approve(entry), third, { at: LATER })).toEqual(['correction.notOpen']);
  });

  it('is put right once more by what stands now', () => {
    const walk = mistyped();
    const of = walk.last();
    walk.correct(instead(walk, { fact: right }), other, third, LATER);
    const again = { ...right, vendor: 'C社' };
    expect(walk.codes(instead(walk, { fact: again }, of), other, { at: LATER })).toEqual([
      'correction.neverStood',
    ]);
    const now: Recorded = { ...of, fact: right };
    walk.correct(instead(walk, { fact: again }, now), other, third, LATER);
    expect(walk.context.contract).toMatchObject({ vendor: 'C社', totalYen: 10_000 });
  });

  it('moves the day, and another person, where one was named wrongly', () => {
    const walk = mistyped();
    walk.correct(instead(walk, { occurredOn: '2023-11-20', actor: other }), third, chair, LATER);
    expect(walk.context.contract?.on).toBe('2023-11-20');
    expect(walk.context.corrections?.made[1]?.as?.actor.account).toBe('other');
  });

  it('keeps a step, a plan, an extension, a paper and a flag right in the same way', () => {
    const walk = begun().record(
      { type: 'steps.recorded', statuses: { '③-1': 'done', '③-2': 'inProgress' } },
      office,
      { at: DAY },
    );
    const steps: Fact = { type: 'steps.recorded', statuses: { '③-1': 'inProgress' } };
    walk.correct(instead(walk, { fact: steps }), office, chair, LATER);
    expect(walk.context.steps.印鑑登録).toEqual({ '③-1': 'inProgress' });
    walk.record(
      { type: 'plan.changed', phase: 'development', startOn: '2024-01', endOn: '2025-02', reason: '遅れ' },
      office,
      { at: LATER },
    );
    const plan: Fact = {
      type: 'plan.changed',
      phase: 'fit-gap',
      startOn: '2024-01',
      endOn: '2025-02',
      reason: '遅れ',
    };
    walk.correct(instead(walk, { fact: plan }), office, chair, LATER);
    expect(walk.context.plan).toEqual({
      development: { startOn: '2023-11', endOn: '2024-12' },
      'fit-gap': { startOn: '2024-01', endOn: '2025-02' },
    });
    const extended: Fact = {
      type: 'deadline.extended',
      deadline: 'go-live-r6',
      dueOn: '2026-05-31',
      reason: '決定',
    };
    walk.record(extended, contracts, { at: LATER });
    walk.correct(instead(walk, { fact: { ...extended, dueOn: '2025-05-31' } as Fact }), other, chair, LATER);
    expect(walk.context.deadlines['go-live-r6']).toMatchObject({
      dueOn: '2025-05-31',
      extension: { was: '2025-03-31' },
    });
    const paper = { ...readinessReport, kind: 'other' };
    walk.record({ type: 'evidence.attached', evidence: paper }, owner, { at: LATER });
    const numbered = { ...paper, documentNo: '5世DX第124号' };
    walk.correct(
      instead(walk, { fact: { type: 'evidence.attached', evidence: numbered } as Fact }),
      office,
      chair,
      LATER,
    );
    expect(walk.context.evidence['fit-gap']).toEqual([{ ...numbered, by: 'owner', on: '2024-02-01' }]);
    walk.record({ type: 'regime.flagged', reasonTypes: [1] }, office, { at: LATER });
    const types: Fact = { type: 'regime.flagged', reasonTypes: [3] };
    walk.correct(instead(walk, { fact: types }), { ...office, account: 'b' }, chair, LATER);
    expect(walk.context.special?.reasonTypes).toEqual([3]);
    expect(standing(walk.snapshot).regime).toBe('candidate');
  });
});

describe('an entry that should not have been', () => {
  it('is voided, with the regime that held before it', () => {
    const walk = begun().record({ type: 'regime.flagged', reasonTypes: [1] }, office, { at: DAY });
    walk.correct(instead(walk, null), { ...office, account: 'b' }, chair, LATER);
    expect(standing(walk.snapshot).regime).toBe('standard');
    expect(walk.context.special).toBeNull();
    const live = begun()
      .toGoLive()
      .record({ type: 'system.wentLive', evidence: readinessReport }, office, { at: DAY });
    live.correct(instead(live, null), { ...office, account: 'b' }, chair, LATER);
    expect(live.context.live).toBeNull();
    expect(live.context.steps.印鑑登録?.['⑱-1']).toBeUndefined();
    expect(live.codes(instead(live, null, live.entries.at(-3)), office, { at: LATER })).toEqual([
      'correction.voided',
    ]);
  });

  it('is voided back to the roll-back before it, and only to that', () => {
    const wentLive: Fact = { type: 'system.wentLive', evidence: readinessReport };
    const walk = begun().toGoLive().record(wentLive, office, { at: DAY });
    const first = walk.last();
    walk.record({ type: 'system.rolledBack', reason: '不整合' }, office, { at: DAY });
    walk.record(wentLive, office, { at: DAY });
    // Alike in all it says, but gone live before the roll-back.
    expect(walk.codes(instead(walk, null, first), { ...office, account: 'b' }, { at: LATER })).toEqual([
      'correction.standsNot',
    ]);
    const day = walk.context.rolledBackOn;
    walk.correct(instead(walk, null), { ...office, account: 'b' }, chair, LATER);
    expect(walk.context).toMatchObject({ live: null, rolledBackOn: day });
  });

  it('leaves an extension that stood before it', () => {
    const extended: Fact = {
      type: 'deadline.extended',
      deadline: 'go-live-r6',
      dueOn: '2025-05-31',
      reason: '決定',
    };
    const walk = begun()
      .record(extended, contracts, { at: DAY })
      .record({ ...extended, dueOn: '2026-05-31' } as Fact, contracts, { at: DAY });
    walk.correct(instead(walk, null), other, chair, LATER);
    expect(walk.context.deadlines['go-live-r6']).toMatchObject({ dueOn: '2025-05-31', status: 'pending' });
  });

  it('says what rests on it', () => {
    const walk = begun(
      asking('fit-gap', {
        kind: 'fact',
        fact: 'budgetVoted',
        label: { ja: '予算', en: 'budget' },
        hard: true,
        who: [],
      }),
    )
      .record(budget, contracts, { at: DAY })
      .record(selection, contracts, { at: DAY })
      .record(contract, contracts, { at: DAY });
    const [voted, selected] = walk.entries as [Recorded, Recorded];
    expect(walk.refusals(instead(walk, null, selected), other, { at: LATER })).toMatchObject([
      { code: 'correction.restedOn', facts: { facts: ['contract.recorded'], gates: [], voids: true } },
    ]);
    walk.toDevelopment({ at: LATER });
    expect(walk.refusals(instead(walk, null, voted), other, { at: LATER })).toMatchObject([
      {
        code: 'correction.restedOn',
        facts: { facts: ['contract.recorded'], gates: [{ ja: 'fit-gapの関門' }] },
      },
    ]);
    const late = instead(walk, { occurredOn: '2023-12-01' }, { ...voted, occurredOn: '2023-11-16' });
    expect(walk.codes(late, other, { at: LATER })).toEqual(['correction.standsNot']);
  });

  it('is not voided where it met a deadline', () => {
    const end = deadline('live', { metBy: 'wentLive' });
    const live = begun(definition({ deadlines: [end] }))
      .toGoLive()
      .record({ type: 'system.wentLive', evidence: readinessReport }, office, { at: DAY });
    expect(live.refusals(instead(live, null), { ...office, account: 'b' }, { at: LATER })).toMatchObject([
      { code: 'correction.restedOn', facts: { deadlines: [{ ja: 'live' }] } },
    ]);
  });
});

describe('what is no correction', () => {
  const refused: [string, (walk: Recording) => Fact, string][] = [
    ['nothing new', (walk) => instead(walk, {}), 'correction.nothingNew'],
    [
      'what its own act refuses',
      (walk) => instead(walk, { fact: { ...right, totalYen: 1 } as Fact }),
      'contract.sumMismatch',
    ],
    ['a day after it was recorded', (walk) => instead(walk, { occurredOn: '2023-12-02' }), 'date.future'],
    ['a day before the beginning', (walk) => instead(walk, { occurredOn: '2020-12-02' }), 'date.beforeBegin'],
    ['another kind', (walk) => instead(walk, { fact: budget }), 'correction.otherKind'],
    [
      'what never stood',
      (walk) => instead(walk, { fact: contract }, { ...walk.last(), fact: right as Fact }),
      'correction.standsNot',
    ],
    [
      'an entry that is not there',
      (walk) => ({ ...instead(walk, { fact: right }), entry: 99 }) as Fact,
      'correction.neverStood',
    ],
    [
      'a post that may not',
      (walk) => instead(walk, { actor: { ...other, post: 'working-group' } }),
      'actor.wrongPost',
    ],
  ];
  it.each(refused)('%s', (_what, make, code) => {
    const walk = mistyped();
    expect(walk.codes(make(walk), other, { at: LATER })).toEqual([code]);
  });

  it('an approval, a gate, an import of one, a timer’s word', () => {
    const walk = begun().record({ type: 'gate.imported', phase: 'fit-gap', source: '資料' }, importer, {
      at: DAY,
    });
    expect(walk.codes(instead(walk, null), office, { at: LATER })).toEqual(['correction.notCorrectable']);
    const made = mistyped();
    made.correct(instead(made, { fact: right }), other, third, LATER);
    expect(made.codes(instead(made, null), office, { at: LATER })).toEqual(['correction.notCorrectable']);
    made.wake('2025-03-31T09:00:00+09:00');
    expect(made.last().fact.type).toBe('deadline.reached');
    expect(made.codes(instead(made, null), office, { at: '2025-04-01T09:00:00+09:00' })).toEqual([
      'correction.notCorrectable',
    ]);
  });

  it('what is open already, or was replaced since', () => {
    const walk = mistyped();
    walk.record(instead(walk, { fact: right }), other, { at: LATER });
    expect(walk.codes(instead(walk, null, walk.entries[0]), third, { at: LATER })).toEqual([
      'correction.alreadyOpen',
    ]);
    const flagged = begun().record({ type: 'regime.flagged', reasonTypes: [1] }, office, { at: DAY });
    const of = flagged.last();
    flagged.record({ type: 'regime.applied', reasonTypes: [1] }, office, { at: DAY });
    expect(flagged.codes(instead(flagged, null, of), office, { at: LATER })).toEqual([
      'correction.standsNot',
    ]);
  });

  it('of what a gate under review rests on, and of its papers', () => {
    const walk = begun().toDevelopment({ at: DAY });
    walk.record(
      { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' },
      { kind: 'migration', account: 'renkei', name: '連携基盤', post: 'migration' },
      { at: DAY },
    );
    walk.record({ type: 'evidence.attached', evidence: readinessReport }, owner, { at: DAY });
    const of = walk.last();
    walk.record({ type: 'phase.submitted', phase: 'development', evidence: [] }, owner, { at: DAY });
    const numbered = {
      type: 'evidence.attached' as const,
      evidence: { ...readinessReport, documentNo: 'x' },
    };
    expect(walk.codes(instead(walk, { fact: numbered }, of), office, { at: LATER })).toEqual([
      'correction.underReview',
    ]);
  });

  it('a day after the approval of a gate that rests on it; nor an approver as its supplier', () => {
    const asks: Condition = {
      kind: 'fact',
      fact: 'budgetVoted',
      label: { ja: '予算', en: 'budget' },
      hard: true,
      who: [],
    };
    const walk = begun(asking('fit-gap', asks)).record(budget, contracts, {
      at: DAY,
      occurredOn: '2023-11-17',
    });
    const of = walk.last();
    walk.toDevelopment({ at: DAY, occurredOn: '2023-11-20' });
    expect(
      walk.refusals(instead(walk, { occurredOn: '2023-11-30' }, of), other, { at: LATER }),
    ).toMatchObject([
      {
        code: 'correction.restedOn',
        facts: { gates: [{ ja: 'fit-gapの関門' }], conditions: [{ ja: '予算' }] },
      },
    ]);
    expect(walk.codes(instead(walk, { occurredOn: '2023-11-19' }, of), other, { at: LATER })).toEqual([]);
    const group = { ...people.group, post: 'contracts-division' };
    expect(walk.codes(instead(walk, { actor: group }, of), other, { at: LATER })).toEqual([
      'correction.approverSupplied',
    ]);
  });
});
