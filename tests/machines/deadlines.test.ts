// What counts for a deadline: the day a thing happened, as far as it is known, and never more than somebody said.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { explain } from '../../machines/migration/explain.ts';
import { nextWake, wakeEvent } from '../../machines/migration/migration.ts';
import { standing } from '../../machines/migration/state.ts';
import { summarize } from '../../machines/migration/summary.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { deadline, definition } from '../builders/migration.ts';
import { people, renkei, Walk } from '../builders/walk.ts';

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
    const [at, wake] = [nextWake(of, walk.snapshot), wakeEvent(of, walk.snapshot)];
    expect([at, wake?.occurredOn]).toEqual([later.at, '2024-01-10']);
    expect(codesOf(walk.wake(later.at))).toEqual(['deadline.missed']);
    expect(walk.snapshot.context.deadlines.planned?.status).toBe('missed');
  });
});

describe('an extension', () => {
  it('to a day that is over is refused', () => {
    const walk = new Walk(leftBy('2023-12-25', { extendableBy: ['contracts-division'] }));
    walk.wake('2024-01-05T00:00:00+09:00');
    const until = (dueOn: string): Fact => ({
      type: 'deadline.extended',
      deadline: 'planned',
      dueOn,
      reason: '変更契約',
    });
    const today = { at: '2024-03-01T10:00:00+09:00' };
    expect(walk.codes(until('2024-02-01'), contracts, today)).toEqual(['deadline.extendedPast']);
    expect(walk.codes(until('2023-12-25'), contracts, today)).toEqual(['deadline.notLater']);
    expect(walk.codes(until('2024-03-04'), contracts, today)).toEqual([]);
  });

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

describe('a plan that moves', () => {
  const planned = () => {
    const of = leftBy('2024-12-31', {
      rule: { kind: 'plan', phase: 'fit-gap', edge: 'end' },
      extendableBy: ['dx-office'],
    });
    return new Walk({ ...of, plan: [{ phase: 'fit-gap', startOn: '2023-11', endOn: '2024-03' }] });
  };
  const replanned = (endOn: string): Fact => ({
    type: 'plan.changed',
    phase: 'fit-gap',
    startOn: '2023-01',
    endOn,
    reason: '見直し',
  });
  const stateOf = (walk: Walk) => walk.snapshot.context.deadlines.planned;
  const spring = { at: '2024-04-10T10:00:00+09:00' };

  it('makes of what was met too late nothing else', () => {
    const walk = planned();
    walk.wake('2024-04-02T00:00:00+09:00');
    walk.take(submit, owner, spring).take(approve, group, spring);
    expect(stateOf(walk)?.status).toBe('metLate');
    walk.take(replanned('2024-06'), office, spring);
    expect(stateOf(walk)).toMatchObject({ status: 'metLate', dueOn: '2024-03-31' });
  });

  it('makes of what was met by its day nothing else', () => {
    const walk = planned().take(submit, owner).take(approve, group).take(replanned('2023-10'), office);
    expect(stateOf(walk)).toMatchObject({ status: 'met', dueOn: '2024-03-31', metOn: '2023-11-16' });
  });

  it('gives what was missed and is open another day, and what was told stays told', () => {
    const walk = planned();
    walk.wake('2024-04-02T00:00:00+09:00');
    expect(stateOf(walk)?.status).toBe('missed');
    walk.take(replanned('2024-06'), office, spring);
    expect(stateOf(walk)).toMatchObject({ status: 'pending', dueOn: '2024-06-30' });
    walk.take(submit, owner, spring).take(approve, group, spring);
    expect(stateOf(walk)).toMatchObject({ status: 'met', recordedLate: true });
    expect(stateOf(walk)).not.toHaveProperty('toldMissed');
  });

  it('is judged anew once its phase has been gone back over', () => {
    const walk = planned().take(submit, owner).take(approve, group).take(replanned('2024-06'), office);
    walk.take({ type: 'goingBack.proposed', to: 'fit-gap', reason: '不調' }, office, spring);
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, chair, spring);
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, member, spring);
    expect(stateOf(walk)).toMatchObject({ status: 'pending', dueOn: '2024-06-30' });
  });

  const extension: Fact = {
    type: 'deadline.extended',
    deadline: 'planned',
    dueOn: '2024-05-31',
    reason: '変更契約',
  };

  it('an extension after a miss leaves nothing told', () => {
    const walk = planned();
    walk.wake('2024-04-02T00:00:00+09:00');
    walk.take(extension, office, spring).take(submit, owner, spring).take(approve, group, spring);
    expect(stateOf(walk)?.status).toBe('met');
    expect(stateOf(walk)).not.toHaveProperty('recordedLate');
  });

  it('lets an extension fall also where it moves to the very day it was extended to, and does not bring it back', () => {
    const walk = planned().take(extension, office);
    walk.take(replanned('2024-05'), office);
    expect(codesOf(walk.effects)).toEqual(['plan.changed', 'deadline.extensionFell']);
    expect(stateOf(walk)).toMatchObject({ nominalOn: '2024-05-31', dueOn: '2024-05-31' });
    expect(stateOf(walk)).not.toHaveProperty('extension');
    walk.take(replanned('2024-03'), office);
    expect(stateOf(walk)).toMatchObject({ dueOn: '2024-03-31' });
    expect(stateOf(walk)).not.toHaveProperty('extension');
  });
});

describe('what an explanation says of extending', () => {
  it('is said of a deadline that the person may extend, where there is one', () => {
    const of = definition({
      deadlines: [
        deadline('contract', { extendableBy: ['contracts-division'] }),
        deadline('planned', { extendableBy: ['dx-office'] }),
      ],
    });
    const { snapshot } = new Walk(of);
    const said = (actor: typeof office) =>
      explain(of, snapshot, actor, '2024-04-10T10:00:00+09:00').acts.find(
        ({ type }) => type === 'deadline.extended',
      );
    expect(said(office)).toMatchObject({ allowed: true, who: ['dx-office'] });
    expect(said(contracts)).toMatchObject({ allowed: true, who: ['contracts-division'] });
    expect(said(owner)?.refusals.map(({ code }) => code)).toEqual(['actor.wrongPost']);
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

describe('counting back from the end of a fiscal year', () => {
  const of = (startOn: string) => ({
    ...leftBy('2030-01-01', {
      rule: {
        kind: 'backward',
        from: { phase: 'fit-gap', edge: 'end', fiscalYear: 'end' },
        length: 20,
        unit: 'openDays',
      },
    }),
    plan: [{ phase: 'fit-gap', startOn, endOn: startOn }],
  });
  const stateOf = (walk: Walk) => walk.snapshot.context.deadlines.planned;

  it.each([
    ['2024-04-01', '2025-03-03'],
    ['2025-03-31', '2025-03-03'],
    ['2024-03-31', '2024-03-04'],
  ])('a phase planned on %s is due twenty open days before 31 March: %s', (planned, due) => {
    expect(stateOf(new Walk(of(planned)))).toMatchObject({ dueOn: due, caution: null });
  });

  it('needs no more than the month, and moves with the plan to another year', () => {
    const walk = new Walk(of('2024-03'));
    expect(stateOf(walk)).toMatchObject({ dueOn: '2024-03-04', caution: null });
    walk.take(
      { type: 'plan.changed', phase: 'fit-gap', startOn: '2024-03', endOn: '2024-04', reason: '遅れ' },
      office,
    );
    expect(stateOf(walk)?.dueOn).toBe('2025-03-03');
  });
});

describe('counting from another system’s milestone', () => {
  const word = { system: 'kyotsu', milestone: 'opened' };
  const kyotsu = { ...renkei, account: 'kyotsu' };
  const of = leftBy('2030-01-01', { rule: { kind: 'forward', anchor: word, length: 20, unit: 'openDays' } });
  const dueOn = (walk: Walk) => walk.snapshot.context.deadlines.planned?.dueOn;

  it('begins when that system tells it, though no gate waits for it, and ends when it is taken back', () => {
    const walk = new Walk(of);
    expect(dueOn(walk)).toBeNull();
    const on = { occurredOn: '2024-04-01', at: '2024-04-02T10:00:00+09:00' };
    walk.take({ type: 'milestone.reached', ...word }, kyotsu, on);
    expect(dueOn(walk)).toBe('2024-04-29');
    walk.take({ type: 'milestone.withdrawn', ...word }, kyotsu, { at: '2024-04-03T10:00:00+09:00' });
    expect(walk.snapshot.context.deadlines.planned).toMatchObject({ status: 'waiting', dueOn: null });
  });

  it('takes no other news of that system', () => {
    expect(new Walk(of).codes({ type: 'milestone.reached', ...word, milestone: 'closed' }, kyotsu)).toEqual([
      'milestone.notAwaited',
    ]);
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
