// A migration's life as its machine decides it: what is accepted, what is refused and with which code.
import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { migrationMachine } from '../../machines/migration/machine.ts';
import { accepts, nextWake, start, take as taken, wakeEvent } from '../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { deadline, definition, person, readinessReport, stamped } from '../builders/migration.ts';

const owner = person('owner', 'business-division');
const office = person('office', 'dx-office');
const group = person('group', 'working-group');
const chair = person('chair', 'promotion-committee');
const member = person('member', 'promotion-committee');
const migration = (): Actor => ({
  kind: 'migration',
  account: 'renkei',
  name: '連携基盤',
  post: 'migration',
});

const begin = (of: MigrationDefinition): MigrationSnapshot =>
  start(of, { on: '2023-11-16', at: '2023-11-16T09:00:00+09:00' });

function take(
  of: MigrationDefinition,
  from: MigrationSnapshot,
  ...events: StampedEvent[]
): MigrationSnapshot {
  return events.reduce((snapshot, event) => {
    expect(accepts(of, snapshot, event)).toEqual([]);
    return taken(of, snapshot, event).snapshot;
  }, from);
}

const codes = (of: MigrationDefinition, snapshot: MigrationSnapshot, event: StampedEvent) =>
  accepts(of, snapshot, event).map((refusal) => refusal.code);

const submit = (phase: string, actor = owner): StampedEvent =>
  stamped({ type: 'phase.submitted', phase, evidence: [] }, actor);
const approve = (phase: string, actor: Actor): StampedEvent =>
  stamped({ type: 'gate.approved', phase }, actor);

function inDevelopment(of: MigrationDefinition): MigrationSnapshot {
  return take(of, begin(of), submit('fit-gap'), approve('fit-gap', group));
}

function inDevelopmentOn(of: MigrationDefinition, day: string): MigrationSnapshot {
  const on = { occurredOn: day, at: `${day}T10:00:00+09:00` };
  const approved = { ...approve('fit-gap', group), ...on };
  return take(of, begin(of), { ...submit('fit-gap'), ...on }, approved);
}

function ready(of: MigrationDefinition): MigrationSnapshot {
  const handedIn = stamped(
    { type: 'phase.submitted', phase: 'development', evidence: [readinessReport] },
    owner,
  );
  const told = stamped(
    { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' },
    migration(),
  );
  return take(of, inDevelopment(of), handedIn, told);
}

describe('a migration', () => {
  const of = definition();

  it('walks its path from the first phase into operation, and says nothing of the steps', () => {
    const there = take(
      of,
      ready(of),
      approve('development', group),
      approve('development', chair),
      approve('development', member),
      submit('go-live', office),
      approve('go-live', group),
    );
    expect(standing(there)).toMatchObject({ phase: 'operation', stage: null });
    expect(there.context.steps.住民基本台帳).toEqual({});
    expect(there.context.live).toBeNull();
  });

  it('counts one version per accepted event and none for a refused one', () => {
    const before = inDevelopment(of);
    const refused = taken(of, before, approve('development', group));
    expect(before.context.version).toBe(2);
    expect(refused).toEqual({ snapshot: before, effects: [] });
  });

  it.each<[string, (of: MigrationDefinition) => MigrationSnapshot, StampedEvent, string[]]>([
    ['an approval before the submission', begin, approve('fit-gap', group), ['event.notNow']],
    ['a submission of a phase it is not in', begin, submit('development'), ['phase.notCurrent']],
    [
      'a submission from a post that does not own the phase',
      begin,
      submit('fit-gap', chair),
      ['actor.wrongPost'],
    ],
    [
      'a submission without its evidence',
      inDevelopment,
      submit('development'),
      ['condition.evidenceMissing'],
    ],
    [
      'a document of a kind that the gate does not ask for',
      inDevelopment,
      stamped({ type: 'evidence.attached', evidence: { ...readinessReport, kind: 'readyness' } }, office),
      ['evidence.unknownKind'],
    ],
    [
      'a submission with such a document beside the right one',
      inDevelopment,
      stamped(
        {
          type: 'phase.submitted',
          phase: 'development',
          evidence: [readinessReport, { ...readinessReport, kind: 'readyness' }],
        },
        owner,
      ),
      ['evidence.unknownKind'],
    ],
    [
      'an approval out of the bodies order',
      ready,
      approve('development', chair),
      ['gate.earlierBodyPending'],
    ],
    [
      'an approval by whoever submitted',
      ready,
      approve('development', { ...group, account: 'owner' }),
      ['gate.samePerson'],
    ],
    ['a stale sight', ready, { ...approve('development', group), seenVersion: 1 }, ['version.stale']],
    ['a day in the future', begin, { ...submit('fit-gap'), occurredOn: '2023-11-17' }, ['date.future']],
    [
      'a move before the last move',
      (given) => inDevelopmentOn(given, '2023-11-18'),
      { ...submit('development'), at: '2023-11-20T10:00:00+09:00' },
      ['date.beforePrevious', 'condition.evidenceMissing'],
    ],
    [
      'a day before the path began',
      begin,
      { ...submit('fit-gap'), occurredOn: '1999-01-01' },
      ['date.beforeBegin'],
    ],
    [
      'a going back to a later phase',
      inDevelopment,
      stamped({ type: 'goingBack.proposed', to: 'go-live', reason: '試験' }, owner),
      ['phase.notEarlier'],
    ],
    [
      'an imported gate once people have acted',
      inDevelopment,
      stamped(
        { type: 'gate.imported', phase: 'development', source: 'p.5' },
        { kind: 'import', account: 'import', name: '取込', post: 'import' },
      ),
      ['import.closed'],
    ],
    [
      'an imported gate from a person',
      begin,
      stamped({ type: 'gate.imported', phase: 'fit-gap', source: 'p.5' }, owner),
      ['actor.notPermitted'],
    ],
    [
      'a contract whose sum is wrong',
      begin,
      stamped(
        {
          type: 'contract.recorded',
          vendor: 'A',
          amounts: [{ fiscalYear: 2023, amountYen: 1 }],
          totalYen: 2,
          continuesInto: [],
        },
        person('k', 'contracts-division'),
      ),
      ['contract.sumMismatch'],
    ],
    [
      '対象外 without a reason',
      begin,
      stamped({ type: 'steps.recorded', statuses: { '①-1': 'notApplicable' } }, office),
      ['steps.reasonMissing'],
    ],
    [
      'steps of a business it does not cover',
      begin,
      stamped({ type: 'steps.recorded', businesses: ['就学'], statuses: { '①-1': 'done' } }, office),
      ['steps.unknownBusiness'],
    ],
    [
      'a plan that ends before it starts',
      begin,
      stamped(
        { type: 'plan.changed', phase: 'fit-gap', startOn: '2024-02', endOn: '2024-01', reason: '誤り' },
        office,
      ),
      ['plan.reversed'],
    ],
    [
      'a timer that is not due',
      begin,
      stamped(
        { type: 'deadline.reached', deadline: 'go-live-r6', point: 'due', generation: 1 },
        { kind: 'timer', account: 'timer', name: '', post: 'timer' },
      ),
      ['deadline.notDue'],
    ],
    [
      'evidence while the phase is under review',
      ready,
      stamped({ type: 'evidence.attached', evidence: readinessReport }, office),
      ['event.notNow'],
    ],
    [
      'a resumption of what is not held',
      begin,
      stamped({ type: 'migration.resumed', reason: '再開' }, office),
      ['event.notNow'],
    ],
  ])('refuses %s', (_, at, event, expected) => {
    expect(codes(of, at(of), event)).toEqual(expected);
  });

  it('refuses the gate while a dependency has not announced its milestone', () => {
    const handedIn = stamped(
      { type: 'phase.submitted', phase: 'development', evidence: [readinessReport] },
      owner,
    );
    const waiting = take(of, inDevelopment(of), handedIn);
    expect(codes(of, waiting, approve('development', group))).toEqual(['condition.milestoneMissing']);
  });

  it('keeps a soft condition that was unmet with the approval', () => {
    const approved = take(of, ready(of), approve('development', group));
    expect(approved.context.approvals[0]?.warnings).toEqual(['研修']);
  });

  it('lets one person approve for a body once only', () => {
    const once = take(of, ready(of), approve('development', group), approve('development', chair));
    expect(codes(of, once, approve('development', chair))).toEqual(['gate.alreadyApproved']);
    expect(standing(once).phase).toBe('development');
  });

  it('goes back to work when returned, and forgets the approvals', () => {
    const returned = take(
      of,
      ready(of),
      approve('development', group),
      stamped({ type: 'gate.returned', phase: 'development', reason: '資料不備' }, chair),
    );
    expect(standing(returned)).toMatchObject({ phase: 'development', stage: 'working' });
    expect(returned.context.approvals).toEqual([]);
  });

  it('goes back to an earlier phase only when someone else approves it', () => {
    const proposed = take(
      of,
      ready(of),
      stamped({ type: 'goingBack.proposed', to: 'fit-gap', reason: '事業者撤退' }, office),
    );
    const back = (actor: Actor) => stamped({ type: 'goingBack.approved', to: 'fit-gap' }, actor);
    expect(codes(of, proposed, back({ ...chair, account: 'office' }))).toEqual(['gate.samePerson']);
    const half = take(of, proposed, back(chair));
    expect(standing(half)).toMatchObject({ phase: 'development', stage: 'goingBack' });
    expect(codes(of, half, back(chair))).toEqual(['gate.alreadyApproved']);
    const there = take(of, half, back(member));
    expect(standing(there)).toMatchObject({ phase: 'fit-gap', stage: 'working' });
    expect(there.context.passed).toEqual({});
    expect(there.context.days).toEqual({ 'fit-gap': { entered: '2023-11-16' } });
  });

  it('stands still on hold, still keeps its deadlines, and never moves again once cancelled', () => {
    const held = take(of, begin(of), stamped({ type: 'migration.held', reason: '予算凍結' }, office));
    expect(codes(of, held, submit('fit-gap'))).toEqual(['migration.onHold']);
    expect(nextWake(of, held)).toBe('2025-03-01T09:00:00+09:00');
    const over = take(
      of,
      held,
      stamped({ type: 'cancellation.proposed', reason: '事業中止' }, office),
      stamped({ type: 'cancellation.approved' }, chair),
      stamped({ type: 'cancellation.approved' }, member),
    );
    expect(codes(of, over, stamped({ type: 'migration.resumed', reason: '再開' }, office))).toEqual([
      'migration.cancelled',
    ]);
    expect(nextWake(of, over)).toBeNull();
  });

  it('announces a milestone and tells the next people when its gate is passed', () => {
    const announcing = definition({ dependents: ['shugaku'] });
    const before = take(
      announcing,
      ready(announcing),
      approve('development', group),
      approve('development', chair),
    );
    const { effects } = taken(announcing, before, approve('development', member));
    expect(effects.map((effect) => effect.kind)).toEqual(['notify', 'announce']);
    expect(effects[1]).toEqual({
      kind: 'announce',
      to: ['shugaku'],
      milestone: 'ready',
      occurredOn: '2023-11-16',
    });
  });
});

it('is compiled to a machine that starts without input too, as each pure transition has it', () => {
  const noInput = {} as never; // which the types forbid to us, not to XState
  expect(createActor(migrationMachine(definition().path), noInput).getSnapshot().status).toBe('active');
});

describe('a milestone', () => {
  const of = definition({ dependents: ['shugaku'] });

  it('is revoked when the path goes back behind it', () => {
    const there = take(
      of,
      ready(of),
      approve('development', group),
      approve('development', chair),
      approve('development', member),
      stamped({ type: 'goingBack.proposed', to: 'development', reason: '切戻し' }, office),
    );
    const back = (actor: Actor) => stamped({ type: 'goingBack.approved', to: 'development' }, actor);
    const { effects } = taken(of, take(of, there, back(chair)), back(member));
    const revoked = { kind: 'revoke', to: ['shugaku'], milestone: 'ready', occurredOn: '2023-11-16' };
    expect(effects).toContainEqual(revoked);
  });

  it('shuts the gate again that it had opened, and cannot be withdrawn twice', () => {
    const fact = { type: 'milestone.withdrawn', system: 'renkei', milestone: 'integration-test-1' } as const;
    const without = take(of, ready(of), stamped(fact, migration()));
    expect(codes(of, without, approve('development', group))).toEqual(['condition.milestoneMissing']);
    expect(codes(of, without, stamped(fact, migration()))).toEqual(['milestone.notKnown']);
  });
});

describe('a deadline of a migration', () => {
  const timer: Actor = { kind: 'timer', account: 'timer', name: '', post: 'timer' };

  function fire(
    of: MigrationDefinition,
    snapshot: MigrationSnapshot,
  ): { snapshot: MigrationSnapshot; at: string; fact: Fact } {
    const at = nextWake(of, snapshot);
    const wake = wakeEvent(of, snapshot);
    if (!at || !wake) throw new Error('nothing to fire');
    expect(accepts(of, snapshot, { ...wake, at })).toEqual([]);
    return { snapshot: taken(of, snapshot, { ...wake, at }).snapshot, at, fact: wake.fact };
  }

  it('fires each point once, in order, at its own instant', () => {
    const of = definition({ deadlines: [deadline('end')] });
    let snapshot = begin(of);
    const points: [string, unknown][] = [];
    while (nextWake(of, snapshot)) {
      const fired = fire(of, snapshot);
      snapshot = fired.snapshot;
      points.push([fired.at, fired.fact.type === 'deadline.reached' && fired.fact.point]);
    }
    expect(points).toEqual([
      ['2025-03-01T09:00:00+09:00', -30],
      ['2025-03-24T09:00:00+09:00', -7],
      ['2025-03-31T09:00:00+09:00', 0],
      ['2025-03-31T17:15:00+09:00', 'due'],
      ['2025-04-07T09:00:00+09:00', 7],
    ]);
    expect(snapshot.context.deadlines.end?.status).toBe('missed');
  });

  it('shuts the gate when it is hard and missed, until it is extended', () => {
    const of = definition({
      deadlines: [
        deadline('contract-end', {
          hard: true,
          reminders: [],
          metBy: { phase: 'development', edge: 'left' },
        }),
      ],
    });
    const late = { at: '2025-04-01T09:00:00+09:00', occurredOn: '2025-04-01' };
    const missed = fire(of, ready(of)).snapshot;
    const approval = stamped({ type: 'gate.approved', phase: 'development' }, group, late);
    expect(codes(of, missed, approval)).toEqual(['deadline.passed']);
    const contracts = person('keiyaku', 'contracts-division');
    const extension = stamped(
      { type: 'deadline.extended', deadline: 'contract-end', dueOn: '2025-06-30', reason: '変更契約' },
      contracts,
      late,
    );
    const extended = take(of, missed, extension);
    expect(codes(of, extended, approval)).toEqual([]);
    expect(nextWake(of, extended)).toBe('2025-06-30T17:15:00+09:00');
  });

  it('is armed anew as anchor plus period when its plan moves, and tells a moot reminder only once', () => {
    const of = definition({
      deadlines: [
        deadline('plan-end', {
          rule: { kind: 'plan', phase: 'development', edge: 'end' },
          reminders: [-60, -30, -7],
        }),
      ],
    });
    const moved = take(
      of,
      begin(of),
      stamped(
        {
          type: 'plan.changed',
          phase: 'development',
          startOn: '2023-11',
          endOn: '2023-12-01',
          reason: '前倒し',
        },
        office,
      ),
    );
    expect(moved.context.deadlines['plan-end']).toMatchObject({
      dueOn: '2023-12-01',
      generation: 2,
      fired: [-60],
    });
    expect(fire(of, moved).fact).toMatchObject({ point: -30, generation: 2 });
  });

  it('is met by the path, and met late after it was missed', () => {
    const of = definition({
      deadlines: [
        deadline('fit', {
          rule: { kind: 'fixed', on: '2023-11-15' },
          metBy: { phase: 'fit-gap', edge: 'left' },
          reminders: [-7, 7],
        }),
      ],
    });
    const missed = fire(of, begin(of)).snapshot;
    expect(missed.context.deadlines.fit).toMatchObject({ status: 'missed', fired: [-7, 'due'] });
    const left = take(of, missed, submit('fit-gap'), approve('fit-gap', group));
    expect(left.context.deadlines.fit).toMatchObject({ status: 'metLate', metOn: '2023-11-16' });
    expect(nextWake(of, left)).toBeNull();
  });

  it('warns where the day is closed and does not move it', () => {
    const of = definition({
      deadlines: [deadline('saturday', { rule: { kind: 'fixed', on: '2029-03-31' } })],
    });
    expect(begin(of).context.deadlines.saturday).toMatchObject({
      dueOn: '2029-03-31',
      caution: 'closedDay',
    });
  });

  it('drops an extension when its rule counts to another day', () => {
    const of = definition({
      deadlines: [deadline('plan-end', { rule: { kind: 'plan', phase: 'development', edge: 'end' } })],
    });
    const contracts = person('keiyaku', 'contracts-division');
    const extension = {
      type: 'deadline.extended',
      deadline: 'plan-end',
      dueOn: '2025-01-31',
      reason: '変更契約',
    } as const;
    const extended = take(of, begin(of), stamped(extension, contracts));
    expect(extended.context.deadlines['plan-end']).toMatchObject({
      nominalOn: '2024-12-31',
      dueOn: '2025-01-31',
    });
    const plan = {
      type: 'plan.changed',
      phase: 'development',
      startOn: '2023-11',
      endOn: '2025-06',
      reason: '延伸',
    } as const;
    const moved = take(of, extended, stamped(plan, office));
    expect(moved.context.deadlines['plan-end']).toMatchObject({ dueOn: '2025-06-30', generation: 3 });
    expect(moved.context.deadlines['plan-end']?.extension).toBeUndefined();
  });

  it('binds nobody while a designated date is 未定', () => {
    const of = definition({ deadlines: [deadline('legal', { followsRegime: true })] });
    const open = stamped({ type: 'regime.designated', completionOn: null, basis: '主務省令' }, office);
    expect(take(of, begin(of), open).context.deadlines.legal).toMatchObject({
      status: 'waiting',
      dueOn: null,
    });
  });

  it('does not fire again for a timer that repeats itself', () => {
    const of = definition({ deadlines: [deadline('end', { reminders: [-30] })] });
    const wake = wakeEvent(of, begin(of));
    const first = fire(of, begin(of));
    expect(wake && codes(of, first.snapshot, { ...wake, at: first.at, actor: timer })).toEqual([
      'deadline.alreadyFired',
    ]);
  });

  it('follows the date set for a special transition, while the duty that does not follow stays', () => {
    const of = definition({
      deadlines: [
        deadline('legal', { rule: { kind: 'fixed', on: '2026-03-31' }, followsRegime: true }),
        deadline('data', { rule: { kind: 'fixed', on: '2026-03-31' } }),
      ],
    });
    const designated = take(
      of,
      begin(of),
      stamped({ type: 'regime.designated', completionOn: '2031-03-31', basis: '主務省令' }, office),
    );
    expect(designated.context.deadlines.legal?.dueOn).toBe('2031-03-31');
    expect(designated.context.deadlines.data?.dueOn).toBe('2026-03-31');
  });
});
