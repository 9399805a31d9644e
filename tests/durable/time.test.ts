// Months of a migration's time in a moment: every reminder once, none early, none lost; and the same with no cache.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryBody } from '../../machines/record/entry.ts';
import { addDays, instantOf } from '../../machines/values/date.ts';
import { rehearsalClock } from '../../workflows/clock.ts';
import { deadline } from '../builders/migration.ts';
import { approve, contracts, group, stepsDone, submitPhase, withEvidence } from './people.ts';
import { bodiesOf, chainOfTown, standingOf, startMigration, startWorker, submitTo, townOf } from './rig.ts';
import { createSkippingRig, type SkippingRig } from './time-skipping.ts';

const reminders = [-90, -30, -7, 0, 7, 30];
const dueDays = [
  '2024-03-31',
  '2024-06-30',
  '2024-09-30',
  '2025-01-31',
  '2025-01-31',
  '2025-03-31',
  '2025-08-15',
  '2025-12-26',
  '2026-03-31',
  '2027-03-31',
];
const deadlines = dueDays.map((on, index) =>
  deadline(`d${index}`, {
    rule: { kind: 'fixed', on },
    reminders,
    metBy: { phase: 'operation', edge: 'entered' },
  }),
);

/** Every point of every deadline up to an instant, as `id/generation/point` → when. */
function pointsUntil(endMs: number): Map<string, number> {
  const points = deadlines.flatMap(({ id }, index) => {
    const on = dueDays[index] as string;
    const reminding = reminders.map(
      (days) => [`${id}/1/${days}`, instantOf(addDays(on, days), '09:00')] as const,
    );
    return [...reminding, [`${id}/1/due`, instantOf(on, '17:15')] as const];
  });
  return new Map(points.map(([id, at]) => [id, Date.parse(at)] as const).filter(([, at]) => at <= endMs));
}

const firedIn = (bodies: EntryBody[]) =>
  bodies
    .filter(({ fact }) => fact.type === 'deadline.reached')
    .map(({ fact, recordedAt }) => ({
      point: `${fact.deadline}/${fact.generation}/${fact.point}`,
      atMs: Date.parse(recordedAt),
    }));

const startOfRehearsal = Date.parse('2023-11-16T09:00:00+09:00');

let rig: SkippingRig;
beforeAll(async () => {
  rig = await createSkippingRig();
});
afterAll(() => rig.close());

describe('thirty months of one migration', () => {
  it('tell every reminder once, in order, never early', async () => {
    const stop = await startWorker(rig);
    const town = townOf({ deadlines }, true);
    const { code } = town.programme;
    const clock = rehearsalClock(startOfRehearsal, await rig.now());
    const handle = await startMigration(rig, town, { clock, historyLimit: 150 });
    await submitTo(handle, submitPhase('fit-gap'));
    for (let month = 0; month < 30; month += 1) await rig.sleep('30.4375 days');
    const { now, snapshot } = await standingOf(handle);
    // Left running without a worker it would hold the server's time for the tests that follow.
    await handle.terminate();
    await stop();
    const expected = pointsUntil(Date.parse(now));
    const fired = firedIn(await bodiesOf(rig, chainOfTown(town)));
    expect(expected.size).toBeGreaterThan(55);
    expect(fired.map(({ point }) => point).sort()).toEqual([...expected.keys()].sort());
    const lateness = fired.map(({ point, atMs }) => atMs - (expected.get(point) ?? 0));
    expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...lateness)).toBeLessThan(60_000);
    const instants = fired.map(({ atMs }) => atMs);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(snapshot.context.version).toBe(fired.length + 1);
    const reader = { programme: code, account: 'office', holdings: [{ post: 'dx-office' }] };
    expect((await rig.ledger.notices(reader, { limit: 500 })).items).toHaveLength(fired.length);
    expect(await rig.ledger.verify({ programme: code, decide: true })).toMatchObject({ ok: true });
  });
});

describe('a run replayed at every task', () => {
  async function scripted(maxCachedWorkflows: number) {
    const stop = await startWorker(rig, { maxCachedWorkflows });
    const town = townOf({ deadlines: deadlines.slice(0, 5) }, true);
    const clock = rehearsalClock(startOfRehearsal, await rig.now());
    const handle = await startMigration(rig, town, { clock, historyLimit: 60 });
    const later = { type: 'deadline.extended', deadline: 'd3', dueOn: '2025-02-28', reason: '議会' } as const;
    await submitTo(handle, submitPhase('fit-gap', { requestId: 'a' }));
    await rig.sleep('60 days');
    await submitTo(handle, approve('fit-gap', group, { requestId: 'b' }), stepsDone({ requestId: 'c' }));
    await rig.sleep('200 days');
    await submitTo(handle, withEvidence({ requestId: 'd' }));
    await submitTo(handle, stepsDone({ requestId: 'e', fact: later, actor: contracts }));
    await rig.sleep('250 days');
    await handle.terminate();
    await stop();
    const bodies = await bodiesOf(rig, chainOfTown(town));
    return bodies.map(({ seq, requestId, fact }) => ({ seq, requestId, fact }));
  }

  it('decides the same as one that is kept in memory', async () => {
    const kept = await scripted(100);
    expect(kept.length).toBeGreaterThan(20);
    expect(await scripted(0)).toEqual(kept);
  });
});

describe('the one timer of a migration', () => {
  it('is left alone while what it waits for moves later, and set anew only to ring earlier', async () => {
    const stop = await startWorker(rig);
    const byPlan = deadline('plan', {
      rule: { kind: 'plan', phase: 'development', edge: 'end' },
      reminders: [-7],
      metBy: { phase: 'development', edge: 'left' },
    });
    const clock = rehearsalClock(startOfRehearsal, await rig.now());
    const town = townOf({ deadlines: [byPlan] }, true);
    const handle = await startMigration(rig, town, { clock });
    const planned = (endOn: string) =>
      stepsDone({
        fact: { type: 'plan.changed', phase: 'development', startOn: '2023-11', endOn, reason: '見直し' },
      });
    const timers = async () => {
      const events = (await handle.fetchHistory()).events ?? [];
      const started = events.filter((event) => event.timerStartedEventAttributes).length;
      return { started, canceled: events.filter((event) => event.timerCanceledEventAttributes).length };
    };
    // Sent before the first timer is set, the first change would share its task and there would be one timer, not two.
    await expect.poll(timers, { timeout: 90_000 }).toEqual({ started: 1, canceled: 0 });
    await submitTo(handle, planned('2024-06'));
    expect(await timers()).toEqual({ started: 2, canceled: 1 });
    await submitTo(handle, planned('2024-09'));
    await submitTo(handle, planned('2025-03'));
    expect(await timers()).toEqual({ started: 2, canceled: 1 });
    await rig.sleep('300 days');
    expect(firedIn(await bodiesOf(rig, chainOfTown(town)))).toEqual([]);
    await submitTo(handle, planned('2024-10'));
    await rig.sleep('60 days');
    await handle.terminate();
    await stop();
    const fired = firedIn(await bodiesOf(rig, chainOfTown(town)));
    expect(fired.map(({ point, atMs }) => [point, new Date(atMs).toISOString().slice(0, 10)])).toEqual([
      ['plan/5/-7', '2024-10-24'],
      ['plan/5/due', '2024-10-31'],
    ]);
  });
});
