// A migration takes what a body resolved: the body's whole voice at once, of what is under decision, without who drafted.
import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../machines/decision/resolution.ts';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { lookedAtOf } from '../../../machines/migration/bundle/decided.ts';
import { explain } from '../../../machines/migration/explain.ts';
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
import { deadline, person, readinessReport } from '../../builders/migration.ts';
import { people, renkei, told, Walk } from '../../builders/walk.ts';

const office = person('office', 'dx-office');
const AT = { at: `${DAY}T16:00:00+09:00` };
const GATE = { kind: 'gate', phase: 'development' } as const;
const five = ['chair', 'deputy-chair', 'm3', 'm4', 'm5'];

/** Under review in development, where the working group has approved. */
const reviewed = () =>
  new Walk(decidedByMeetings())
    .toReview()
    .take({ type: 'gate.approved', phase: 'development' }, people.group);

const lookedIn = (walk: Walk, decides: Resolution['decides'] = GATE) =>
  lookedAtOf(walk.of, walk.snapshot, decides) ?? { version: 0, bundle: '' };

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

  it('who has declared an interest at this gate must be recused, by name; at another gate they take part', () => {
    const declared = (phase: string, body: string) =>
      reviewed().take({ type: 'approver.recused', phase, reason: '親族' }, person('m4', body), AT);
    const walk = declared('development', COMMITTEE);
    expect(walk.codes(resolvedAt('development', held(walk)), office, AT)).toEqual(['meeting.mustRecuse']);
    const elsewhere = declared('fit-gap', 'working-group');
    expect(elsewhere.codes(resolvedAt('development', held(elsewhere)), office, AT)).toEqual([]);
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

describe('conditions of a body', () => {
  const condition = { text: '手順書を添える', owner: 'business-division', dueOn: '2023-12-10' };
  const onCondition = (walk: Walk, over: object = {}) =>
    held(walk, '+deputy-chair +m3 +m4 -m5', { conditions: [{ ...condition, ...over }] });

  it('stand with what it resolved, are told to their owner, and are met by nobody who resolved so', () => {
    const walk = reviewed();
    walk.take(resolvedAt('development', onCondition(walk)), office, AT);
    expect(phaseOf(walk)).toBe('go-live');
    expect(told(walk)).toContainEqual(['proviso.asked', ['business-division']]);
    const voices = walk.snapshot.context.passed.development?.approvals ?? [];
    const asked = voices.flatMap(({ provisos = [] }) => provisos);
    expect(asked.map(({ text, owner, dueOn }) => ({ text, owner, dueOn }))).toEqual([condition]);
    const met = {
      type: 'proviso.met',
      proviso: asked[0]?.id ?? '',
      evidence: { ...readinessReport, kind: 'other' },
    } as const;
    expect(walk.codes(met, person('m4', 'business-division'), AT)).toEqual(['proviso.own']);
    expect(walk.codes(met, people.owner, AT)).toEqual([]);
  });

  it('that lapse where the voice is to fall take the whole resolution with them', () => {
    const of = decidedByMeetings();
    const phases = of.path.phases.map((phase) =>
      phase.id === 'development' && phase.gate
        ? { ...phase, gate: { ...phase.gate, order: 'any' as const } }
        : phase,
    );
    const walk = new Walk({ ...of, path: { ...of.path, phases } }).toReview();
    walk.take(resolvedAt('development', onCondition(walk, { reopens: 'approval' })), office, AT);
    expect(walk.snapshot.context.approvals.length).toBe(3);
    walk.wake('2023-12-12T09:00:00+09:00');
    expect(walk.snapshot.context.approvals).toEqual([]);
  });

  it('are asked of posts that there are, of gates alone, and for days to come', () => {
    const sitting = new Sitting().take(convene()).take(present(...five));
    const codes = (over: Parameters<typeof vote>[1]) =>
      sitting.codes(vote('+deputy-chair +m3 +m4 +m5', over));
    expect(codes({ conditions: [{ ...condition, owner: 'nobody' }] })).toEqual(['meeting.conditionOwner']);
    expect(codes({ conditions: [{ ...condition, dueOn: '2023-11-01' }] })).toEqual(['meeting.conditionPast']);
    expect(codes({ conditions: [condition], motion: 'carryOver' })).toEqual(['meeting.conditions']);
    const written = convene({
      form: 'circulation',
      agenda: [
        {
          system: 'juki',
          decides: { kind: 'cancellation' },
          of: lookedIn(reviewed()),
          conditions: [condition],
        },
      ],
    });
    expect(new Sitting().codes(written)).toEqual(['meeting.conditions']);
  });
});

describe('a milestone that cannot come any more', () => {
  const milestone = { system: 'renkei', milestone: 'integration-test-1' };
  const WAIVER = { kind: 'waiver', ...milestone } as const;
  const of = (): MigrationDefinition => {
    const { path, ...rest } = decidedByMeetings();
    const goBack = { ...path.control.goBack, approve: [COMMITTEE] };
    return { ...rest, path: { ...path, control: { ...path.control, goBack } } };
  };
  const forsaken = () => {
    const walk = new Walk(of()).toDevelopment();
    return walk.take({ type: 'milestone.forsaken', ...milestone }, renkei);
  };
  const taken = (resolution: Resolution) =>
    ({ type: 'waiver.resolved', ...milestone, by: { seq: 9, hash: 'c'.repeat(64) }, resolution }) as const;

  it('is done without by a resolution that says why, and by no member alone', () => {
    const walk = forsaken();
    const alone = { type: 'milestone.waived', ...milestone, reason: '連携は手作業で行う' } as const;
    expect(walk.codes(alone, people.chair, AT)).toEqual(['body.meets']);
    const sitting = new Sitting()
      .take(convene({ agenda: [{ system: 'juki', decides: WAIVER }] }))
      .take(present(...five));
    const all = '+deputy-chair +m3 +m4 +m5';
    expect(sitting.codes(vote(all, { of: lookedIn(walk, WAIVER) }))).toEqual(['meeting.reasonMissing']);
    const resolution = held(walk, all, { reason: '連携は手作業で行う' }, WAIVER);
    walk.take(taken(resolution), office, AT);
    const waiver = walk.snapshot.context.waived['renkei/integration-test-1'];
    expect([waiver?.complete, waiver?.reason, waiver?.votes.length]).toEqual([true, '連携は手作業で行う', 4]);
    expect(walk.codes(taken(resolution), office, AT)).toEqual(['meeting.itemTaken']);
  });

  it('that comes after all is not waived', () => {
    const walk = forsaken();
    const resolution = held(walk, '+deputy-chair +m3 +m4 +m5', { reason: '手作業' }, WAIVER);
    walk.take({ type: 'milestone.reached', ...milestone }, renkei);
    expect(walk.codes(taken(resolution), office, AT)).toEqual(['milestone.notForsaken']);
  });
});

describe('an extension that is asked for', () => {
  const EXTENSION = { kind: 'extension', deadline: 'end' } as const;
  const of = (): MigrationDefinition => ({
    ...decidedByMeetings(),
    deadlines: [deadline('end', { extendableBy: [COMMITTEE] })],
  });
  const wish = { deadline: 'end', dueOn: '2025-06-30', reason: '改修の遅れ' };
  const asking = (by = people.owner) =>
    new Walk(of()).take({ type: 'deadline.extensionAsked', ...wish, evidence: [] }, by);
  const taken = (resolution: Resolution) =>
    ({
      type: 'extension.resolved',
      deadline: 'end',
      by: { seq: 9, hash: 'c'.repeat(64) },
      resolution,
    }) as const;

  it('is granted as it was asked, and by no member alone', () => {
    const walk = asking();
    expect(walk.codes({ type: 'deadline.extended', ...wish }, people.chair, AT)).toEqual(['body.meets']);
    walk.take(taken(held(walk, '+deputy-chair +m3 +m4 -m5', {}, EXTENSION)), office, AT);
    const state = walk.snapshot.context.deadlines.end;
    expect([state?.dueOn, state?.asked, state?.extension?.by.post]).toEqual([
      '2025-06-30',
      undefined,
      COMMITTEE,
    ]);
    expect(told(walk).map(([code]) => code)).toEqual(['deadline.extended']);
  });

  it('is refused where it is not carried, and waits where it is carried over', () => {
    const walk = asking();
    const later = held(walk, '+deputy-chair +m3 +m4 +m5', { motion: 'carryOver' }, EXTENSION);
    walk.take(taken(later), office, AT);
    expect(walk.snapshot.context.deadlines.end?.asked?.dueOn).toBe('2025-06-30');
    const no = { ...held(walk, '-deputy-chair -m3 -m4 +m5', { reason: '遅すぎる' }, EXTENSION), meeting: 2 };
    walk.take(taken(no), office, AT);
    expect(walk.snapshot.context.deadlines.end?.asked).toBeUndefined();
    expect(walk.snapshot.context.deadlines.end?.dueOn).toBe('2025-03-31');
    expect(told(walk).map(([code]) => code)).toEqual(['extension.refused']);
  });

  it('is not resolved with the voice of who asked, nor when another is asked for by now', () => {
    const own = asking(person('m4', 'business-division'));
    const resolution = held(own, '+deputy-chair +m3 +m4 +m5', {}, EXTENSION);
    expect(own.codes(taken(resolution), office, AT)).toEqual(['meeting.mustRecuse']);
    const walk = asking();
    const first = held(walk, '+deputy-chair +m3 +m4 +m5', {}, EXTENSION);
    walk.take({ type: 'deadline.extensionWithdrawn', deadline: 'end', reason: '誤り' }, people.owner, AT);
    expect(walk.codes(taken(first), office, AT)).toContain('extension.notAsked');
    walk.take(
      { type: 'deadline.extensionAsked', ...wish, dueOn: '2025-07-31', evidence: [] },
      people.owner,
      AT,
    );
    expect(walk.codes(taken(first), office, AT)).toEqual(['meeting.otherBundle']);
  });
});
