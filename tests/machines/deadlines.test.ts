// What counts for a deadline: the day a thing happened, as far as it is known, and never more than somebody said.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { standing } from '../../machines/migration/state.ts';
import { summarize } from '../../machines/migration/summary.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { deadline, definition } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const { owner, office, group, chair, member, contracts } = people;
const codesOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'notify' ? [effect.notice.code] : []));
const leftBy = (on: string, over = {}) =>
  definition({
    deadlines: [
      deadline('planned', {
        rule: { kind: 'fixed', on },
        metBy: { phase: 'fit-gap', edge: 'left' },
        ...over,
      }),
    ],
  });
const submit: Fact = { type: 'phase.submitted', phase: 'fit-gap', evidence: [] };
const approve: Fact = { type: 'gate.approved', phase: 'fit-gap' };

describe('a vague day', () => {
  const january = { occurredOn: '2024-01', at: '2024-01-10T10:00:00+09:00' };

  it('never reaches beyond the day it was recorded: met, not met late', () => {
    const walk = new Walk(leftBy('2024-01-20')).take(submit, owner, january).take(approve, group, january);
    expect(walk.snapshot.context.deadlines.planned?.status).toBe('met');
  });

  it('stays met when the same month has gone by', () => {
    const walk = new Walk(leftBy('2024-01-20')).take(submit, owner, january).take(approve, group, january);
    walk.take({ type: 'migration.held', reason: '予算' }, office, { at: '2024-03-01T10:00:00+09:00' });
    expect(walk.snapshot.context.deadlines.planned?.status).toBe('met');
  });

  it('does not bar a move on a later day of its month', () => {
    const walk = new Walk(leftBy('2024-01-20')).take(submit, owner, january);
    expect(walk.codes(approve, group, { at: '2024-01-11T10:00:00+09:00' })).toEqual([]);
  });

  it('starts a period on the day it was recorded at the latest', () => {
    const of = leftBy('2024-12-31', {
      rule: {
        kind: 'forward',
        anchor: { phase: 'fit-gap', edge: 'submitted' },
        length: 10,
        unit: 'days',
      },
    });
    const walk = new Walk(of).take(submit, owner, january);
    expect(walk.snapshot.context.deadlines.planned?.dueOn).toBe('2024-01-20');
  });
});

describe('a miss', () => {
  it('that a later record dates back is met by its day and recorded late', () => {
    const walk = new Walk(leftBy('2023-12-25'));
    walk.wake('2024-01-05T00:00:00+09:00');
    expect(walk.snapshot.context.deadlines.planned?.status).toBe('missed');
    const late = { occurredOn: '2023-12-20', at: '2024-01-10T10:00:00+09:00' };
    walk.take(submit, owner, late).take(approve, group, late);
    expect(walk.snapshot.context.deadlines.planned).toMatchObject({ status: 'met', recordedLate: true });
    expect(summarize(walk.of, walk.snapshot).deadlines[0]).toMatchObject({ recordedLate: true });
  });
});

describe('going back over a met deadline', () => {
  it('arms it anew and tells one point, today', () => {
    const of = leftBy('2023-12-25', { reminders: [-30, -7, 0, 7] });
    const walk = new Walk(of).take(submit, owner).take(approve, group);
    expect(walk.snapshot.context.deadlines.planned?.status).toBe('met');
    const later = { at: '2024-01-10T10:00:00+09:00' };
    walk.take({ type: 'goingBack.proposed', to: 'fit-gap', reason: '不調' }, office, later);
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, chair, later);
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, member, later);
    expect(codesOf(walk.wake(later.at))).toEqual(['deadline.missed']);
    expect(walk.snapshot.context.deadlines.planned?.status).toBe('missed');
  });
});

describe('an extension', () => {
  it('that falls with a moved plan is told to whoever the deadline is', () => {
    const of = leftBy('2024-12-31', {
      rule: { kind: 'plan', phase: 'development', edge: 'end' },
      metBy: { phase: 'development', edge: 'left' },
    });
    const walk = new Walk(of);
    walk.take(
      { type: 'deadline.extended', deadline: 'planned', dueOn: '2025-03-31', reason: '変更契約' },
      contracts,
    );
    walk.take(
      {
        type: 'plan.changed',
        phase: 'development',
        startOn: '2023-11',
        endOn: '2025-01',
        reason: '見直し',
      },
      office,
    );
    expect(codesOf(walk.effects)).toEqual(['plan.changed', 'deadline.extensionFell']);
    expect(walk.snapshot.context.deadlines.planned).toMatchObject({ dueOn: '2025-01-31' });
  });
});

describe('counting backward from a month', () => {
  it('begins on its first day, with a caution', () => {
    const of = leftBy('2024-12-31', {
      rule: {
        kind: 'backward',
        from: { phase: 'development', edge: 'start' },
        length: 20,
        unit: 'days',
      },
    });
    const walk = new Walk(of);
    expect(walk.snapshot.context.deadlines.planned).toMatchObject({
      nominalOn: '2023-10-12',
      caution: 'monthOnly',
    });
  });
});

describe('a cancelled migration', () => {
  it('has no open deadlines and none overdue', () => {
    const walk = new Walk(leftBy('2023-12-25'));
    walk.wake('2024-01-05T00:00:00+09:00');
    const at = { at: '2024-01-10T10:00:00+09:00' };
    walk.take({ type: 'cancellation.proposed', reason: '廃止' }, office, at);
    walk.take({ type: 'cancellation.approved' }, chair, at);
    walk.take({ type: 'cancellation.approved' }, member, at);
    const summary = summarize(walk.of, walk.snapshot);
    expect(standing(walk.snapshot).activity).toBe('cancelled');
    expect(summary).toMatchObject({ overdue: 0, nextDeadline: null, nextWakeAt: null });
    expect(summary.deadlines.map(({ status }) => status)).toEqual(['dropped']);
  });
});
