// 条件付承認: a condition has its owner and its day, is met by an act with its document, and shuts what it says once its day is over.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import { explain } from '../../../machines/migration/explain.ts';
import { accepts, nextWake } from '../../../machines/migration/migration.ts';
import { standing } from '../../../machines/migration/state.ts';
import { summarize } from '../../../machines/migration/summary.ts';
import { person, readinessReport, stamped } from '../../builders/migration.ts';
import { people, told, type Walk } from '../../builders/walk.ts';
import { approve, city, reviewed } from './deciding.ts';

const condition = {
  text: '操作手順書を添えること',
  owner: 'business-division',
  dueOn: '2023-12-10',
} as const;
const onCondition: Fact = { ...approve, conditions: [condition] };
const paper = { ...readinessReport, kind: 'other' };
const LATER = { at: '2023-12-12T10:00:00+09:00' };
const met = (proviso: string) => ({ type: 'proviso.met', proviso, evidence: paper }) as const;

const two = [
  { body: 'working-group', quorum: 1 },
  { body: 'promotion-committee', quorum: 1 },
];
const passed = () => reviewed(city({})).take(onCondition, people.group);
const voiceOf = ({ snapshot }: Walk) => snapshot.context.passed['fit-gap']?.approvals[0];

describe('an approval on a condition', () => {
  it('passes its gate, keeps the condition with the voice and asks its owner', () => {
    const walk = passed();
    expect(standing(walk.snapshot).phase).toBe('development');
    expect(voiceOf(walk)?.provisos).toEqual([{ id: '2-1', reopens: 'nextGate', ...condition }]);
    expect(told(walk)).toContainEqual(['proviso.asked', ['business-division']]);
  });

  it('is refused for a day that is over, and for an owner that there is not', () => {
    const asked = (over: object): Fact => ({ ...approve, conditions: [{ ...condition, ...over }] });
    const walk = reviewed(city({}));
    expect(walk.codes(asked({ dueOn: '2023-11-15' }), people.group)).toEqual(['proviso.past']);
    expect(walk.codes(asked({ owner: 'nobody' }), people.group)).toEqual(['proviso.unknownOwner']);
  });

  it('is met by its owner, with the document, once', () => {
    const walk = passed().take(met('2-1'), people.owner);
    expect(voiceOf(walk)?.provisos?.[0]?.met).toMatchObject({
      account: 'owner',
      on: '2023-11-16',
      evidence: paper,
    });
    expect(walk.codes(met('2-1'), people.owner)).toEqual(['proviso.already']);
    expect(walk.codes(met('9-1'), people.owner)).toEqual(['proviso.unknown']);
  });

  it('is not said to be met by whoever asked for it, nor by another post', () => {
    const walk = passed();
    expect(walk.codes(met('2-1'), person('group', 'business-division'))).toEqual(['proviso.own']);
    expect(walk.codes(met('2-1'), people.office)).toEqual(['actor.wrongPost']);
  });

  it('makes whoever shows that it is met a drafter: they approve no gate', () => {
    const walk = passed().take(met('2-1'), people.owner);
    expect(walk.snapshot.context.drafters).toContain('owner');
  });

  it('is told by the timer once its day is over, and never once it is met', () => {
    const { of, snapshot } = passed();
    expect(nextWake(of, snapshot)).toBe('2023-12-11T00:00:00+09:00');
    const kept = passed().take(met('2-1'), people.owner);
    expect(kept.wake('2023-12-13T00:00:00+09:00')).toEqual([]);
  });
});

describe('a condition that is unmet past its day', () => {
  const late = () => {
    const walk = passed();
    const effects = walk.wake('2023-12-12T00:00:00+09:00');
    return { walk, effects };
  };

  it('is told to its owner and to the body that asked for it', () => {
    expect(late().effects).toMatchObject([
      {
        kind: 'notify',
        to: ['business-division', 'working-group'],
        notice: { code: 'proviso.lapsed', falls: false },
      },
    ]);
  });

  it('shuts the next gate, where the board and every approval say so, until it is met', () => {
    const { walk } = late();
    expect(standing(walk.snapshot).phase).toBe('development');
    const codes = () => summarize(walk.of, walk.snapshot).blockers.map(({ code }) => code);
    expect(codes()).toContain('proviso.unmet');
    const submitted: Fact = { type: 'phase.submitted', phase: 'development', evidence: [readinessReport] };
    walk.take(submitted, people.owner, LATER);
    const next = { type: 'gate.approved', phase: 'development' } as const;
    expect(walk.codes(next, people.group, LATER)).toContain('proviso.unmet');
    walk.take(met('2-1'), people.owner, LATER);
    expect(codes()).not.toContain('proviso.unmet');
    expect(walk.codes(next, people.group, LATER)).not.toContain('proviso.unmet');
  });

  it('lets its approval fall where it says so and the gate is still decided: the same person is asked again', () => {
    const of = city({}, { approvals: two });
    const conditional = { ...approve, conditions: [{ ...condition, reopens: 'approval' as const }] };
    const walk = reviewed(of).take(conditional, people.group);
    expect(summarize(of, walk.snapshot).waitingFor).toEqual(['promotion-committee']);
    const effects = walk.wake('2023-12-12T00:00:00+09:00');
    expect(effects).toMatchObject([{ notice: { code: 'proviso.lapsed', falls: true } }]);
    expect(summarize(of, walk.snapshot).waitingFor).toEqual(['working-group']);
    expect(walk.codes(approve, people.chair, LATER)).toEqual(['gate.earlierBodyPending']);
    expect(walk.codes(approve, people.group, LATER)).toEqual([]);
  });

  it('leaves a gate passed that was passed, shuts the next one, and tells whoever may propose to go back', () => {
    const conditional = { ...approve, conditions: [{ ...condition, reopens: 'approval' as const }] };
    const walk = reviewed(city({})).take(conditional, people.group);
    const [effect] = walk.wake('2023-12-12T00:00:00+09:00');
    expect(effect).toMatchObject({
      to: ['business-division', 'working-group', 'dx-office'],
      notice: { code: 'proviso.lapsed', falls: false },
    });
    expect(walk.snapshot.context.passed['fit-gap']).toBeDefined();
    expect(summarize(walk.of, walk.snapshot).blockers.map(({ code }) => code)).toContain('proviso.unmet');
  });

  it('is gone with its approval once the path goes back behind it', () => {
    const { walk } = late();
    const back = { to: 'fit-gap' } as const;
    walk.take({ type: 'goingBack.proposed', ...back, reason: '条件の未達' }, people.office, LATER);
    for (const who of [people.chair, people.member, person('third', 'promotion-committee')])
      if (walk.snapshot.context.goingBack) walk.take({ type: 'goingBack.approved', ...back }, who, LATER);
    expect(standing(walk.snapshot).phase).toBe('fit-gap');
    expect(summarize(walk.of, walk.snapshot).blockers).toEqual([]);
  });
});

describe('the explanation', () => {
  it('shows every condition, with its owner, its day and whether it is met', () => {
    const walk = passed();
    const gate = explain(walk.of, walk.snapshot, people.owner, '2023-11-17T09:00:00+09:00');
    expect(gate.provisos).toMatchObject([
      {
        id: '2-1',
        phase: 'fit-gap',
        body: 'working-group',
        owner: 'business-division',
        met: null,
        lapsedOn: null,
      },
    ]);
  });

  it('offers the first of the asker to be met', () => {
    const walk = passed();
    const { acts } = explain(walk.of, walk.snapshot, people.owner, '2023-11-17T09:00:00+09:00');
    const act = acts.find(({ type }) => type === 'proviso.met');
    expect(act).toMatchObject({ allowed: true, given: { proviso: '2-1' } });
  });
});

it('is a condition of procurement only for those who are shown it', () => {
  const of = city({});
  const hidden = { ...of, path: { ...of.path, procurement: { phases: ['fit-gap'] } } };
  const asked = { ...approve, conditions: [{ ...condition, owner: 'deputy-mayor' }] };
  const { snapshot } = reviewed(hidden);
  expect(accepts(hidden, snapshot, stamped(asked, people.group)).map(({ code }) => code)).toEqual([
    'proviso.undisclosed',
  ]);
});
