// Who is told of what: whoever was asked hears that it is over, whoever is missing is asked, whoever plans hears of moved days.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import type { Notice } from '../../machines/record/effect.ts';
import { namesOf } from '../../texts/names.ts';
import { noticeText } from '../../texts/telling/notice-texts.ts';
import { deadline, definition } from '../builders/migration.ts';
import { people, renkei, told, Walk } from '../builders/walk.ts';

const { office, owner, group, chair, member } = people;
const word = { system: 'renkei', milestone: 'integration-test-1' };
const reason = '理由';
const approve: Fact = { type: 'gate.approved', phase: 'development' };

const postsTold = (walk: Walk, code: Notice['code']): readonly string[] =>
  told(walk).find(([each]) => each === code)?.[1] ?? [];
const noticeOf = (walk: Walk, code: Notice['code']): Notice | undefined =>
  walk.effects.flatMap((effect) =>
    effect.kind === 'notify' && effect.notice.code === code ? [effect.notice] : [],
  )[0];
const reviewed = () => new Walk(definition()).toReview().take(approve, group).take(approve, chair);

describe('the reviewers who were asked', () => {
  const asked = ['working-group', 'promotion-committee'];
  const propose: Fact = { type: 'goingBack.proposed', to: 'fit-gap', reason };

  it.each<[string, Notice['code'], (walk: Walk) => Walk]>([
    ['going back is proposed', 'goingBack.proposed', (walk) => walk.take(propose, office)],
    [
      'it is approved',
      'goingBack.decided',
      (walk) =>
        walk
          .take(propose, office)
          .take({ type: 'goingBack.approved', to: 'fit-gap' }, chair)
          .take({ type: 'goingBack.approved', to: 'fit-gap' }, member),
    ],
    [
      'it is dismissed',
      'goingBack.decided',
      (walk) =>
        walk.take(propose, office).take({ type: 'goingBack.dismissed', to: 'fit-gap', reason }, chair),
    ],
    [
      'it is withdrawn',
      'goingBack.withdrawn',
      (walk) =>
        walk.take(propose, office).take({ type: 'goingBack.withdrawn', to: 'fit-gap', reason }, office),
    ],
    [
      'the migration is cancelled',
      'migration.cancelled',
      (walk) =>
        walk
          .take({ type: 'cancellation.proposed', reason }, office)
          .take({ type: 'cancellation.approved' }, chair)
          .take({ type: 'cancellation.approved' }, member),
    ],
    ['it is held', 'migration.held', (walk) => walk.take({ type: 'migration.held', reason }, office)],
  ])('are told that %s', (_, code, act) => {
    expect(postsTold(act(reviewed()), code)).toEqual(expect.arrayContaining(asked));
  });

  it('are not told where nobody was asked', () => {
    const walk = new Walk(definition()).toDevelopment().take({ type: 'migration.held', reason }, office);
    expect(postsTold(walk, 'migration.held')).toEqual(['business-division', 'dx-office']);
  });
});

describe('a voice of several', () => {
  it('asks the next body, and of its own those who are still missing', () => {
    const walk = new Walk(definition()).toReview().take(approve, group);
    expect(told(walk)).toEqual([['review.continued', ['promotion-committee']]]);
    expect(told(walk.take(approve, chair))).toEqual([['review.voiced', ['promotion-committee']]]);
    expect(noticeOf(walk, 'review.voiced')).toMatchObject({ missing: 1 });
  });

  it('for going on without a milestone asks the others, and the last one tells the owners', () => {
    const waive: Fact = { type: 'milestone.waived', ...word, reason };
    const walk = new Walk(definition()).toDevelopment();
    walk.take({ type: 'milestone.forsaken', ...word }, renkei);
    expect(postsTold(walk, 'milestone.forsaken')).toContain('promotion-committee');
    expect(told(walk.take(waive, chair))).toEqual([['milestone.waived', ['promotion-committee']]]);
    walk.take(waive, member);
    expect(postsTold(walk, 'milestone.waived')).toEqual(
      expect.arrayContaining(['business-division', 'dx-office']),
    );
    expect(noticeOf(walk, 'milestone.waived')).toMatchObject({ complete: true });
  });
});

it('a withdrawn proposal to cancel is told to those who were asked to decide', () => {
  const walk = new Walk(definition()).take({ type: 'cancellation.proposed', reason }, office);
  walk.take({ type: 'cancellation.withdrawn', reason }, office);
  expect(told(walk)).toEqual([['cancellation.withdrawn', ['promotion-committee']]]);
});

describe('moved days', () => {
  const of = definition({
    deadlines: [
      deadline('plan-end', {
        rule: { kind: 'plan', phase: 'development', edge: 'end' },
        to: ['working-group'],
      }),
      deadline('law', { followsRegime: true, rule: { kind: 'fixed', on: '2026-03-31' } }),
    ],
  });
  const plan: Fact = {
    type: 'plan.changed',
    phase: 'development',
    startOn: '2023-11',
    endOn: '2025-06',
    reason,
  };

  it('of a changed plan are told in one notice to the owners and whom the deadline concerns', () => {
    const walk = new Walk(of).take(plan, office);
    expect(told(walk)).toEqual([['plan.changed', ['business-division', 'dx-office', 'working-group']]]);
    expect(noticeOf(walk, 'plan.changed')).toMatchObject({
      moved: [{ was: '2024-12-31', dueOn: '2025-06-30' }],
    });
  });

  it('of a regime too, also where a day vanishes', () => {
    const walk = new Walk(of).take({ type: 'regime.designated', completionOn: null, basis: '省令' }, office);
    const notice = noticeOf(walk, 'regime.changed');
    expect(notice).toMatchObject({ moved: [{ was: '2026-03-31', dueOn: null }] });
    const names = namesOf(of, new Map());
    expect(notice && noticeText(notice, names).ja).toContain('令和8年3月31日→未定');
    walk.take({ type: 'regime.withdrawn', reason }, office);
    expect(noticeOf(walk, 'regime.changed')).toMatchObject({ moved: [{ was: null, dueOn: '2026-03-31' }] });
    expect(walk.codes({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner)).toEqual([]);
  });
});
