// Our driven machines beside XState's own actor under a simulated clock: the same values at every instant, also where each
// step is stored and restored. And what cannot be driven is said in a sentence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnyStateMachine,
  assign,
  cancel,
  createActor,
  createMachine,
  enqueueActions,
  raise,
  SimulatedClock,
  sendParent,
  sendTo,
  spawnChild,
  stopChild,
} from 'xstate';
import { advance } from '../../machines/play/advance.ts';
import { decide } from '../../machines/play/decide.ts';
import { type DrivenEvent, type DrivenSnapshot, xstateDriven } from '../../machines/play/xstate-driven.ts';

const events = ['A', 'B', 'LATE'] as const;
const names = ['a', 'b', 'c'] as const;
const delay = fc.constantFrom(10, 20, 20, 30);
const target = fc.constantFrom(...names);

/** A region of two states and a last one that is final or not, with timers everywhere; named ones end with their state. */
const region = (id: string) =>
  fc
    .record({
      afters: fc.array(fc.record({ from: fc.constantFrom(...names), delay, target }), { maxLength: 4 }),
      ons: fc.array(
        fc.record({ from: fc.constantFrom(...names), event: fc.constantFrom(...events), target }),
        {
          maxLength: 5,
        },
      ),
      raises: fc.array(fc.record({ from: fc.constantFrom(...names), delay, named: fc.boolean() }), {
        maxLength: 2,
      }),
      final: fc.boolean(),
    })
    .map(({ afters, ons, raises, final }) => {
      const at = (to: string) => `#${id}.${to}`;
      const states = names.map((name) => {
        if (name === 'c' && final) return [name, { type: 'final' }];
        const mine = <T extends { from: string }>(all: T[]) => all.filter(({ from }) => from === name);
        const after = Object.fromEntries(mine(afters).map((one) => [one.delay, { target: at(one.target) }]));
        const on = Object.fromEntries(mine(ons).map((one) => [one.event, { target: at(one.target) }]));
        const named = (index: number) => ({ id: `${id}-${name}-${index}` });
        const entry = mine(raises).map((one, index) =>
          raise({ type: 'LATE' }, { delay: one.delay, ...(one.named ? named(index) : {}) }),
        );
        const exit = mine(raises).flatMap((one, index) => (one.named ? [cancel(named(index).id)] : []));
        return [name, { after, on, entry, exit }];
      });
      return { id, initial: 'a', states: Object.fromEntries(states) };
    });

const machines = fc.oneof(
  region('only').map((config) => ({ ...config, on: { LATE: '.a' } })),
  fc.tuple(region('left'), region('right')).map(([left, right]) => ({
    id: 'both',
    type: 'parallel' as const,
    states: { left, right },
  })),
);
/** A timer that is set by each that fires doubles what waits with every instant: there are few of them. */
const MOST_MS = 60;
const msIn = (steps: readonly (string | number)[]): number =>
  steps.reduce<number>((sum, step) => (typeof step === 'number' ? sum + step : sum), 0);
const script = fc
  .array(fc.oneof(fc.constantFrom(...events), fc.constantFrom(10, 20)), { maxLength: 12 })
  .map((steps) =>
    steps.filter((step, at) => typeof step !== 'number' || msIn(steps.slice(0, at + 1)) <= MOST_MS),
  );

/** Everything that is due by an instant, stored and restored between any two steps. */
function drivenTo(
  driven: ReturnType<typeof xstateDriven>,
  from: DrivenSnapshot,
  nowMs: number,
): DrivenSnapshot {
  let snapshot = from;
  for (;;) {
    const until = { nowMs, limit: 1, decidedMs: (dueMs: number) => dueMs };
    const { decisions, failed } = advance(driven, { snapshot, atMs: 0 }, until);
    if (failed) throw failed.error;
    const [one] = decisions;
    if (!one) return snapshot;
    snapshot = JSON.parse(JSON.stringify(one.snapshot)) as DrivenSnapshot;
  }
}

function sent(
  driven: ReturnType<typeof xstateDriven>,
  from: DrivenSnapshot,
  event: DrivenEvent,
  atMs: number,
) {
  const decided = decide(driven, from, [event], atMs);
  if (decided.status === 'failed') throw decided.error;
  return decided.status === 'decided' ? (decided.decisions[0]?.snapshot ?? from) : from;
}

describe('a driven machine', () => {
  it('stands where XState’s own actor stands, at every instant', () => {
    fc.assert(
      fc.property(machines, script, (config, steps) => {
        const machine = createMachine(config as never) as AnyStateMachine;
        const clock = new SimulatedClock();
        const actor = createActor(machine, { clock, id: machine.id });
        actor.start();
        const driven = xstateDriven(machine);
        let now = 0;
        let snapshot = driven.start({ atMs: now }).snapshot;
        const compare = () => {
          const live = actor.getSnapshot();
          expect([snapshot.machine.value, snapshot.machine.status]).toEqual([live.value, live.status]);
        };
        for (const step of [...steps, 20, 20]) {
          if (typeof step === 'string') {
            if (actor.getSnapshot().status === 'active') actor.send({ type: step });
            snapshot = sent(driven, snapshot, { event: { type: step } }, now);
          } else {
            now += step;
            for (let passed = 0; passed < step; passed += 10) {
              clock.increment(10);
              snapshot = drivenTo(driven, snapshot, now - step + passed + 10);
            }
          }
          compare();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that has ended takes nothing more, and nothing that was pending', () => {
    const driven = xstateDriven(
      createMachine({
        initial: 'a',
        on: { LATE: '.a' },
        states: {
          a: { entry: raise({ type: 'LATE' }, { delay: 4000 }), after: { 3000: 'b' } },
          b: { type: 'final' },
        },
      }),
    );
    const done = drivenTo(driven, driven.start({ atMs: 0 }).snapshot, 3000);
    expect(done.machine).toMatchObject({ value: 'b', status: 'done' });
    expect(driven.nextWake(done)).toBeNull();
    expect(driven.accepts(done, { event: { type: 'LATE' } }, 4000)).toEqual([
      { code: 'event.notNow', type: 'LATE' },
    ]);
  });

  it.each<[string, object]>([
    [
      'by the last of its regions',
      {
        type: 'parallel',
        on: { LATE: { actions: 'noted' } },
        states: {
          one: {
            initial: 'x',
            states: {
              x: { entry: raise({ type: 'LATE' }, { delay: 50 }), after: { 10: 'y' } },
              y: { type: 'final' },
            },
          },
          two: { initial: 'x', states: { x: { after: { 20: 'y' } }, y: { type: 'final' } } },
        },
      },
    ],
    [
      'through a transition that waits for nothing',
      {
        initial: 'a',
        on: { LATE: '.a' },
        states: {
          a: { entry: raise({ type: 'LATE' }, { delay: 50 }), after: { 20: 'b' } },
          b: { always: 'c' },
          c: { type: 'final' },
        },
      },
    ],
  ])('that has ended %s takes nothing more', (_, config) => {
    const driven = xstateDriven(createMachine(config as never));
    const done = drivenTo(driven, driven.start({ atMs: 0 }).snapshot, 20);
    expect(done.machine.status).toBe('done');
    expect([driven.nextWake(done), driven.wakeEvent(done)]).toEqual([null, null]);
    expect(driven.accepts(done, { event: { type: 'LATE' } }, 60)).toMatchObject([{ code: 'event.notNow' }]);
  });

  it('that has ended as it began waits for nothing', () => {
    const driven = xstateDriven(
      createMachine({
        initial: 'a',
        on: { LATE: '.a' },
        states: { a: { type: 'final', entry: raise({ type: 'LATE' }, { delay: 50 }) } },
      }),
    );
    const { snapshot } = driven.start({ atMs: 0 });
    expect([snapshot.machine.status, driven.nextWake(snapshot)]).toEqual(['done', null]);
  });

  it('keeps apart timers of one instant that a state and its parent wait for, and raises of one name', () => {
    const driven = xstateDriven(
      createMachine({
        initial: 'a',
        after: { 10: { actions: 'outer' } },
        entry: [raise({ type: 'NOTE' }, { delay: 10 }), raise({ type: 'NOTE' }, { delay: 10 })],
        on: { NOTE: { actions: 'note' } },
        states: { a: { after: { 10: 'b' } }, b: {} },
      } as never),
    );
    const from = { snapshot: driven.start({ atMs: 0 }).snapshot, atMs: 0 };
    const { decisions, failed } = advance(driven, from, { nowMs: 10, limit: 9, decidedMs: (ms) => ms });
    expect(failed).toBeNull();
    expect(new Set(decisions.map(({ event }) => event.timer)).size).toBe(4);
    expect(decisions.flatMap(({ effects }) => effects.map(({ type }) => type)).sort()).toEqual([
      'note',
      'note',
      'outer',
    ]);
  });

  it('tells two timers of one instant apart, also when each is armed again at once', () => {
    const side = { initial: 'x', states: { x: { after: { 10: 'y' } }, y: { after: { 0: 'x' } } } };
    const driven = xstateDriven(createMachine({ type: 'parallel', states: { one: side, two: side } }));
    const from = { snapshot: driven.start({ atMs: 0 }).snapshot, atMs: 0 };
    const { decisions } = advance(driven, from, { nowMs: 10, limit: 6, decidedMs: (ms) => ms });
    const timers = decisions.map(({ event }) => event.timer);
    expect(timers).toHaveLength(4);
    expect(new Set(timers).size).toBe(4);
  });

  it('knows itself by the machine’s id, in every process and however often it was asked', () => {
    const driven = xstateDriven(
      createMachine({
        id: 'named',
        context: ({ self }: { self: { id: string } }) => ({ ids: [self.id] }),
        on: { ASK: { actions: assign(({ context, self }) => ({ ids: [...context.ids, self.id] })) } },
      }),
    );
    let { snapshot } = driven.start({ atMs: 0 });
    for (let n = 0; n < 3; n += 1) driven.take(snapshot, { event: { type: 'ASK' } }, n);
    snapshot = driven.take(snapshot, { event: { type: 'ASK' } }, 5).snapshot;
    expect(snapshot.machine.context).toEqual({ ids: ['named', 'named'] });
  });
});

describe('who a machine thinks it is', () => {
  /** What a step makes of it, after so many other steps in this process. */
  const stepAfter = (others: number) => {
    const driven = xstateDriven(
      createMachine({
        id: 'named',
        context: { seen: '' },
        on: {
          ASK: {
            actions: [
              assign({ seen: ({ self }) => `${self.id} ${self.sessionId}` }),
              raise({ type: 'LATE' }, { delay: ({ self }) => self.id.length }),
            ],
          },
        },
      } as never),
    );
    const { snapshot } = driven.start({ atMs: 0 });
    for (let n = 0; n < others; n += 1) driven.take(snapshot, { event: { type: 'ASK' } }, n);
    return driven.take(snapshot, { event: { type: 'ASK' } }, 9).snapshot;
  };

  it('is the same wherever it asks, whatever was asked before', () => {
    expect(stepAfter(0)).toMatchObject({
      machine: { context: { seen: 'named named' } },
      pending: [{ atMs: 9 + 'named'.length }],
    });
    expect(stepAfter(7)).toEqual(stepAfter(0));
  });
});

const child = createMachine({});
const never = Number.POSITIVE_INFINITY;
function raiseError(): never {
  throw new Error('broken');
}

describe('what cannot be driven is refused when the machine is made', () => {
  it.each<[string, object, RegExp]>([
    ['an invoked actor', { invoke: { src: child } }, /invokes an actor/],
    ['an event to an actor', { on: { A: { actions: sendTo('other', { type: 'B' }) } } }, /needs an actor/],
    ['a spawned child', { entry: spawnChild(child) }, /needs an actor/],
    [
      'a child spawned on the way into its first state',
      { initial: { target: 'a', actions: spawnChild(child) }, states: { a: {} } },
      /needs an actor/,
    ],
    [
      'a child stopped as a state is left',
      { initial: 'a', states: { a: { exit: stopChild('x') } } },
      /needs an actor/,
    ],
    ['an event to a parent', { on: { A: { actions: sendParent({ type: 'B' }) } } }, /needs an actor/],
    [
      'an invoked actor far inside',
      { initial: 'a', states: { a: { initial: 'b', states: { b: { invoke: { src: child } } } } } },
      /invokes/,
    ],
    ['an endless raise', { entry: raise({ type: 'A' }, { delay: never }) }, /no instant/],
    ['a delay that is no number', { entry: raise({ type: 'A' }, { delay: Number.NaN }) }, /no instant/],
    ['an after beyond every date', { initial: 'a', states: { a: { after: { 1e300: 'a' } } } }, /no instant/],
  ])('%s', (_, config, why) => {
    expect(() => xstateDriven(createMachine(config as never))).toThrow(why);
  });

  it('a named delay that never ends', () => {
    const machine = createMachine({ initial: 'a', states: { a: { after: { LONG: 'a' } } } });
    expect(() => xstateDriven(machine.provide({ delays: { LONG: never } }))).toThrow(/no instant/);
  });
});

describe('what only a step can show refuses the event', () => {
  const at = (action: unknown) => {
    const driven = xstateDriven(createMachine({ context: {}, on: { A: { actions: action } } } as never));
    const { snapshot } = driven.start({ atMs: 0 });
    return decide(driven, snapshot, [{ event: { type: 'A' } }], 1);
  };

  it.each<[string, unknown, RegExp]>([
    ['an actor spawned in an assign', assign({ kept: ({ spawn }) => spawn(child) }), /no actors/],
    [
      'an assign that throws',
      assign(() => {
        throw new Error('broken');
      }),
      /broken/,
    ],
    [
      'a delayed event that is no JSON',
      raise({ type: 'B', on: new Date(0) } as never, { delay: 10 }),
      /no JSON/,
    ],
    [
      'a delayed event with no number',
      raise({ type: 'B', of: [Number.NaN] } as never, { delay: 10 }),
      /no JSON/,
    ],
    ['an action given a function', { type: 'told', params: { by: () => 1 } }, /no JSON/],
    ['a context that is no JSON', assign({ on: () => new Date(0) }), /no JSON/],
    ['an actor enqueued', enqueueActions(({ enqueue }) => enqueue.spawnChild(child)), /actor/],
    [
      'an event to an actor enqueued',
      enqueueActions(({ enqueue }) => enqueue.sendTo('x', { type: 'B' })),
      /actor/,
    ],
    [
      'a guard in an enqueued action that throws',
      enqueueActions(() => {
        throw new Error('broken inside');
      }),
      /broken inside/,
    ],
    ['a delay that is no number', raise({ type: 'B' }, { delay: () => Number.NaN }), /no instant/],
    ['a delay without an end', raise({ type: 'B' }, { delay: () => never }), /no instant/],
    ['a context with a function', assign({ on: () => () => 1 }), /no JSON/],
    ['a context that is no number', assign({ on: () => Number.NaN }), /no JSON/],
    ['a delay that no date holds', raise({ type: 'B' }, { delay: () => 9e15 }), /no instant/],
    ['a target that is made too late', sendTo(() => ({}) as never, { type: 'B' } as never), /actor/],
  ])('%s', (name, action, why) => {
    if (name === 'a target that is made too late') {
      expect(() => at(action)).toThrow(why); // seen when the machine is made already
      return;
    }
    const decided = at(action);
    expect(decided.status).toBe('failed');
    if (decided.status === 'failed') expect(String(decided.error)).toMatch(why);
  });

  it.each<[string, object]>([
    ['a guard that throws', { on: { A: { target: '.b', guard: () => raiseError() } } }],
    ['an output that throws', { on: { A: '.end' }, output: () => raiseError() }],
    ['a delay that throws', { on: { A: { actions: raise({ type: 'B' }, { delay: () => raiseError() }) } } }],
  ])('%s', (_, config) => {
    const states = { a: {}, b: {}, end: { type: 'final' } };
    const driven = xstateDriven(createMachine({ initial: 'a', states, ...config } as never));
    const { snapshot } = driven.start({ atMs: 0 });
    const decided = decide(driven, snapshot, [{ event: { type: 'A' } }], 1);
    expect(decided).toMatchObject({ status: 'failed' });
    if (decided.status === 'failed') expect(String(decided.error)).toContain('broken');
    expect(driven.nextWake(snapshot)).toBeNull();
  });

  it('an actor spawned as it begins cannot even begin', () => {
    const driven = xstateDriven(
      createMachine({
        context: ({ spawn }: { spawn: (logic: typeof child) => unknown }) => ({ kept: spawn(child) }),
      }),
    );
    expect(() => driven.start({ atMs: 0 })).toThrow(/no actors/);
  });
});
