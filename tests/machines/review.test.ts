// While a gate is under review, what it rests on stands still; and whoever supplied it does not decide.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { standing } from '../../machines/migration/state.ts';
import { deadline, definition, gate, person, readinessReport } from '../builders/migration.ts';
import { people, renkei, Walk } from '../builders/walk.ts';

const { owner, office, group, chair, contracts, other } = people;

function withConditions(conditions: NonNullable<Parameters<typeof gate>[1]>['conditions'] = []) {
  const of = definition();
  const [first, ...rest] = of.path.phases;
  if (!first) throw new Error('no phase');
  const fitGap = {
    ...first,
    gate: gate('fit-gap', {
      conditions,
      approvals: [
        { body: 'working-group', quorum: 1 },
        { body: 'contracts-division', quorum: 1 },
      ],
    }),
  };
  return { ...of, path: { ...of.path, phases: [fitGap, ...rest] } };
}

const selection = (candidate: string): Fact => ({
  type: 'selection.recorded',
  candidate,
  technical: '600',
  price: '200',
  printedTotal: '800',
  outOf: { technical: '700', price: '300' },
  method: 'プロポーザル',
  applicants: 2,
});
const contract = (vendor: string): Fact => ({
  type: 'contract.recorded',
  vendor,
  amounts: [{ fiscalYear: 2023, amountYen: 1_000 }],
  totalYen: 1_000,
  continuesInto: [],
});
const asksContract = withConditions([
  {
    kind: 'fact',
    fact: 'contractRecorded',
    label: { ja: '契約', en: 'contract' },
    hard: true,
    who: ['contracts-division'],
  },
  {
    kind: 'steps',
    steps: ['③-1'],
    label: { ja: '分析', en: 'analysis' },
    hard: true,
    who: ['dx-office'],
  },
]);
const submit: Fact = { type: 'phase.submitted', phase: 'fit-gap', evidence: [] };
const approve: Fact = { type: 'gate.approved', phase: 'fit-gap' };
const steps = (status: 'done' | 'inProgress' | 'notStarted'): Fact => ({
  type: 'steps.recorded',
  statuses: { '③-1': status },
});

describe('under review', () => {
  const reviewed = () =>
    new Walk(asksContract)
      .take(selection('甲社'), contracts)
      .take(contract('甲社'), contracts)
      .take(steps('done'), office)
      .take(submit, owner)
      .take(approve, group);

  it('selection and contract are not replaced between the approvals', () => {
    expect(reviewed().codes(selection('乙社'), contracts)).toContain('selection.alreadyThere');
    expect(reviewed().codes(contract('乙社'), contracts)).toContain('contract.alreadyThere');
    expect(reviewed().codes(contract('甲社'), contracts)).toContain('contract.alreadyThere');
  });

  it('a step that a condition rests on is not opened again', () => {
    expect(reviewed().codes(steps('inProgress'), office)).toEqual(['gate.restsOn']);
    expect(reviewed().codes(steps('notStarted'), office)).toEqual(['gate.restsOn']);
    expect(reviewed().codes(steps('done'), office)).toEqual([]);
    expect(reviewed().codes({ type: 'steps.recorded', statuses: { '⑮-1': 'done' } }, office)).toEqual([]);
  });

  it('whoever recorded what the gate rests on does not approve it', () => {
    expect(reviewed().codes(approve, contracts)).toEqual(['gate.samePerson']);
    expect(reviewed().codes(approve, other)).toEqual([]);
  });

  it('a milestone that is withdrawn takes the approvals with it, and the bodies are told', () => {
    const walk = new Walk(definition()).toReview();
    walk.take({ type: 'gate.approved', phase: 'development' }, group);
    const word = { system: 'renkei', milestone: 'integration-test-1' };
    walk.take({ type: 'milestone.withdrawn', ...word }, renkei);
    expect(walk.snapshot.context.approvals).toEqual([]);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ notice: expect.objectContaining({ code: 'review.fell' }) }),
    );
  });
});

describe('a submission', () => {
  const of = definition({
    deadlines: [deadline('hand-in', { metBy: { phase: 'development', edge: 'submitted' } })],
  });

  it('meets its deadline while it stands, and no longer once it is withdrawn or returned', () => {
    const walk = new Walk(of).toReview();
    expect(walk.snapshot.context.deadlines['hand-in']?.status).toBe('met');
    walk.take({ type: 'submission.withdrawn', phase: 'development', reason: '差替え' }, owner);
    expect(walk.snapshot.context.deadlines['hand-in']?.status).toBe('pending');
    const returned = new Walk(of).toReview();
    returned.take({ type: 'gate.returned', phase: 'development', reason: '不備' }, group);
    expect(returned.snapshot.context.deadlines['hand-in']?.status).toBe('pending');
  });

  it('says which national steps are done, and nothing else does', () => {
    const walk = new Walk(definition());
    walk.take({ ...submit, statuses: { '③-1': 'done' } } as Fact, owner).take(approve, group);
    expect(walk.snapshot.context.steps.住民基本台帳).toEqual({ '③-1': 'done' });
  });

  it('with a paper decided tomorrow is refused, of any kind', () => {
    const evidence = { ...readinessReport, decidedOn: '2023-11-17' };
    const walk = new Walk(definition()).toDevelopment();
    expect(walk.codes({ type: 'evidence.attached', evidence }, office)).toEqual(['evidence.future']);
    const handedIn: Fact = { type: 'phase.submitted', phase: 'development', evidence: [evidence] };
    expect(walk.codes(handedIn, owner)).toEqual(['evidence.future']);
  });
});

describe('a proposal to go back', () => {
  const propose: Fact = { type: 'goingBack.proposed', to: 'fit-gap', reason: '見直し' };
  const proposed = () =>
    new Walk(definition())
      .toReview()
      .take({ type: 'gate.approved', phase: 'development' }, group)
      .take(propose, office);

  it('that is dismissed leaves the review and its approvals as they were', () => {
    const walk = proposed().take({ type: 'goingBack.dismissed', to: 'fit-gap', reason: '不要' }, chair);
    expect(standing(walk.snapshot)).toMatchObject({ phase: 'development', stage: 'underReview' });
    expect(walk.snapshot.context.approvals).toHaveLength(1);
  });

  it('is taken back by its proposer only', () => {
    const withdraw: Fact = { type: 'goingBack.withdrawn', to: 'fit-gap', reason: '誤り' };
    expect(proposed().codes(withdraw, person('another', 'dx-office'))).toEqual(['proposal.notOwn']);
    const walk = proposed().take(withdraw, office);
    expect(standing(walk.snapshot)).toMatchObject({ stage: 'underReview' });
  });

  it('made while working comes back to work', () => {
    const walk = new Walk(definition()).toDevelopment().take(propose, office);
    walk.take({ type: 'goingBack.dismissed', to: 'fit-gap', reason: '不要' }, chair);
    expect(standing(walk.snapshot)).toMatchObject({ phase: 'development', stage: 'working' });
  });
});
