// What a gate rests on: who supplies it does not decide, and nothing of it changes while it is decided on.
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { explain } from '../../machines/migration/explain.ts';
import { asking, deadline, definition, person, readinessReport } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const { owner, office, group, chair, member, contracts } = people;
const label = { ja: '条件', en: 'condition' };
const hard = { label, hard: true, who: ['dx-office'] };

const wentLive: Fact = { type: 'system.wentLive', evidence: { ...readinessReport, kind: 'other' } };
const rolledBack: Fact = { type: 'system.rolledBack', reason: '不整合' };
const submit = (phase: string): Fact => ({ type: 'phase.submitted', phase, evidence: [] });
const approve = (phase: string): Fact => ({ type: 'gate.approved', phase });
const back = (kind: 'approved' | 'proposed' | 'dismissed', to: string): Fact =>
  kind === 'approved'
    ? { type: 'goingBack.approved', to }
    : { type: `goingBack.${kind}`, to, reason: '理由' };
const steps = (status: 'done' | 'inProgress' | 'notApplicable', reason?: string): Fact => ({
  type: 'steps.recorded',
  statuses: { '⑫-1': status },
  ...(reason ? { reason } : {}),
});

const asksLive = asking('go-live', { kind: 'fact', fact: 'wentLive', ...hard });
const asksStep = asking('development', { kind: 'steps', steps: ['⑫-1'], ...hard });

/** Live and under review. */
const liveReviewed = () =>
  new Walk(asksLive).toGoLive().take(wentLive, office).take(submit('go-live'), office);

describe('who records 稼働', () => {
  it('does not approve the gate that asks for it', () => {
    const mover = person('mover', 'dx-office');
    const walk = new Walk(asksLive).toGoLive().take(wentLive, mover).take(submit('go-live'), office);
    const asMember = person('mover', 'working-group');
    expect(walk.codes(approve('go-live'), asMember)).toEqual(['gate.samePerson']);
    expect(walk.codes(approve('go-live'), group)).toEqual([]);
  });
});

describe('while a gate is decided on', () => {
  it('稼働 on which it rests is not undone; once the submission is withdrawn, it is', () => {
    const walk = liveReviewed();
    expect(walk.codes(rolledBack, office)).toEqual(['gate.restsOn']);
    walk.take({ type: 'submission.withdrawn', phase: 'go-live', reason: '切戻し' }, office);
    expect(walk.codes(rolledBack, office)).toEqual([]);
  });

  it('稼働 on which it does not rest is undone when it is undone', () => {
    const walk = new Walk(definition()).toGoLive().take(wentLive, office).take(submit('go-live'), office);
    expect(walk.codes(rolledBack, office)).toEqual([]);
  });

  it.each<[string, 'done' | 'notApplicable', Fact, string[]]>([
    ['done is not made 対象外', 'done', steps('notApplicable', '不要'), ['gate.restsOn']],
    ['done is not opened', 'done', steps('inProgress'), ['gate.restsOn']],
    ['対象外 is not made done', 'notApplicable', steps('done'), ['gate.restsOn']],
    ['対象外 is not given another reason', 'notApplicable', steps('notApplicable', '別'), ['gate.restsOn']],
    ['done stays done', 'done', steps('done'), []],
    ['対象外 stays so, for the same reason', 'notApplicable', steps('notApplicable', '理由'), []],
  ])('a step that is %s, also while going back is proposed', (_, before, fact, codes) => {
    const walk = new Walk(asksStep).toDevelopment().take(steps(before, '理由'), office);
    walk.take(submit('development'), owner).take(approve('development'), group);
    expect(walk.codes(fact, office)).toEqual(codes);
    walk.take(back('proposed', 'fit-gap'), owner);
    expect(walk.codes(fact, office)).toEqual(codes);
  });

  it('a step changes while going back is proposed from work, and once the migration is cancelled', () => {
    const working = new Walk(asksStep).toDevelopment().take(steps('done'), office);
    working.take(back('proposed', 'fit-gap'), owner);
    expect(working.codes(steps('inProgress'), office)).toEqual([]);
    const cancelled = new Walk(asksStep).toDevelopment().take(steps('done'), office);
    cancelled.take(submit('development'), owner);
    cancelled.take({ type: 'cancellation.proposed', reason: '廃止' }, office);
    cancelled.take({ type: 'cancellation.approved' }, chair).take({ type: 'cancellation.approved' }, member);
    expect(cancelled.codes(steps('notApplicable', '廃止'), office)).toEqual([]);
  });
});

describe('⑱-1', () => {
  const of = (walk: Walk) => walk.snapshot.context.steps.住民基本台帳?.['⑱-1'];
  const record = (status: 'done' | 'inProgress' | 'notStarted' | 'notApplicable'): Fact => ({
    type: 'steps.recorded',
    statuses: { '⑱-1': status },
    reason: '理由',
  });

  it('of a live system is done, whatever goes back and whatever anyone says', () => {
    const walk = new Walk(definition()).toGoLive().take(wentLive, office);
    for (const status of ['inProgress', 'notStarted', 'notApplicable'] as const)
      expect(walk.codes(record(status), office)).toEqual(['steps.goLive']);
    walk.take(back('proposed', 'development'), office);
    walk.take(back('approved', 'development'), chair).take(back('approved', 'development'), member);
    expect(walk.snapshot.context.live).not.toBeNull();
    expect(of(walk)).toBe('done');
    walk.take(rolledBack, office);
    expect(of(walk)).toBe('inProgress');
  });

  it('that was 対象外 is done once the system is live', () => {
    const walk = new Walk(definition())
      .toGoLive()
      .take(record('notApplicable'), office)
      .take(wentLive, office);
    expect(of(walk)).toBe('done');
    expect(walk.snapshot.context.stepReasons.住民基本台帳).toEqual({});
  });
});

describe('a path without national steps', () => {
  const { path, ...rest } = definition();
  const bare = { ...rest, path: { ...path, phases: path.phases.map((phase) => ({ ...phase, steps: [] })) } };

  it('has none recorded, by hand, with a submission or by going live', () => {
    const walk = new Walk(bare);
    expect(walk.codes(steps('done'), office)).toEqual(['steps.none']);
    expect(walk.codes({ ...submit('fit-gap'), statuses: { '③-1': 'done' } } as Fact, owner)).toEqual([
      'steps.none',
    ]);
    walk.toGoLive().take(wentLive, office);
    expect(walk.snapshot.context.steps.住民基本台帳).toEqual({});
    walk.take(rolledBack, office);
    expect(walk.snapshot.context.steps.住民基本台帳).toEqual({});
  });

  it('offers none', () => {
    const { acts } = explain(bare, new Walk(bare).snapshot, office, '2023-11-16T10:00:00+09:00');
    expect(acts.map(({ type }) => type)).not.toContain('steps.recorded');
  });
});

describe('a cancelled migration', () => {
  const cancelled = () =>
    new Walk(definition())
      .take({ type: 'cancellation.proposed', reason: '廃止' }, office)
      .take({ type: 'cancellation.approved' }, chair)
      .take({ type: 'cancellation.approved' }, member);

  it('has 対象外 recorded and nothing else, and offers it', () => {
    const walk = cancelled();
    expect(walk.codes(steps('done'), office)).toEqual(['steps.cancelled']);
    expect(walk.codes(steps('inProgress'), office)).toEqual(['steps.cancelled']);
    expect(walk.codes(steps('notApplicable', '廃止'), office)).toEqual([]);
    const { acts } = explain(walk.of, walk.snapshot, office, '2023-11-16T10:00:00+09:00');
    expect(acts.find(({ type }) => type === 'steps.recorded')?.allowed).toBe(true);
  });
});

describe('going back', () => {
  const selection: Fact = {
    type: 'selection.recorded',
    candidate: '甲社',
    technical: '600',
    price: '200',
    printedTotal: '800',
    outOf: { technical: '700', price: '300' },
    method: 'プロポーザル',
    applicants: 2,
  };
  const early = (...conditions: Condition[]) =>
    new Walk(asking('development', ...conditions)).take(selection, contracts).toDevelopment();
  const asks: Condition = { kind: 'fact', fact: 'selectionRecorded', ...hard };
  const toReview = (walk: Walk) => walk.take(submit('development'), owner);
  function goBack(walk: Walk, to: string): Walk {
    walk.take(back('proposed', to), office);
    return walk.take(back('approved', to), chair).take(back('approved', to), member);
  }

  it('behind the gate that asks for a selection lays it down, however early it was recorded', () => {
    const walk = toReview(early(asks)).take(approve('development'), group);
    walk.take(approve('development'), chair).take(approve('development'), member);
    expect(walk.snapshot.context.passed.development).toBeDefined();
    expect(goBack(walk, 'development').snapshot.context.selection).toBeNull();
  });

  it('within the phases that come after it leaves it', () => {
    const walk = new Walk(asking('fit-gap', asks)).take(selection, contracts).toGoLive();
    expect(goBack(walk, 'development').snapshot.context.selection).not.toBeNull();
  });
});

it('a missed deadline is said to shut a gate only where it shuts one that is still ahead', () => {
  const fixed = { kind: 'fixed' as const, on: '2023-12-01' };
  const told = (over: Parameters<typeof deadline>[1], walk = (of: Walk) => of) => {
    const of = {
      ...definition(),
      deadlines: [deadline('end', { hard: true, rule: fixed, reminders: [], ...over })],
    };
    const effects = walk(new Walk(of)).wake('2023-12-02T00:00:00+09:00');
    return effects.flatMap((effect) =>
      effect.kind === 'notify' && effect.notice.code === 'deadline.missed' ? [effect.notice] : [],
    );
  };
  expect(told({ metBy: 'wentLive' })).toMatchObject([{ hard: true }]);
  expect(told({ metBy: 'wentLive' })[0]).not.toHaveProperty('forGood');
  expect(told({ metBy: 'wentLive' }, (walk) => walk.toGoLive())).toMatchObject([{ hard: false }]);
  expect(told({ metBy: { phase: 'go-live', edge: 'submitted' }, extendableBy: [] })).toMatchObject([
    { hard: true, forGood: true },
  ]);
});
