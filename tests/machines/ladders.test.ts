// Ladders: when each rung is told and to whom, what one that is late tells, who is not reminded, and a day that nobody has set.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRungs } from '../../machines/deadline/ladder.ts';
import { reaches } from '../../machines/deadline/vacant.ts';
import type { Deadline } from '../../machines/definition/definition.ts';
import { DEFAULT_LADDER, type Ladder } from '../../machines/definition/ladder.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { nextWake, wakeEvent } from '../../machines/migration/migration.ts';
import type { Effect, Notice } from '../../machines/record/effect.ts';
import { canonical } from '../../machines/record/entry.ts';
import { isClosed } from '../../machines/values/calendar/calendar.ts';
import { addDays, dayOf, instantOf, timeOf } from '../../machines/values/date.ts';
import { deadline, definition } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const { owner, office, group, contracts } = people;
const ladder = (over: Partial<Ladder> = {}): Ladder => ({ ...DEFAULT_LADDER, ...over });

/** With a ladder and no reminders. */
function laddered(over: Partial<Deadline> = {}): Deadline {
  const { reminders: _none, ...rest } = deadline('contract', {
    kind: 'contract',
    rule: { kind: 'fixed', on: '2024-03-29' },
    metBy: { phase: 'fit-gap', edge: 'left' },
    ladder: ladder(),
    ...over,
  });
  return rest;
}
const of = (over: Partial<Deadline> = {}) => definition({ deadlines: [laddered(over)] });
const stateOf = (walk: Walk) => walk.snapshot.context.deadlines.contract;

const notices = (effects: readonly Effect[]): (Notice & { told: string[] })[] =>
  effects.flatMap((effect) => (effect.kind === 'notify' ? [{ ...effect.notice, told: effect.to }] : []));
const codes = (effects: readonly Effect[]) => notices(effects).map(({ code }) => code);

/** The timer wakes once, at an instant, however late. */
function wokenAt(walk: Walk, at: string): Effect[] {
  const event = wakeEvent(walk.of, walk.snapshot);
  if (!event) throw new Error('nothing to wake for');
  const { actor, fact, occurredOn, requestId } = event;
  return walk.take(fact, actor, { at, occurredOn, requestId }).effects;
}

/** Every point in turn, each at its own instant. */
function told(walk: Walk, until: string): [string, string][] {
  const all: [string, string][] = [];
  for (let at = nextWake(walk.of, walk.snapshot); at && at <= until; at = nextWake(walk.of, walk.snapshot)) {
    const [first] = codes(wokenAt(walk, at));
    all.push([at.slice(0, 16), first ?? '-']);
  }
  return all;
}

describe('a ladder', () => {
  it('tells 30, 14, 7, 3 and 1 open days before, the day, that it was missed, then once a week, at nine', () => {
    const walk = new Walk(of());
    expect(told(walk, '2024-04-20T00:00:00+09:00')).toEqual([
      ['2024-02-16T09:00', 'deadline.near'],
      ['2024-03-11T09:00', 'deadline.near'],
      ['2024-03-20T09:00', 'deadline.near'],
      ['2024-03-26T09:00', 'deadline.near'],
      ['2024-03-28T09:00', 'deadline.near'],
      ['2024-03-29T09:00', 'deadline.today'],
      ['2024-03-29T17:15', 'deadline.missed'],
      ['2024-04-05T09:00', 'deadline.overdue'],
      ['2024-04-12T09:00', 'deadline.overdue'],
      ['2024-04-19T09:00', 'deadline.overdue'],
    ]);
  });

  it('tells a closed day’s morning on the open day before it, once', () => {
    const walk = new Walk(of({ rule: { kind: 'fixed', on: '2024-03-30' } }));
    expect(told(walk, '2024-04-09T00:00:00+09:00').slice(-4)).toEqual([
      ['2024-03-27T09:00', 'deadline.near'],
      ['2024-03-29T09:00', 'deadline.near'],
      ['2024-03-30T17:15', 'deadline.missed'],
      ['2024-04-08T09:00', 'deadline.overdue'],
    ]);
  });

  it('carries of the weeks a count only, and ends when it is met', () => {
    const walk = new Walk(of());
    told(walk, '2025-03-29T00:00:00+09:00');
    expect(stateOf(walk)).toMatchObject({ weeks: 52 });
    expect(stateOf(walk)?.fired).toHaveLength(7);
    const at = { at: '2025-03-31T10:00:00+09:00' };
    walk.take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner, at);
    walk.take({ type: 'gate.approved', phase: 'fit-gap' }, group, at);
    expect(nextWake(walk.of, walk.snapshot)).toBeNull();
  });

  it('tells other posts so many open days after, with who was told', () => {
    const escalate = [{ after: 5, to: ['promotion-committee'] }];
    const walk = new Walk(of({ ladder: ladder({ escalate }) }));
    walk.wake('2024-04-05T00:00:00+09:00');
    const [weekly, raised] = notices(walk.wake('2024-04-06T00:00:00+09:00')).sort((a, b) =>
      a.code < b.code ? 1 : -1,
    );
    expect(weekly).toMatchObject({ code: 'deadline.overdue', told: ['dx-office'] });
    expect(raised).toMatchObject({
      code: 'deadline.escalated',
      told: ['promotion-committee'],
      to: ['dx-office'],
      daysOver: 7,
    });
  });

  it('after an outage tells once what is true then, and says for when it was', () => {
    const walk = new Walk(of());
    const late = notices(wokenAt(walk, '2024-03-22T11:00:00+09:00'));
    expect(late).toMatchObject([{ code: 'deadline.near', daysLeft: 7, openDays: 5, late: '2024-02-16' }]);
    expect(told(walk, '2024-03-27T00:00:00+09:00')).toEqual([['2024-03-26T09:00', 'deadline.near']]);
  });

  it('after an outage over the day tells that it was missed, once, and goes on with the next week', () => {
    const walk = new Walk(of());
    walk.wake('2024-03-27T00:00:00+09:00');
    const back = '2024-04-15T08:00:00+09:00';
    expect(notices(wokenAt(walk, back))).toEqual([]);
    expect(notices(wokenAt(walk, back))).toMatchObject([{ code: 'deadline.missed', late: '2024-03-29' }]);
    expect(nextWake(walk.of, walk.snapshot)).toBe('2024-04-19T09:00:00+09:00');
  });

  it('that was told as reminders or as another ladder keeps reminders as they are', () => {
    const walk = new Walk(leftWithReminders());
    walk.wake('2024-03-01T00:00:00+09:00');
    expect(walk.snapshot.context.deadlines.contract?.fired).toEqual([-30]);
    expect(nextWake(walk.of, walk.snapshot)).toBe('2024-03-22T09:00:00+09:00');
  });
});

const leftWithReminders = () =>
  definition({
    deadlines: [
      deadline('contract', {
        rule: { kind: 'fixed', on: '2024-03-29' },
        metBy: { phase: 'fit-gap', edge: 'left' },
      }),
    ],
  });

describe('every ladder', () => {
  const count = fc.integer({ min: 1, max: 60 });
  const any: fc.Arbitrary<Ladder> = fc.record({
    before: fc.uniqueArray(count, { maxLength: 6 }),
    onTheDay: fc.boolean(),
    weekly: fc.boolean(),
    escalate: fc
      .uniqueArray(count, { maxLength: 3 })
      .map((all) => all.map((after) => ({ after, to: ['promotion-committee'] }))),
    undecided: fc.constant(DEFAULT_LADDER.undecided),
  });
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2024-01-01', days));
  const { calendar } = definition();

  it('never falls on a closed day but with the day itself, and on no morning twice before it', () => {
    fc.assert(
      fc.property(any, day, (given, dueOn) => {
        const due = { dueOn, dueAt: instantOf(dueOn, '17:15'), fired: [] };
        const rungs = openRungs({ calendar: of().calendar ?? calendar, ladder: given }, due).filter(
          ({ point }) => point !== 'due',
        );
        for (const { at } of rungs)
          expect([isClosed(of().calendar, dayOf(at)), timeOf(at)]).toEqual([false, '09:00']);
        const before = rungs.filter(({ at }) => at < due.dueAt).map(({ at }) => at);
        expect(new Set(before).size).toBe(before.length);
      }),
      { numRuns: 200 },
    );
  });

  it('fires nothing twice, whenever it is woken, and restoring in the middle changes nothing', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 5, maxLength: 25 });
    fc.assert(
      fc.property(any, delays, (given, late) => {
        const walk = new Walk(of({ ladder: given }));
        const stored = new Walk(walk.of);
        const requests = new Set<string>();
        let now = '2023-11-16T09:00:00+09:00';
        for (const days of late) {
          const wake = nextWake(walk.of, walk.snapshot);
          const event = wakeEvent(walk.of, walk.snapshot);
          if (!wake || !event) return;
          const at = instantOf(addDays(dayOf(wake > now ? wake : now), days), '18:00');
          now = at;
          expect(requests.has(event.requestId)).toBe(false);
          requests.add(event.requestId);
          wokenAt(walk, at);
          stored.snapshot = JSON.parse(JSON.stringify(stored.snapshot));
          wokenAt(stored, at);
          expect(canonical(stored.snapshot)).toBe(canonical(walk.snapshot));
          expect(stateOf(walk)?.fired.length).toBeLessThanOrEqual(11);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('an acknowledgement', () => {
  const acknowledged: Fact = { type: 'deadline.acknowledged', deadline: 'contract', doneBy: '2024-03-20' };

  it('ends the reminders of its post until the day; the day and what is overdue are told all the same', () => {
    const walk = new Walk(of({ to: ['dx-office', 'contracts-division'] }));
    walk.take(acknowledged, office);
    const all = notices(walk.wake('2024-04-06T00:00:00+09:00'));
    const toOffice = all.filter(({ told: to }) => to.includes('dx-office')).map(({ code }) => code);
    expect(toOffice).toEqual(['deadline.today', 'deadline.missed', 'deadline.overdue']);
    expect(all.filter(({ told: to }) => to.includes('contracts-division'))).toHaveLength(8);
  });

  it('falls with a day that moves', () => {
    const walk = new Walk(of()).take(acknowledged, office);
    walk.take(
      { type: 'deadline.extended', deadline: 'contract', dueOn: '2024-05-31', reason: '変更', cause: 'spec' },
      contracts,
    );
    expect(stateOf(walk)).not.toHaveProperty('acknowledged');
  });

  it('is refused to who is not told, of what is overdue, and with a day that is over', () => {
    const walk = new Walk(of());
    const past = { ...acknowledged, doneBy: '2023-11-01' } as Fact;
    expect(walk.codes(acknowledged, contracts)).toEqual(['actor.wrongPost']);
    expect(walk.codes(past, office)).toEqual(['acknowledgement.donePast']);
    walk.wake('2024-04-01T00:00:00+09:00');
    const { doneBy: _none, ...plain } = acknowledged as Extract<Fact, { type: 'deadline.acknowledged' }>;
    expect(walk.codes(plain, office, { at: '2024-04-01T10:00:00+09:00' })).toEqual([
      'acknowledgement.overdue',
    ]);
  });
});

describe('a deadline without a day', () => {
  const open = () => new Walk(of({ rule: { kind: 'undecided', setBy: ['contracts-division'] } }));
  const set: Fact = { type: 'deadline.set', deadline: 'contract', dueOn: '2024-06-28', reason: '契約' };

  it('asks whoever must set it, after ten open days and then every four weeks, and says how old it is', () => {
    const walk = open();
    const asked = notices(walk.wake('2024-01-25T00:00:00+09:00'));
    expect(asked).toMatchObject([
      { code: 'deadline.undecided', told: ['contracts-division'], since: '2023-11-16', days: 14 },
      { code: 'deadline.undecided', days: 42 },
    ]);
    expect(stateOf(walk)).toMatchObject({ status: 'waiting', undecided: { since: '2023-11-16', asked: 2 } });
  });

  it('asks once after an outage', () => {
    const walk = open();
    expect(codes(wokenAt(walk, '2024-06-03T09:00:00+09:00'))).toEqual(['deadline.undecided']);
    expect(nextWake(walk.of, walk.snapshot)?.slice(0, 10)).toBe('2024-06-13');
  });

  it('is set once, by whom it names, and from then on has its ladder', () => {
    const walk = open();
    expect(walk.codes(set, office)).toEqual(['actor.wrongPost']);
    expect(walk.codes({ ...set, dueOn: '2023-01-04' } as Fact, contracts)).toEqual(['deadline.setPast']);
    walk.take(set, contracts);
    expect(codes(walk.effects)).toEqual(['deadline.set']);
    expect(stateOf(walk)).toMatchObject({ status: 'pending', dueOn: '2024-06-28' });
    expect(stateOf(walk)).not.toHaveProperty('undecided');
    expect(walk.codes(set, contracts)).toEqual(['deadline.alreadySet']);
    expect(nextWake(walk.of, walk.snapshot)?.slice(0, 10)).toBe('2024-05-17');
    expect(new Walk(of()).codes(set, contracts)).toEqual(['actor.wrongPost', 'deadline.ruled']);
  });
});

describe('on hold', () => {
  it('deadlines run on, and their notices say so', () => {
    const walk = new Walk(of()).take({ type: 'migration.held', reason: '予算' }, office);
    expect(notices(walk.wake('2024-02-17T00:00:00+09:00'))).toMatchObject([
      { code: 'deadline.near', held: true },
    ]);
  });
});

describe('a vacant post', () => {
  const notify = {
    kind: 'notify',
    to: ['dx-office', 'contracts-division'],
    instead: ['promotion-committee'],
  } as const;

  it('has the posts of the escalation told in its place, at once', () => {
    expect(reaches(notify, () => true)).toEqual(['dx-office', 'contracts-division']);
    expect(reaches(notify, (post) => post !== 'dx-office')).toEqual([
      'contracts-division',
      'promotion-committee',
    ]);
    expect(reaches(notify, () => false)).toEqual([]);
  });

  it('is said by the notices of a ladder that has an escalation', () => {
    const walk = new Walk(of({ ladder: ladder({ escalate: [{ after: 5, to: ['promotion-committee'] }] }) }));
    const [first] = walk.wake('2024-02-17T00:00:00+09:00');
    expect(first).toMatchObject({ to: ['dx-office'], instead: ['promotion-committee'] });
  });
});
