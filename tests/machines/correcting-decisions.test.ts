// 訂正 of submissions, approvals and returns: what leaves the decision the same is said otherwise, and what rests on it stays.
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { Said } from '../../machines/migration/correction/shapes.ts';
import { standing } from '../../machines/migration/state.ts';
import { asking, deadline, definition, readinessReport } from '../builders/migration.ts';
import { pairOf, type Recorded, Recording } from '../builders/recording.ts';
import { people } from '../builders/walk.ts';

const { owner, office, group, chair, member, contracts } = people;
const day = (on: string) => ({ at: `${on}T10:00:00+09:00` });
const LATER = '2024-02-01T10:00:00+09:00';
const submitted: Fact = { type: 'phase.submitted', phase: 'fit-gap', evidence: [] };
const approved: Fact = { type: 'gate.approved', phase: 'fit-gap' };
const ready: Fact = { type: 'gate.approved', phase: 'development' };

const saying = (of: Recorded, should: Partial<Said> | null): Fact => ({
  type: 'correction.proposed',
  entry: of.seq,
  ...pairOf(of, should),
  reason: '誤り',
});
const nth = (walk: Recording, back: number): Recorded => walk.entries.at(-back) as Recorded;
const right = (walk: Recording, of: Recorded, should: Partial<Said> | null) => {
  expect(walk.isReplaced(of)).toBe(false);
  return walk.correct(saying(of, should), office, { ...chair, account: 'decider' }, LATER);
};
const codes = (walk: Recording, of: Recorded, should: Partial<Said> | null) =>
  walk.codes(saying(of, should), office, { at: LATER });

const begun = (of = definition()) => new Recording(of);
const reviewed = () => begun().record({ ...submitted, note: '誤' }, owner, day('2023-12-10'));
const passed = () => reviewed().record({ ...approved, note: '可' }, group, day('2023-12-12'));
/** Under review in development, approved by the first of its two bodies. */
const halfway = () =>
  begun()
    .toReview(day('2023-12-10'))
    .record({ ...ready, note: '可' }, group, day('2023-12-12')) as Recording;

describe('a submission', () => {
  it('has another day, other words and another person, and the review goes on from that day', () => {
    const walk = reviewed();
    const other = { ...owner, account: 'clerk', name: '係' };
    expect(walk.codes(approved, group, { ...day('2023-12-20'), occurredOn: '2023-12-05' })).toEqual([
      'date.beforePrevious',
    ]);
    right(walk, walk.last(), {
      fact: { ...submitted, note: '正' } as Fact,
      occurredOn: '2023-12-01',
      actor: other,
    });
    expect(walk.context.submission).toMatchObject({ account: 'clerk', note: '正', on: '2023-12-01' });
    expect(walk.context.days['fit-gap']).toEqual({ entered: '2023-11-16', submitted: '2023-12-01' });
    expect(walk.context.drafters).toEqual(expect.arrayContaining(['owner', 'clerk', 'office']));
    expect(standing(walk.snapshot).stage).toBe('underReview');
    const early = { at: LATER, occurredOn: '2023-12-05' };
    expect(walk.codes(approved, { ...group, account: 'clerk' }, early)).toEqual(['gate.samePerson']);
    expect(walk.codes(approved, group, early)).toEqual([]);
  });

  it('keeps the approvals that followed it, which it does not pass', () => {
    const walk = halfway();
    const of = nth(walk, 2);
    expect(codes(walk, of, { occurredOn: '2023-12-13', fact: of.fact })).toContain('date.future');
    right(walk, of, { fact: { ...of.fact, note: '正' } as Fact });
    expect(walk.context.approvals).toMatchObject([{ account: 'group', on: '2023-12-12', note: '可' }]);
    expect(walk.context.submission?.note).toBe('正');
    walk.record(ready, chair, { at: LATER }).record(ready, member, { at: LATER });
    expect(standing(walk.snapshot).phase).toBe('go-live');
  });

  it('does not move behind an approval, before its phase, nor to who has approved it', () => {
    const late = begun().record(submitted, owner, { ...day('2023-12-20'), occurredOn: '2023-12-10' });
    late.record(approved, group, { ...day('2023-12-20'), occurredOn: '2023-12-12' });
    expect(codes(late, nth(late, 2), { occurredOn: '2023-12-13' })).toEqual([
      'correction.afterNext',
      'correction.restedOn',
    ]);
    const walk = halfway();
    expect(codes(walk, nth(walk, 2), { occurredOn: '2023-12-09' })).toContain('date.beforePrevious');
    const asApprover = { ...owner, account: 'group' };
    expect(codes(walk, nth(walk, 2), { actor: asApprover })).toContain('gate.ownApproval');
  });

  it('says how its papers are called until somebody has approved, and again after the gate', () => {
    const numbered = (of: Recorded) =>
      ({ ...of.fact, evidence: [{ ...readinessReport, documentNo: '第9号' }] }) as Fact;
    const walk = begun().toReview(day('2023-12-10')) as Recording;
    const of = walk.last();
    const half = walk.copy().record(ready, group, day('2023-12-12'));
    expect(codes(half, of, { fact: numbered(of) })).toEqual(['correction.underReview']);
    right(walk, of, { fact: numbered(of) });
    expect(walk.context.evidence.development).toMatchObject([{ documentNo: '第9号' }]);
    half.record(ready, chair, day('2023-12-13')).record(ready, member, day('2023-12-13'));
    half.correct(saying(of, { fact: numbered(of) }), office, { ...chair, account: 'decider' }, LATER);
    expect(half.context.evidence.development).toMatchObject([{ documentNo: '第9号' }]);
    expect(half.context).toMatchObject({ submission: null, approvals: [] });
  });

  it('is no other decision by it: neither other documents, nor steps, nor a phase', () => {
    const walk = begun().toReview(day('2023-12-10')) as Recording;
    const of = walk.last();
    const other = [{ ...readinessReport, sha256: 'b'.repeat(64) }];
    expect(codes(walk, of, { fact: { ...of.fact, evidence: other } as Fact })).toEqual([
      'correction.otherDecision',
    ]);
    expect(codes(walk, of, { fact: { ...of.fact, statuses: { '⑫-1': 'done' } } as Fact })).toEqual([
      'correction.otherDecision',
    ]);
    expect(codes(walk, of, { actor: { ...owner, post: 'dx-office' } })).toEqual(['correction.otherDecision']);
  });

  it('is voided while nobody has approved; the phase is worked on again, as if it had not been', () => {
    const walk = begun().record({ ...submitted, statuses: { '③-1': 'done' } }, owner, day('2023-12-10'));
    right(walk, walk.last(), null);
    expect(standing(walk.snapshot)).toMatchObject({ phase: 'fit-gap', stage: 'working', regime: 'standard' });
    expect(walk.context).toMatchObject({ submission: null, steps: { 印鑑登録: {} } });
    expect(walk.context.days['fit-gap']).toEqual({ entered: '2023-11-16' });
    expect(walk.codes(submitted, owner, { at: LATER, occurredOn: '2023-12-01' })).toEqual([]);
    const half = halfway();
    expect(half.refusals(saying(nth(half, 2), null), office, { at: LATER })).toMatchObject([
      { code: 'correction.restedOn', facts: { facts: ['gate.approved'], gates: [] } },
    ]);
    const gone = passed();
    expect(gone.refusals(saying(nth(gone, 2), null), office, { at: LATER })).toMatchObject([
      { code: 'correction.restedOn', facts: { gates: [{ ja: 'fit-gapの関門' }] } },
    ]);
  });

  it('is another one once it was withdrawn and sent again', () => {
    const walk = reviewed();
    const of = walk.last();
    walk.record({ type: 'submission.withdrawn', phase: 'fit-gap', reason: '誤り' }, owner, day('2023-12-10'));
    expect(codes(walk, of, null)).toEqual(['correction.standsNot']);
    walk.record({ ...submitted, note: '誤' }, owner, day('2023-12-10'));
    expect([walk.isReplaced(of), walk.isReplaced(walk.last())]).toEqual([true, false]);
  });
});

describe('an approval', () => {
  it('that is not its gate’s last has another day and other words, and keeps its place', () => {
    const walk = halfway().record(ready, chair, day('2023-12-13'));
    right(walk, nth(walk, 2), { fact: { ...ready, note: '条件なし' } as Fact, occurredOn: '2023-12-11' });
    expect(walk.context.approvals).toMatchObject([
      { account: 'group', on: '2023-12-11', note: '条件なし', warnings: ['研修'] },
      { account: 'chair', on: '2023-12-13' },
    ]);
    expect(walk.context.movedOn).toBe('2023-12-13');
    walk.record(ready, member, { at: LATER });
    expect(walk.context.passed.development?.approvals.map(({ account }) => account)).toEqual([
      'group',
      'chair',
      'member',
    ]);
  });

  it('that is its gate’s last moves the days that it left behind, and the deadlines counted from them', () => {
    const walk = begun(
      definition({
        deadlines: [
          deadline('report', {
            rule: {
              kind: 'forward',
              anchor: { phase: 'fit-gap', edge: 'left' },
              length: 10,
              unit: 'days',
            },
          }),
        ],
      }),
    )
      .record(submitted, owner, day('2023-12-01'))
      .record({ ...approved, note: '可' }, group, day('2023-12-12'));
    const due = walk.context.deadlines.report?.dueOn;
    right(walk, walk.last(), { occurredOn: '2023-12-05', fact: approved });
    expect(walk.context.passed['fit-gap']).toMatchObject({
      on: '2023-12-05',
      approvals: [{ on: '2023-12-05' }],
    });
    expect(walk.context.passed['fit-gap']?.approvals[0]).not.toHaveProperty('note');
    expect(walk.context.days).toMatchObject({
      'fit-gap': { submitted: '2023-12-01', left: '2023-12-05' },
      development: { entered: '2023-12-05' },
    });
    expect([due, walk.context.deadlines.report?.dueOn]).toEqual(['2023-12-22', '2023-12-15']);
    const next: Fact = { type: 'phase.submitted', phase: 'development', evidence: [readinessReport] };
    expect(walk.codes(next, owner, { at: LATER, occurredOn: '2023-12-06' })).toEqual([]);
  });

  it('stays behind its submission and what its gate rests on, and before what the next phase saw', () => {
    const asks: Condition = {
      ...{ kind: 'fact', fact: 'budgetVoted', label: { ja: '予算', en: 'budget' }, hard: true, who: [] },
    };
    const walk = begun(asking('fit-gap', asks))
      .record({ type: 'budget.voted', fiscalYear: 2023 }, contracts, day('2023-12-08'))
      .record(submitted, owner, { ...day('2023-12-20'), occurredOn: '2023-12-05' })
      .record(approved, group, { ...day('2023-12-20'), occurredOn: '2023-12-10' });
    const of = walk.last();
    expect(codes(walk, of, { occurredOn: '2023-12-07' })).toEqual(['date.beforeCause']);
    expect(codes(walk, of, { occurredOn: '2023-12-04' })).toContain('date.beforeCause');
    expect(codes(walk, of, { occurredOn: '2023-12-09' })).toEqual([]);
    const plain = passed();
    expect(codes(plain, plain.last(), { occurredOn: '2023-12-09' })).toEqual([
      'date.beforePrevious',
      'correction.restedOn',
    ]);
    walk.record({ type: 'phase.submitted', phase: 'development', evidence: [readinessReport] }, owner, {
      ...day('2023-12-20'),
      occurredOn: '2023-12-12',
    });
    expect(codes(walk, of, { occurredOn: '2023-12-13' })).toEqual([
      'correction.afterNext',
      'correction.restedOn',
    ]);
  });

  it('was another member’s, who counts as well; nobody counts twice, and a drafter or another body does not', () => {
    const walk = halfway().record(ready, chair, day('2023-12-13')).record(ready, member, day('2023-12-14'));
    const of = nth(walk, 2);
    expect(codes(walk, of, { actor: member })).toEqual(['gate.alreadyApproved']);
    expect(codes(walk, of, { actor: { ...chair, account: 'owner' } })).toEqual(['gate.samePerson']);
    expect(codes(walk, of, { actor: { ...chair, post: 'working-group' } })).toEqual(['gate.bodyComplete']);
    right(walk, of, { actor: { ...chair, account: 'deputy', name: '副' } });
    expect(walk.context.passed.development?.approvals.map(({ account }) => account)).toEqual([
      'group',
      'deputy',
      'member',
    ]);
  });

  it('moves also where the move before it was recorded on too late a day, once that is put right', () => {
    const late = day('2023-12-20');
    const walk = begun().record(submitted, owner, late).record(approved, group, late);
    const [sent, of] = [nth(walk, 2), walk.last()];
    expect(codes(walk, of, { occurredOn: '2023-12-06' })).toContain('date.beforePrevious');
    right(walk, sent, { occurredOn: '2023-12-05' });
    right(walk, of, { occurredOn: '2023-12-06' });
    expect(walk.context).toMatchObject({
      movedOn: '2023-12-06',
      days: { 'fit-gap': { submitted: '2023-12-05', left: '2023-12-06' } },
    });
  });

  it('is voided where nobody after it waited for it; otherwise what rests on it is named', () => {
    const walk = halfway();
    const first = walk.last();
    const voided = right(walk.copy(), first, null);
    expect(voided.context.approvals).toEqual([]);
    expect(voided.codes(ready, chair, { at: LATER })).toEqual(['gate.earlierBodyPending']);
    expect(voided.codes(ready, group, { at: LATER, occurredOn: '2023-12-11' })).toEqual([]);
    walk.record(ready, chair, day('2023-12-13'));
    expect(walk.refusals(saying(first, null), office, { at: LATER })).toMatchObject([
      { code: 'correction.restedOn', facts: { facts: ['gate.approved'], voids: true } },
    ]);
    walk.record(ready, member, day('2023-12-14'));
    for (const of of [first, walk.last()])
      expect(walk.refusals(saying(of, null), office, { at: LATER })).toMatchObject([
        { code: 'correction.restedOn', facts: { gates: [{ ja: 'readinessの関門' }] } },
      ]);
  });

  it('keeps its day where dependent systems were told it', () => {
    const walk = begun(definition({ dependents: ['kokuho'] }))
      .toReview(day('2023-12-10'))
      .take(ready, group, day('2023-12-12'))
      .take(ready, chair, day('2023-12-13'))
      .take(ready, member, day('2023-12-14')) as Recording;
    expect(
      walk.refusals(saying(walk.last(), { occurredOn: '2023-12-13' }), office, { at: LATER }),
    ).toMatchObject([{ code: 'correction.restedOn', facts: { facts: ['milestone.reached'], voids: false } }]);
    expect(codes(walk, walk.last(), { fact: { ...ready, note: '可' } as Fact })).toEqual([]);
  });
});

describe('a return', () => {
  const returned = () =>
    reviewed().record({ type: 'gate.returned', phase: 'fit-gap', reason: '誤' }, group, day('2023-12-12'));

  it('has other words, another day and another person, whatever came after', () => {
    const walk = returned();
    const of = walk.last();
    right(walk, of, { fact: { ...of.fact, reason: '正' } as Fact, occurredOn: '2023-12-11' });
    expect(walk.context.movedOn).toBe('2023-12-11');
    expect(walk.context.corrections?.made[of.seq]?.as?.fact).toMatchObject({ reason: '正' });
    const again = returned().record(submitted, owner, day('2023-12-20'));
    right(again, of, { fact: { ...of.fact, reason: '正' } as Fact });
    expect(again.context.submission?.on).toBe('2023-12-20');
    const earlier = { fact: { ...of.fact, reason: '正' } as Fact };
    expect(codes(again, { ...of, ...earlier }, { ...earlier, occurredOn: '2023-12-09' })).toEqual([
      'date.beforePrevious',
    ]);
  });

  it('is not voided, since the path moved by it', () => {
    const walk = returned();
    expect(codes(walk, walk.last(), null)).toEqual(['correction.movedByIt']);
  });
});
