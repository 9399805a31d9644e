// A machine that has nothing to do with municipalities, driven by the same driver: boiling for 60 days by XState's own
// `after`, longer than the 24.8 days at which a plain timer fires at once.
import { condition, defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import { type AnyStateMachine, assign, enqueueActions, setup } from 'xstate';
import type { Played } from '../../machines/play/playable.ts';
import {
  type DrivenEffect,
  type DrivenEvent,
  type DrivenSnapshot,
  type EventRefusal,
  xstateDriven,
} from '../../machines/play/xstate-driven.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { Driver } from '../../workflows/driver/driver.ts';
import { emptyChain, type Recordable, Recorder } from '../../workflows/driver/recorder.ts';
import { followedLedger } from '../../workflows/ledger-calls.ts';
import type { Submitted } from '../../workflows/messages.ts';

const DAY_MS = 86_400_000;

export const eggTimer = setup({ actions: { ring: () => undefined } }).createMachine({
  id: 'egg',
  initial: 'boiling',
  states: {
    boiling: { after: { [60 * DAY_MS]: { target: 'done', actions: 'ring' } }, on: { lifted: 'raw' } },
    raw: { on: { lowered: 'boiling' } },
    done: {},
  },
});

/** Two eggs in one pot: their timers have one instant and one name, and one of them breaks where it is poked. */
export const eggPair = setup({ actions: { ring: () => undefined } }).createMachine({
  id: 'pair',
  type: 'parallel',
  context: { pokes: 0 },
  on: {
    poked: {
      actions: assign({
        pokes: () => {
          throw new Error('it broke');
        },
      }),
    },
    stirred: { actions: assign({ pokes: ({ context }) => context.pokes + 1 }) },
    dropped: { actions: enqueueActions(({ enqueue }) => enqueue.spawnChild(eggTimer)) },
  },
  states: {
    left: { initial: 'raw', states: { raw: { after: { [DAY_MS]: 'done' } }, done: { entry: 'ring' } } },
    right: { initial: 'raw', states: { raw: { after: { [DAY_MS]: 'done' } }, done: { entry: 'ring' } } },
  },
});

const machines = { egg: eggTimer, pair: eggPair } as const;

type Event = Recordable & { fact: { type: string; timer?: number } };

const toDriven = ({ fact }: Event): DrivenEvent => ({
  event: { type: fact.type },
  ...(fact.timer === undefined ? {} : { timer: fact.timer }),
});

/** The generic machine behind the form of event that a record can keep. */
function recordable(machine: AnyStateMachine): Played<DrivenSnapshot, Event, EventRefusal, DrivenEffect> {
  const inner = xstateDriven(machine);
  return {
    accepts: (snapshot, event, atMs) => inner.accepts(snapshot, toDriven(event), atMs),
    take: (snapshot, event, atMs) => inner.take(snapshot, toDriven(event), atMs),
    nextWake: inner.nextWake,
    wakeEvent(snapshot) {
      const wake = inner.wakeEvent(snapshot);
      const atMs = inner.nextWake(snapshot);
      if (wake?.timer === undefined || atMs === null) return null;
      const actor = { kind: 'timer', account: 'timer', name: 'timer', post: 'timer' };
      const fact = { type: wake.event.type, timer: wake.timer };
      return { requestId: `wake/${wake.timer}`, fact, actor, occurredOn: dayOf(instantFromMs(atMs)) };
    },
  };
}

export const eggUpdate = defineUpdate<Submitted, [Event]>('egg');
export const eggQuery = defineQuery<DrivenSnapshot>('state');

export async function eggTimerWorkflow(chain: string, kind: keyof typeof machines = 'egg'): Promise<void> {
  const machine = machines[kind];
  const versions = () => ({ definition: 1, path: 'egg', calendar: 'none', machine: 1, definitionDigest: '' });
  const { snapshot } = xstateDriven(machine).start({ atMs: Date.now() });
  const driver = new Driver(
    { ...emptyChain, snapshot, requests: [] as string[] },
    {
      machine: recordable(machine),
      recorder: new Recorder<DrivenSnapshot, Event, DrivenEffect>(
        { chain, rehearsal: false, versions },
        followedLedger,
      ),
      decides: () => true,
      learnTime: async () => undefined,
      restsOnTime: () => false,
      time: { nowMs: (wallMs) => wallMs, recordedMs: (_dueMs, wallMs) => wallMs, wallMs: (ms) => ms },
      refuseRepeated: () => ({ code: 'event.notNow' as const, type: 'repeated' }),
      refuseFailed: ({ fact }) => ({ code: 'machine.failed' as const, type: fact.type }),
      tellsPast: () => false,
      recorded: async () => undefined,
    },
  );
  setHandler(eggUpdate, (event) => {
    driver.hear();
    return driver.submit([event]);
  });
  setHandler(eggQuery, () => driver.state.snapshot);
  const isDone = () => driver.state.snapshot.pending.length === 0 && hasRung(driver.state.snapshot);
  await driver.run(isDone);
  await condition(isDone);
}

/** Every egg is done. */
function hasRung({ machine: { value } }: DrivenSnapshot): boolean {
  const all = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return all.every((state) => state === 'done');
}
