// Starts the workflows of a programme and gives them their past through the one door. Every step may be repeated: a
// workflow that runs goes on, and what is recorded already is not recorded again.
import { randomUUID } from 'node:crypto';
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import type { RecordedMigration } from '../../ledger/definitions/definitions.ts';
import type { Signer } from '../../ledger/lock/signer.ts';
import type { Deciding } from '../../machines/definition/parts.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { BATCH, BYTES } from '../../machines/record/limits.ts';
import { dayOf, earliestDay, instantFromMs } from '../../machines/values/date.ts';
import { type Clock, programmeMsAt } from '../../workflows/clock.ts';
import {
  definitionRef,
  type MigrationStart,
  migrationArguments,
  migrationWorkflowId,
  migrationWorkflowType,
  type ProgrammeStart,
  taskQueue as productQueue,
  programmeSubmit,
  programmeSubmitUpdate,
  programmeWorkflowId,
  programmeWorkflowType,
  submit,
  submitUpdate,
  updateIds,
} from '../../workflows/messages.ts';
import { insistently } from '../door/insistently.ts';
import type { Keyring } from '../keys/keyring.ts';
import { sekimori } from './own-actor.ts';

const ANSWER_MS = 60_000;
const START_MS = 15_000;
const SIGNATURE_BYTES = 150;

export type Starter = ReturnType<typeof createStarter>;

export function createStarter(temporal: Client, keyring: Keyring, taskQueue: string = productQueue) {
  const { workflow } = temporal;
  const started = (type: string, options: ReturnType<typeof startOptions>) =>
    temporal.withDeadline(Date.now() + START_MS, () => workflow.start(type, options));
  const startOptions = (workflowId: string, args: [MigrationStart | ProgrammeStart, string]) => ({
    workflowId,
    taskQueue,
    args,
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
  });
  const within = <T>(send: () => Promise<T>): Promise<T> =>
    insistently(ANSWER_MS, (leftMs) => temporal.withDeadline(Date.now() + leftMs, send));
  return {
    /** Gives the number of entries that stand for the past. `isPinned`: the programme's chain names its key already. */
    programme: async (
      { definition, digest, clock }: Deciding<ProgrammeDefinition> & { clock: Clock },
      past: readonly ProgrammeSubmission[],
      isPinned: boolean,
    ): Promise<number> => {
      const { code } = definition;
      const options = startOptions(programmeWorkflowId(code), [
        { clock, decidedBy: digest },
        definitionRef(digest),
      ]);
      await started(programmeWorkflowType, options);
      const pin = isPinned ? [] : [['key', [pinOf(keyring.newest(), clock, past)]] as const];
      for (const [place, given] of [...pin, ...chunks(past)]) {
        const signer = await keyring.of(code);
        const submissions = given.map((submission) => signer.sign(code, submission));
        const updateId = updateIds.import(askedAnew(place));
        await within(() =>
          workflow.executeUpdateWithStart(programmeSubmitUpdate, {
            args: [programmeSubmit.parse({ submissions })],
            updateId,
            startWorkflowOperation: new WithStartWorkflowOperation(programmeWorkflowType, options),
          }),
        );
      }
      return past.length;
    },
    migration: async (
      { definition, digest, begin, clock }: RecordedMigration & { clock: Clock },
      past: readonly Submission[],
    ): Promise<number> => {
      const { programme, system } = definition;
      const chain = chainOf(programme.code, system.id);
      const workflowId = migrationWorkflowId(programme.code, system.id);
      const options = startOptions(workflowId, migrationArguments({ begin, clock }, digest));
      if (past.length === 0) await started(migrationWorkflowType, options);
      for (const [place, given] of chunks(past)) {
        const signer = await keyring.of(programme.code);
        const submissions = given.map((submission) => signer.sign(chain, submission));
        const updateId = updateIds.import(askedAnew(place));
        await within(() =>
          workflow.executeUpdateWithStart(submitUpdate, {
            args: [submit.parse({ submissions, isBrief: true })],
            updateId,
            startWorkflowOperation: new WithStartWorkflowOperation(migrationWorkflowType, options),
          }),
        );
      }
      return past.length;
    },
  };
}

/** An earlier loading's failure is no answer to this one; what is recorded already is not recorded again. */
const askedAnew = (place: string): string => `${place}/${randomUUID()}`;

/** By number and by bytes, each with its place. */
function chunks<T>(items: readonly T[]): [string, T[]][] {
  const found: T[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + SIGNATURE_BYTES;
    const last = found.at(-1);
    if (last && last.length < BATCH && bytes + size <= BYTES.message) {
      last.push(item);
      bytes += size;
    } else {
      found.push([item]);
      bytes = size;
    }
  }
  return found.map((chunk, index) => [`past/${index}`, chunk]);
}

/** The first entry of a programme's chain: the key that vouches for all that follow, dated no later than the first of them. */
function pinOf(
  { publicKey }: Signer,
  clock: Clock,
  past: readonly ProgrammeSubmission[],
): ProgrammeSubmission {
  const today = dayOf(instantFromMs(programmeMsAt(clock, Date.now())));
  const days = [today, ...past.map(({ occurredOn }) => earliestDay(occurredOn))];
  return {
    fact: { type: 'signingKey.pinned', publicKey },
    actor: sekimori,
    occurredOn: days.sort()[0] ?? today,
    requestId: 'signing-key/1',
  };
}
