// A machine that has nothing to do with municipalities, driven by the same driver: boiling for 60 days by XState's own
// `after`, longer than the 24.8 days at which a plain timer fires at once.
import { condition, defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import { setup } from 'xstate';
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

type Event = Recordable & { fact: { type: string; timer?: number } };

const toDriven = ({ fact }: Event): DrivenEvent => ({
  event: { type: fact.type },
  ...(fact.timer === undefined ? {} : { timer: fact.timer }),
});

/** The generic machine behind the form of event that a record can keep. */
function recordable(): Played<DrivenSnapshot, Event, EventRefusal, DrivenEffect> {
  const inner = xstateDriven(eggTimer);
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

export async function eggTimerWorkflow(chain: string): Promise<void> {
  const versions = () => ({ definition: 1, path: 'egg', calendar: 'none', machine: 1, definitionDigest: '' });
  const { snapshot } = xstateDriven(eggTimer).start({ atMs: Date.now() });
  const driver = new Driver(
    { ...emptyChain, snapshot, requests: [] as string[] },
    {
      machine: recordable(),
      recorder: new Recorder<DrivenSnapshot, Event, DrivenEffect>(
        { chain, rehearsal: false, versions },
        followedLedger(),
      ),
      time: { nowMs: () => Date.now(), recordedMs: () => Date.now(), wallMs: (ms) => ms },
      refuseRepeated: () => ({ code: 'event.notNow' as const, type: 'repeated' }),
      refuseFailed: ({ fact }) => ({ code: 'machine.failed' as const, type: fact.type }),
      tellsPast: () => false,
      recorded: async () => undefined,
    },
  );
  setHandler(eggUpdate, (event) => driver.submit([event]));
  setHandler(eggQuery, () => driver.state.snapshot);
  const isDone = () => driver.state.snapshot.machine.value === 'done';
  await driver.run(isDone);
  await condition(isDone);
}
