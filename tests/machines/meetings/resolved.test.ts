// A migration takes what a body resolved: the body's whole voice at once, of what is under decision, without who drafted.
import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../machines/decision/resolution.ts';
import { explain } from '../../../machines/migration/explain.ts';
import { bundleOf } from '../../../machines/migration/resolution/bundle.ts';
import { standing } from '../../../machines/migration/state.ts';
import {
  COMMITTEE,
  close,
  convene,
  DAY,
  decidedByMeetings,
  present,
  resolvedAt,
  Sitting,
  vote,
} from '../../builders/meeting.ts';
import { person, readinessReport } from '../../builders/migration.ts';
import { people, told, Walk } from '../../builders/walk.ts';

const office = person('office', 'dx-office');
const AT = { at: `${DAY}T16:00:00+09:00` };
const GATE = { kind: 'gate', phase: 'development' } as const;
const five = ['chair', 'deputy-chair', 'm3', 'm4', 'm5'];

/** Under review in development, where the working group has approved. */
const reviewed = () =>
  new Walk(decidedByMeetings())
    .toReview()
    .take({ type: 'gate.approved', phase: 'development' }, people.group);

const lookedIn = (walk: Walk, decides: Resolution['decides'] = GATE) => ({
  version: walk.snapshot.context.version,
  bundle: bundleOf(walk.of, walk.snapshot, decides) ?? '',
});

function held(
  walk: Walk,
  written = '+deputy-chair +m3 +m4 -m5',
  over: Parameters<typeof vote>[1] = {},
  decides: Resolution['decides'] = GATE,
) {
  const sitting = new Sitting()
    .take(convene({ agenda: [{ system: 'juki', decides }] }))
    .take(present(...five));
  return sitting
    .take(vote(written, { of: lookedIn(walk, decides), ...over }))
    .take(close)
    .resolution();
}

const phaseOf = ({ snapshot }: Walk) => standing(snapshot).phase;
const stageOf = ({ snapshot }: Walk) => standing(snapshot).stage;

describe('at a gate', () => {
  it('the body has decided, however few are a majority of those present', () => {
    const walk = reviewed();
    walk.take(resolvedAt('development', held(walk)), office, AT);
    expect(phaseOf(walk)).toBe('go-live');
    const approvals = walk.snapshot.context.passed.development?.approvals ?? [];
    expect(approvals.map(({ account, resolved }) => [account, resolved])).toEqual([
      ['group', undefined],
      ['deputy-chair', { meeting: 1, item: 1 }],
      ['m3', { meeting: 1, item: 1 }],
      ['m4', { meeting: 1, item: 1 }],
    ]);
  });

  it('no member decides alone where their body meets', () => {
    const walk = reviewed();
    expect(walk.codes({ type: 'gate.approved', phase: 'development' }, people.chair, AT)).toEqual([
      'body.meets',
    ]);
    expect(
      walk.codes({ type: 'gate.returned', phase: 'development', reason: '不備' }, people.chair, AT),
    ).toEqual(['body.meets']);
    expect(walk.codes({ type: 'gate.approved', phase: 'development' }, people.group, AT)).toEqual([
      'gate.alreadyApproved',
    ]);
  });

  it('returned and not carried go back to work with the reason', () => {
    for (const [written, over] of [
      ['+deputy-chair +m3 +m4 +m5', { motion: 'return', reason: '研修が足りない' }],
      ['-deputy-chair -m3 -m4 +m5', { reason: '研修が足りない' }],
    ] as const) {
      const walk = reviewed();
      walk.take(resolvedAt('development', held(walk, written, over)), office, AT);
      expect([phaseOf(walk), stageOf(walk), walk.snapshot.context.approvals]).toEqual([
        'development',
        'working',
        [],
      ]);
      expect(told(walk)).toEqual([['review.returned', ['business-division', 'dx-office']]]);
    }
  });

  it('carried over stays under review with its approvals, once an item', () => {
    const walk = reviewed();
    const over = resolvedAt('development', held(walk, '+deputy-chair +m3 +m4 +m5', { motion: 'carryOver' }));
    walk.take(over, office, AT);
    expect([stageOf(walk), walk.snapshot.context.approvals.length, told(walk).map(([code]) => code)]).toEqual(
      ['underReview', 1, ['review.carriedOver']],
    );
    expect(walk.codes(over, office, AT)).toEqual(['meeting.itemTaken']);
  });

  it('waits for the bodies before it', () => {
    const walk = new Walk(decidedByMeetings()).toReview();
    expect(walk.codes(resolvedAt('development', held(walk)), office, AT)).toEqual([
      'gate.earlierBodyPending',
    ]);
  });

  it('is refused while a condition is unmet, and taken once it is met again', () => {
    const walk = reviewed();
    const resolved = resolvedAt('development', held(walk));
    const renkei = { kind: 'migration', account: 'renkei', name: '連携基盤', post: 'migration' } as const;
    const milestone = { system: 'renkei', milestone: 'integration-test-1' };
    walk.take({ type: 'milestone.withdrawn', ...milestone }, renkei, AT);
    expect(walk.codes(resolved, office, AT)).toEqual([
      'gate.earlierBodyPending',
      'condition.milestoneMissing',
    ]);
    walk.take({ type: 'milestone.reached', ...milestone }, renkei, { ...AT, occurredOn: DAY });
    walk.take({ type: 'gate.approved', phase: 'development' }, people.group, AT);
    expect(walk.codes(resolved, office, AT)).toEqual([]);
  });

  it('holds for what it looked at: submitted anew with other papers, it is decided anew', () => {
    const walk = reviewed();
    const resolved = resolvedAt('development', held(walk));
    walk.take({ type: 'submission.withdrawn', phase: 'development', reason: '差替え' }, people.owner, AT);
    expect(walk.codes(resolved, office, AT)).toContain('event.notNow');
    const other = { ...readinessReport, sha256: 'e'.repeat(64) };
    walk.take({ type: 'phase.submitted', phase: 'development', evidence: [other] }, people.owner, AT);
    walk.take({ type: 'gate.approved', phase: 'development' }, people.group, AT);
    expect(walk.codes(resolved, office, AT)).toEqual(['meeting.otherBundle']);
  });

  it('who drafted anything of the migration must be recused, by name', () => {
    const walk = reviewed();
    walk.snapshot = { ...walk.snapshot, context: { ...walk.snapshot.context, drafters: ['owner', 'm5'] } };
    const refusals = walk.codes(resolvedAt('development', held(walk)), office, AT);
    expect(refusals).toEqual(['meeting.mustRecuse']);
    const sitting = new Sitting().take(convene()).take(present(...five));
    sitting.take({ type: 'meeting.recused', meeting: 1, item: 1, account: 'm5', reason: '起案者のため' });
    sitting.take(vote('+deputy-chair +m3 -m4', { of: lookedIn(walk) })).take(close);
    expect(walk.codes(resolvedAt('development', sitting.resolution()), office, AT)).toEqual([]);
  });

  it('is taken from its secretariat alone, not before its day, of a body that is asked, about its own phase', () => {
    const walk = reviewed();
    const said = held(walk);
    expect(walk.codes(resolvedAt('development', said), people.owner, AT)).toEqual(['actor.wrongPost']);
    expect(walk.codes(resolvedAt('development', said), office, { ...AT, occurredOn: '2023-11-18' })).toEqual([
      'date.beforeCause',
    ]);
    expect(
      walk.codes(
        resolvedAt('development', { ...said, decides: { kind: 'gate', phase: 'fit-gap' } }),
        office,
        AT,
      ),
    ).toContain('meeting.otherItem');
    expect(walk.codes(resolvedAt('fit-gap', said), office, AT)).toContain('phase.notCurrent');
  });

  it('who approved in it supplies nothing before the review is over', () => {
    const of = decidedByMeetings();
    const phases = of.path.phases.map((phase) =>
      phase.gate && phase.id === 'development'
        ? {
            ...phase,
            gate: {
              ...phase.gate,
              approvals: [
                { body: COMMITTEE, quorum: 2 },
                { body: 'working-group', quorum: 1 },
              ],
            },
          }
        : phase,
    );
    const walk = new Walk({ ...of, path: { ...of.path, phases } }).toReview();
    walk.take(resolvedAt('development', held(walk)), office, AT);
    expect(stageOf(walk)).toBe('underReview');
    expect(told(walk)).toEqual([['review.continued', ['working-group']]]);
    const view = explain(walk.of, walk.snapshot, people.group, AT.at).gate?.approvals[0];
    expect(view).toMatchObject({ body: COMMITTEE, complete: true, have: ['deputy-chair', 'm3', 'm4'] });
    walk.take({ type: 'gate.approved', phase: 'development' }, people.group, AT);
    expect(phaseOf(walk)).toBe('go-live');
  });
});

describe('beside a gate', () => {
  it('a body resolves on going back, without whoever proposed it', () => {
    const walk = reviewed().take(
      { type: 'goingBack.proposed', to: 'fit-gap', reason: '仕様の変更' },
      people.owner,
      AT,
    );
    const back = { kind: 'goingBack', to: 'fit-gap' } as const;
    expect(walk.codes({ type: 'goingBack.approved', to: 'fit-gap' }, people.chair, AT)).toEqual([
      'body.meets',
    ]);
    const by = { seq: 9, hash: 'c'.repeat(64) };
    const yes = held(walk, '+deputy-chair +m3 +m4 -m5', {}, back);
    const no = held(walk, '-deputy-chair -m3 -m4 -m5', { reason: '続ける' }, back);
    const dismissed = reviewed().take(
      { type: 'goingBack.proposed', to: 'fit-gap', reason: '仕様の変更' },
      people.owner,
      AT,
    );
    dismissed.take({ type: 'goingBack.resolved', to: 'fit-gap', by, resolution: no }, office, AT);
    expect([phaseOf(dismissed), stageOf(dismissed), dismissed.snapshot.context.approvals.length]).toEqual([
      'development',
      'underReview',
      1,
    ]);
    walk.take({ type: 'goingBack.resolved', to: 'fit-gap', by, resolution: yes }, office, AT);
    expect([phaseOf(walk), stageOf(walk)]).toEqual(['fit-gap', 'working']);
    const own = reviewed().take(
      { type: 'goingBack.proposed', to: 'fit-gap', reason: '仕様の変更' },
      person('m3', 'dx-office'),
      AT,
    );
    const said = held(own, '+deputy-chair +m3 +m4 -m5', {}, back);
    expect(
      own.codes({ type: 'goingBack.resolved', to: 'fit-gap', by, resolution: said }, office, AT),
    ).toEqual(['meeting.mustRecuse']);
  });

  it('and on cancelling', () => {
    const by = { seq: 9, hash: 'c'.repeat(64) };
    const cancel = { kind: 'cancellation' } as const;
    const proposed = () =>
      reviewed().take({ type: 'cancellation.proposed', reason: '業務の廃止' }, people.office, AT);
    const walk = proposed();
    expect(walk.codes({ type: 'cancellation.approved' }, people.chair, AT)).toEqual(['body.meets']);
    walk.take(
      { type: 'cancellation.resolved', by, resolution: held(walk, '+deputy-chair +m3 +m4 -m5', {}, cancel) },
      office,
      AT,
    );
    expect(standing(walk.snapshot).activity).toBe('cancelled');
    const kept = proposed();
    const no = held(kept, '-deputy-chair -m3 -m4 +m5', { reason: '存続' }, cancel);
    kept.take({ type: 'cancellation.resolved', by, resolution: no }, office, AT);
    expect([standing(kept.snapshot).activity, kept.snapshot.context.cancellation]).toEqual(['active', null]);
  });
});
