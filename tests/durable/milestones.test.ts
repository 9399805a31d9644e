// A milestone of one migration reaches those that wait for it, whichever of the two is not running when it is announced,
// and is taken back when its path goes back behind it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createActivities } from '../../activities/index.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { type Milestone, milestoneSignal, nudgeSignal } from '../../workflows/messages.ts';
import { deadline, submission } from '../builders/migration.ts';
import { approve, chair, group, member, office, submitPhase } from './people.ts';
import {
  bodiesOf,
  chainOfTown,
  createRig,
  type Rig,
  standingOf,
  startMigration,
  startWorker,
  submitTo,
  townOf,
} from './rig.ts';

/** A worker without a cache gives up a run's task when another's comes: the engine hands it out again after as long. */
const taskTimeout = '10 seconds';

let rig: Rig;
beforeAll(async () => {
  rig = await createRig();
});
afterAll(() => rig.close());

/** The platform that one gate of the small migration waits for: its first gate announces the milestone. */
function platformFor(waiting: MigrationDefinition): MigrationDefinition {
  const [first, ...others] = waiting.path.phases;
  if (!first) throw new Error('a path has phases');
  const announcing = { ...first, announces: 'integration-test-1' };
  return {
    ...waiting,
    system: { ...waiting.system, id: 'renkei', name: { ja: '連携基盤', en: 'Platform' } },
    path: { ...waiting.path, phases: [announcing, ...others] },
    dependents: [waiting.system.id],
  };
}

const milestonesOf = async (handle: Awaited<ReturnType<typeof startMigration>>) =>
  Object.keys((await standingOf(handle)).snapshot.context.milestones);

it('a milestone survives the restarts of both ends, arrives once, and is revoked in order', async () => {
  const waiting = townOf();
  const platform = platformFor(waiting);
  const firstLife = await startWorker(rig);
  const announcing = await startMigration(rig, platform, { taskTimeout });
  await submitTo(announcing, submitPhase('fit-gap'), approve('fit-gap', group));
  await firstLife();
  // Only now is there anyone to tell, and a worker that knows nothing of the first one's calls.
  const listening = await startMigration(rig, waiting, { taskTimeout });
  const secondLife = await startWorker(rig, { maxCachedWorkflows: 0 });
  await expect
    .poll(() => milestonesOf(listening), { timeout: 270_000 })
    .toEqual(['renkei/integration-test-1']);
  await submitTo(
    announcing,
    submission({ type: 'goingBack.proposed', to: 'fit-gap', reason: '結合テストのやり直し' }, office),
    submission({ type: 'goingBack.approved', to: 'fit-gap' }, chair),
    submission({ type: 'goingBack.approved', to: 'fit-gap' }, member),
  );
  await expect.poll(() => milestonesOf(listening), { timeout: 270_000 }).toEqual([]);
  const facts = (await bodiesOf(rig, chainOfTown(waiting))).map(({ fact }) => fact.type);
  expect(facts).toEqual(['milestone.reached', 'milestone.withdrawn']);
  await secondLife();
}, 600_000);

it('reaches a migration that only counts a deadline from it', async () => {
  const town = townOf();
  const phases = town.path.phases.map(({ gate, ...phase }) => ({
    ...phase,
    ...(gate
      ? { gate: { ...gate, conditions: gate.conditions.filter(({ kind }) => kind !== 'milestone') } }
      : {}),
  }));
  const anchor = { system: 'renkei', milestone: 'integration-test-1' };
  const rule = { kind: 'forward' as const, anchor, length: 10, unit: 'days' as const };
  const counting = { ...town, path: { ...town.path, phases }, deadlines: [deadline('counted', { rule })] };
  const stop = await startWorker(rig);
  const announcing = await startMigration(rig, platformFor(counting));
  const listening = await startMigration(rig, counting);
  await submitTo(announcing, submitPhase('fit-gap'), approve('fit-gap', group));
  const dueOn = async () => (await standingOf(listening)).snapshot.context.deadlines.counted?.dueOn;
  await expect.poll(dueOn, { timeout: 270_000 }).toMatch(/^\d{4}-/);
  await stop();
}, 600_000);

/** A worker that never gets anything of one chain recorded: its run hears, and cannot take. */
function deafWorker(chain: string): Promise<() => Promise<void>> {
  const activities = createActivities(rig);
  const appendEntries: typeof activities.appendEntries = async (entries, ...given) => {
    if (entries.some(({ body }) => body.includes(`"chain":"${chain}"`))) throw new Error('not now');
    return activities.appendEntries(entries, ...given);
  };
  return startWorker(rig, { activities: { ...activities, appendEntries } });
}

const toldBy = async ({ workflowId }: Awaited<ReturnType<typeof startMigration>>): Promise<number> => {
  const { events } = await rig.client.workflow.getHandle(workflowId).fetchHistory();
  return (events ?? []).filter((event) => event.activityTaskCompletedEventAttributes).length;
};

it('words that a run has heard and lost before it took them are told again, in order, to the one started from nothing', async () => {
  const waiting = townOf();
  const platform = platformFor(waiting);
  const chain = chainOfTown(waiting);
  const stopDeaf = await deafWorker(chain);
  const lost = await startMigration(rig, waiting);
  const announcing = await startMigration(rig, platform);
  await submitTo(announcing, submitPhase('fit-gap'), approve('fit-gap', group));
  await submitTo(
    announcing,
    submission({ type: 'goingBack.proposed', to: 'fit-gap', reason: '結合テストのやり直し' }, office),
    submission({ type: 'goingBack.approved', to: 'fit-gap' }, chair),
    submission({ type: 'goingBack.approved', to: 'fit-gap' }, member),
  );
  await expect.poll(() => toldBy(announcing), { timeout: 120_000 }).toBe(2);
  await lost.terminate('lost');
  await stopDeaf();
  expect(await bodiesOf(rig, chain)).toEqual([]);
  const anew = await startMigration(rig, waiting);
  const stopAnew = await startWorker(rig);
  const types = async () => (await bodiesOf(rig, chain)).map(({ fact }) => fact.type);
  await expect
    .poll(types, { timeout: 120_000, message: 'what was announced' })
    .toEqual(['milestone.reached', 'milestone.withdrawn']);
  // A word that comes a second time, or is told again by the record, changes nothing.
  await submitTo(announcing, submitPhase('fit-gap'), approve('fit-gap', group));
  await expect.poll(() => milestonesOf(anew), { timeout: 120_000 }).toEqual(['renkei/integration-test-1']);
  await anew.signal(nudgeSignal);
  await anew.terminate('lost again');
  const last = await startMigration(rig, waiting);
  await expect.poll(() => milestonesOf(last), { timeout: 120_000 }).toEqual(['renkei/integration-test-1']);
  expect(await types()).toEqual(['milestone.reached', 'milestone.withdrawn', 'milestone.reached']);
  await stopAnew();
}, 600_000);

it('made-up words of far days, however many and under whichever id, keep no true one out', async () => {
  const waiting = townOf();
  const platform = platformFor(waiting);
  await startWorker(rig);
  const [listening, announcing] = [await startMigration(rig, waiting), await startMigration(rig, platform)];
  const madeUp = (seq: number) => ({
    fact: { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' },
    actor: { kind: 'migration', account: 'renkei', name: '連携基盤', post: 'migration' },
    occurredOn: '2150-12-31',
    requestId: `milestone/renkei/integration-test-1/${seq}`,
  });
  for (let seq = 1; seq <= 210; seq += 1)
    await listening.signal(milestoneSignal, { submission: madeUp(seq) } as Milestone);
  await submitTo(announcing, submitPhase('fit-gap'), approve('fit-gap', group));
  await expect
    .poll(() => milestonesOf(listening), { timeout: 60_000 })
    .toEqual(['renkei/integration-test-1']);
}, 600_000);
