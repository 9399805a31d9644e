// A run that goes on as a new one at the pace of a script: no act is lost, wrongly refused or left unanswered, also where
// the worker dies between a commit and the end of its task.
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deciding } from '../../machines/definition/parts.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { createDoor } from '../../server/door/door.ts';
import type { Outcome } from '../../server/door/outcome.ts';
import { createKeyring, givenKeys } from '../../server/keys/keyring.ts';
import { submitUpdate } from '../../workflows/messages.ts';
import { submission } from '../builders/migration.ts';
import { signer } from '../builders/signing.ts';
import { startProcess } from './fault-process.ts';
import { insist } from './insist.ts';
import { approve, chair, group, member, owner, returned, submitPhase } from './people.ts';
import {
  chainOfTown,
  createRig,
  type Rig,
  refusalOf,
  standingOf,
  startMigration,
  startWorker,
  submitMessage,
  submitTo,
  townOf,
} from './rig.ts';
import { expectWhole } from './whole.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await createRig();
});
afterEach(async () => {
  await rig.close();
});

/** One way along the first gate and back again. */
const lap = (id: string, seen: () => number): (() => Submission)[] => {
  const over = (name: string) => ({ requestId: `${id}/${name}`, seenVersion: seen() });
  const back = { to: 'fit-gap' } as const;
  return [
    () => submitPhase('fit-gap', over('submit')),
    () => approve('fit-gap', group, over('approve')),
    () =>
      submission({ type: 'goingBack.proposed', ...back, reason: '再度のFit&Gap' }, owner, over('propose')),
    () => submission({ type: 'goingBack.approved', ...back }, chair, over('back')),
    () => submission({ type: 'goingBack.approved', ...back }, member, over('back-too')),
  ];
};

/** As many laps as asked, each act with the version that its last answer gave, without a pause. */
async function walkLaps(submit: (given: Submission) => Promise<Outcome>, laps: number): Promise<string[]> {
  let version = 0;
  const sent: string[] = [];
  for (let n = 0; n < laps; n += 1) {
    for (const next of lap(`lap/${n}`, () => version)) {
      const given = next();
      const outcome = await submit(given);
      if (outcome.status !== 'recorded')
        throw new Error(`${given.requestId} is ${JSON.stringify(outcome)} after ${version} entries`);
      expect(outcome.recorded).toMatchObject({ seq: version + 1, repeated: false });
      version = outcome.recorded.seq;
      sent.push(given.requestId);
    }
  }
  return sent;
}

const LAPS = Number(process.env.SEKIMORI_TEST_LAPS ?? 40);

describe('acts without a pause across new runs', () => {
  it('are each recorded once, at the first asking', async () => {
    await startWorker(rig);
    const town = townOf();
    const handle = await startMigration(rig, town, { historyLimit: 20 });
    const { runId: first } = await handle.describe();
    const care = { revive: async () => false, unanswered: () => undefined };
    const keyring = createKeyring(givenKeys(signer), rig.ledger);
    // "At the first asking" is about new runs, not about how fast a starved machine answers.
    const limits = { answerMs: 120_000, clockMs: 120_000 };
    const door = createDoor({ ledger: rig.ledger, temporal: rig.client, keyring, care, limits });
    const { programme, system } = town;
    const sent = await walkLaps((given) => door.submit(programme.code, system.id, given), LAPS);
    expect((await handle.describe()).runId).not.toBe(first);
    await expectWhole(rig, handle, town, sent);
  }, 900_000);
});

describe('a run that is behind its ledger', () => {
  /** Leaves the run of a migration two entries behind: another workflow of its chain stands for a task that was lost. */
  async function behind(): Promise<{
    handle: Awaited<ReturnType<typeof startMigration>>;
    town: ReturnType<typeof townOf>;
  }> {
    await startWorker(rig);
    const town = townOf();
    const handle = await startMigration(rig, town);
    await submitTo(handle, submitPhase('fit-gap'));
    const { args, ...options } = await twinOptions(town);
    const twin = await rig.client.workflow.start('migrationWorkflow', { ...options, args });
    await submitTo(twin, approve('fit-gap'));
    await submitTo(twin, submission({ type: 'goingBack.proposed', to: 'fit-gap', reason: 'x' }, owner));
    expect(await standingOf(handle)).toMatchObject({ seq: 1 });
    return { handle, town };
  }

  async function twinOptions(town: ReturnType<typeof townOf>) {
    const { begin } = await import('./rig.ts');
    const { realClock } = await import('../../workflows/clock.ts');
    return {
      workflowId: `migration/${chainOfTown(town)}/twin`,
      taskQueue: rig.taskQueue,
      args: [{ begin, clock: realClock, decidedBy: deciding(town).digest }, town],
    };
  }

  it.each([3, undefined])('reads it before it refuses (a sender that has seen %s entries)', async (head) => {
    const { handle, town } = await behind();
    const given = submission({ type: 'goingBack.approved', to: 'fit-gap' }, chair);
    const answer = await handle.executeUpdate(submitUpdate, {
      args: [{ ...submitMessage(chainOfTown(town), [given]), ...(head === undefined ? {} : { head }) }],
    });
    expect(answer).toMatchObject({ version: 4 });
  });

  it('refuses by what it has read there, not by what it knew', async () => {
    const { handle } = await behind();
    expect(await refusalOf(submitTo(handle, approve('fit-gap', member)))).toContain('event.notNow');
    expect(await standingOf(handle)).toMatchObject({ seq: 3 });
  });
});

describe('a worker that dies where a run goes on', () => {
  it.each([4, 5, 6, 7])(
    'between the commit of append %i and the end of its task',
    async (nth) => {
      const town = townOf();
      const handle = await startMigration(rig, town, { historyLimit: 10, taskTimeout: '10 seconds' });
      const dying = await startProcess(rig, { at: 'afterCommit', nth });
      const over = once(dying, 'exit').then(() => startProcess(rig));
      const sent: string[] = [];
      for (let n = 0; n < 6; n += 1) {
        for (const event of [
          submitPhase('fit-gap', { requestId: `${n}/submit` }),
          returned('fit-gap', { requestId: `${n}/return` }),
        ]) {
          await insist(handle, event);
          sent.push(event.requestId);
        }
      }
      await over;
      await expectWhole(rig, handle, town, sent);
      expect(await rig.ledger.headSeq(chainOfTown(town))).toBe(sent.length);
    },
    360_000,
  );
});
