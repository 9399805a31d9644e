// Ending for good takes a body's quorum, tells whoever waits, and leaves them a governed way on.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { standing } from '../../machines/migration/state.ts';
import { definition, readinessReport } from '../builders/migration.ts';
import { people, renkei, Walk } from '../builders/walk.ts';

const { owner, office, group, chair, member } = people;
const propose: Fact = { type: 'cancellation.proposed', reason: '業務の廃止' };
const agree: Fact = { type: 'cancellation.approved' };

describe('cancelling', () => {
  it('is not one member’s to do', () => {
    const walk = new Walk(definition()).take(propose, office).take(agree, chair);
    expect(standing(walk.snapshot).activity).toBe('active');
    expect(walk.codes(agree, chair)).toEqual(['gate.alreadyApproved']);
    walk.take(agree, member);
    expect(standing(walk.snapshot).activity).toBe('cancelled');
  });

  it('needs a proposal, and not the proposer’s own voice', () => {
    expect(new Walk(definition()).codes(agree, chair)).toEqual(['cancellation.notProposed']);
    expect(new Walk(definition()).take(propose, chair).codes(agree, chair)).toEqual(['gate.samePerson']);
  });

  it('can be dismissed, and taken back by who proposed it', () => {
    const dismissed = new Walk(definition()).take(propose, office);
    dismissed.take({ type: 'cancellation.dismissed', reason: '存続' }, chair);
    expect(dismissed.codes(agree, chair)).toEqual(['cancellation.notProposed']);
    const taken = new Walk(definition()).take(propose, office);
    expect(taken.codes({ type: 'cancellation.withdrawn', reason: '誤り' }, chair)).toEqual([
      'proposal.notOwn',
    ]);
    taken.take({ type: 'cancellation.withdrawn', reason: '誤り' }, office);
    expect(taken.snapshot.context.cancellation).toBeNull();
  });

  it('says who waits, and tells them that the milestone cannot come', () => {
    const walk = new Walk(definition({ dependents: ['zei', 'shugaku'] })).take(propose, office);
    expect(walk.effects).toContainEqual(
      expect.objectContaining({ notice: expect.objectContaining({ waiting: ['zei', 'shugaku'] }) }),
    );
    walk.take(agree, chair).take(agree, member);
    expect(walk.effects).toContainEqual({
      kind: 'forsake',
      to: ['zei', 'shugaku'],
      milestone: 'ready',
      occurredOn: '2023-11-16',
    });
  });

  it('leaves 対象外 to be recorded', () => {
    const walk = new Walk(definition()).take(propose, office).take(agree, chair).take(agree, member);
    const statuses = { '①-1': 'notApplicable' as const };
    walk.take({ type: 'steps.recorded', statuses, reason: '廃止' }, office);
    expect(walk.snapshot.context.steps.住民基本台帳).toEqual({ '①-1': 'notApplicable' });
    expect(walk.codes({ type: 'migration.held', reason: '再度' }, office)).toEqual(['migration.cancelled']);
  });
});

describe('a milestone that cannot come', () => {
  const word = { system: 'renkei', milestone: 'integration-test-1' };
  const waive: Fact = { type: 'milestone.waived', ...word, reason: '個別連携で代替' };
  const handIn: Fact = { type: 'phase.submitted', phase: 'development', evidence: [readinessReport] };
  const approve: Fact = { type: 'gate.approved', phase: 'development' };
  const forsaken = () =>
    new Walk(definition())
      .toDevelopment()
      .take({ type: 'milestone.forsaken', ...word }, renkei)
      .take(handIn, owner);

  it('is named so by the gate', () => {
    expect(forsaken().codes(approve, group)).toEqual(['condition.milestoneGone']);
  });

  it('is done without once a body’s quorum says so, and stays a warning with the approval', () => {
    const walk = forsaken().take(waive, chair);
    expect(walk.codes(approve, group)).toEqual(['condition.milestoneGone']);
    expect(walk.codes(waive, chair)).toEqual(['gate.alreadyApproved']);
    walk.take(waive, member).take(approve, group);
    expect(walk.snapshot.context.approvals[0]?.warnings).toContain('結合テスト');
  });

  it('is not done without while it may still come', () => {
    expect(new Walk(definition()).toDevelopment().codes(waive, chair)).toEqual(['milestone.notForsaken']);
  });
});
