// An extension that is asked for and decided by others, and by how much days have moved and why.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { summarize } from '../../machines/migration/summary.ts';
import type { Effect } from '../../machines/record/effect.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { deadline, definition, readinessReport } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const { owner, office, contracts, other, member } = people;
const codesOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'notify' ? [`${effect.notice.code} ${effect.to}`] : []));
const kinds = (over = {}) =>
  definition({
    deadlines: [
      deadline('planned', {
        kind: 'planned',
        rule: { kind: 'plan', phase: 'development', edge: 'end' },
        metBy: { phase: 'development', edge: 'left' },
        to: ['dx-office', 'contracts-division'],
        ...over,
      }),
    ],
  });
const stateOf = (walk: Walk) => walk.snapshot.context.deadlines.planned;
const paper = { ...readinessReport, kind: 'other', title: '事業者の申入れ' };
const asked: Fact = {
  type: 'deadline.extensionAsked',
  deadline: 'planned',
  dueOn: '2025-03-31',
  reason: '部品の遅れ',
  cause: 'vendor',
  evidence: [paper],
};
const granted: Fact = {
  type: 'deadline.extended',
  deadline: 'planned',
  dueOn: '2025-02-28',
  reason: '変更契約',
};
const refusing: Fact = { type: 'deadline.extensionRefused', deadline: 'planned', reason: '間に合う' };
const replanned = (endOn: string, cause?: 'vendor' | 'budget'): Fact => ({
  type: 'plan.changed',
  phase: 'development',
  startOn: '2023-11',
  endOn,
  reason: '見直し',
  ...(cause ? { cause } : {}),
});

describe('an extension', () => {
  it('is asked for with a reason and papers, and whoever may extend is told', () => {
    const walk = new Walk(kinds()).take(asked, owner);
    expect(codesOf(walk.effects)).toEqual(['extension.asked contracts-division']);
    expect(stateOf(walk)?.asked).toMatchObject({ was: '2024-12-31', dueOn: '2025-03-31', evidence: [paper] });
    expect(summarize(walk.of, walk.snapshot).deadlines[0]?.asked).toMatchObject({ dueOn: '2025-03-31' });
  });

  it('is asked for once at a time, by who is told or owns the phase, to a later day', () => {
    const walk = new Walk(kinds());
    expect(walk.codes(asked, member)).toEqual(['actor.wrongPost']);
    expect(walk.codes({ ...asked, dueOn: '2024-12-01' } as Fact, owner)).toEqual(['deadline.notLater']);
    expect(walk.take(asked, owner).codes(asked, office)).toEqual(['extension.alreadyAsked']);
    expect(new Walk(kinds({ extendableBy: [] })).codes(asked, owner)).toEqual(['deadline.notExtendable']);
  });

  it('is decided by another than who asked, also where both hold the post, or act in their name', () => {
    const walk = new Walk(kinds()).take(asked, contracts);
    const deputy: Actor = { ...other, deputy: { kind: 'forAbsent', holder: contracts.account } };
    for (const fact of [granted, refusing]) {
      expect(walk.codes(fact, contracts)).toEqual(['extension.ownAsking']);
      expect(walk.codes(fact, deputy)).toEqual(['extension.ownAsking']);
      expect(walk.codes(fact, other)).toEqual([]);
    }
  });

  it('that is granted answers what was asked, and takes its cause from it', () => {
    const walk = new Walk(kinds()).take(asked, owner).take(granted, contracts);
    expect(codesOf(walk.effects)).toEqual([
      'deadline.extended dx-office,contracts-division,business-division',
    ]);
    expect(stateOf(walk)).toMatchObject({ dueOn: '2025-02-28', extension: { cause: 'vendor' } });
    expect(stateOf(walk)).not.toHaveProperty('asked');
  });

  it('that is refused or taken back leaves the day as it was, and is told', () => {
    const walk = new Walk(kinds()).take(asked, owner);
    const back: Fact = { type: 'deadline.extensionWithdrawn', deadline: 'planned', reason: '不要' };
    expect(walk.codes(back, office)).toEqual(['proposal.notOwn']);
    walk.take(refusing, contracts);
    expect(codesOf(walk.effects)).toEqual([
      'extension.refused business-division,dx-office,contracts-division',
    ]);
    expect(stateOf(walk)).toMatchObject({ dueOn: '2024-12-31' });
    expect(walk.codes(refusing, contracts)).toEqual(['extension.notAsked']);
    walk.take(asked, owner).take(back, owner);
    expect(codesOf(walk.effects)).toEqual(['extension.withdrawn contracts-division']);
    expect(stateOf(walk)).not.toHaveProperty('asked');
  });

  it('that was asked for falls with a plan that moves, and is told', () => {
    const walk = new Walk(kinds()).take(asked, owner).take(replanned('2025-01', 'budget'), office);
    expect(codesOf(walk.effects)).toContain('extension.fell business-division,contracts-division');
    expect(stateOf(walk)).not.toHaveProperty('asked');
  });

  it('moves no plan', () => {
    const walk = new Walk(kinds()).take(asked, owner).take(granted, contracts);
    expect(walk.snapshot.context.plan.development).toMatchObject({ endOn: '2024-12' });
  });
});

describe('a slip', () => {
  const slips = (walk: Walk) => summarize(walk.of, walk.snapshot).slips;

  it('has a cause where deadlines have kinds, and needs none where they have not', () => {
    const walk = new Walk(kinds());
    expect(walk.codes(granted, contracts)).toEqual(['slip.causeMissing']);
    expect(walk.codes(replanned('2025-03'), office)).toEqual(['slip.causeMissing']);
    expect(walk.codes(replanned('2024-10'), office)).toEqual([]);
    const { kind: _none, ...plain } = kinds().deadlines[0] ?? deadline('planned');
    expect(new Walk(definition({ deadlines: [plain] })).codes(granted, contracts)).toEqual([]);
  });

  it('is added up by phase and cause, of the plan and of deadlines apart', () => {
    const walk = new Walk(kinds());
    const phaseLabel = { ja: '開発・テスト・研修等', en: '開発・テスト・研修等' };
    walk.take({ ...granted, cause: 'vendor' } as Fact, contracts);
    walk.take(replanned('2025-01', 'budget'), office).take(replanned('2025-03', 'budget'), office);
    expect(slips(walk)).toEqual([
      { of: 'plan', phase: 'development', phaseLabel, cause: 'budget', times: 2, days: 90, openDays: 64 },
      { of: 'deadline', phase: 'development', phaseLabel, cause: 'vendor', times: 1, days: 59, openDays: 43 },
    ]);
  });

  it('is not counted of what gave no cause: a state of before stays as it is', () => {
    const plain = definition();
    const walk = new Walk(plain).take(replanned('2025-03'), office);
    expect(walk.snapshot.context).not.toHaveProperty('slips');
    expect(summarize(plain, walk.snapshot)).not.toHaveProperty('slips');
  });
});
