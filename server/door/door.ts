// The one door as the server uses it: an event goes to its workflow under its request id, and what comes back is the
// committed entry, a refusal, or an honest "not known yet". Knows no route and no sentence.
import type { Client } from '@temporalio/client';
import type { z } from 'zod';
import type { Signer } from '../../ledger/lock/signer.ts';
import type { Ledger } from '../../ledger/open.ts';
import { type Submission, submission as submissionSchema } from '../../machines/migration/event.ts';
import { newlyObjections } from '../../machines/migration/rules.ts';
import { CLOCK_MOVED } from '../../machines/programme/clock/acts.ts';
import { type ProgrammeSubmission, programmeSubmission } from '../../machines/programme/event.ts';
import { programmeRefusal } from '../../machines/programme/refusal.ts';
import { chainOf, programmeOf } from '../../machines/record/chain.ts';
import { requestKey } from '../../machines/record/claim.ts';
import type { Entry } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import {
  migrationWorkflowId,
  programmeSubmit,
  programmeSubmitUpdate,
  programmeWorkflowId,
  type Submitted,
  submit,
  submitUpdate,
  updateIds,
} from '../../workflows/messages.ts';
import type { Keyring } from '../keys/keyring.ts';
import { insistently } from './insistently.ts';
import { failed, isExpired, isGone, Malformed, type Outcome } from './outcome.ts';

export interface Door {
  submit: (code: string, system: string, submission: Submission) => Promise<Outcome>;
  submitToProgramme: (code: string, submission: ProgrammeSubmission) => Promise<Outcome>;
}

export interface DoorLimits {
  /** How long an answer is waited for. */
  answerMs: number;
  /** The same for a move of the clock, which answers once everything it passed over has fired. */
  clockMs: number;
}

/** What is done for a run that does not answer. */
export interface DoorCare {
  /** Its workflow is gone: runs it again from the ledger. False where that must not be. */
  revive: (chain: string) => Promise<boolean>;
  unanswered: (chain: string) => void;
}

/** What a message says of its sender: how much of the chain it had read, and when it gives up, by the record's own clock. */
interface Known {
  head: number;
  notAfter: number;
}

type Send = (signer: Signer, known: Known, updateId: string) => Promise<Submitted & { fired?: number }>;

export const usualLimits: DoorLimits = { answerMs: 10_000, clockMs: 120_000 };

export interface DoorParts {
  ledger: Pick<Ledger, 'entryByRequest' | 'headNow' | 'isHandedOver'>;
  temporal: Client;
  keyring: Keyring;
  care: DoorCare;
  limits?: DoorLimits | undefined;
}

export function createDoor({ ledger, temporal, keyring, care, limits = usualLimits }: DoorParts): Door {
  const within = <T>(ms: number, send: () => Promise<T>): Promise<T> =>
    temporal.withDeadline(Date.now() + ms, send);
  /**
   * What is recorded already is answered from the ledger; but a clock move, of which all have to hear before it is acknowledged: its
   * run alone knows when they have.
   */
  const through = async (
    chain: string,
    submission: Submission | ProgrammeSubmission,
    withinMs: number,
    send: Send,
  ): Promise<Outcome> => {
    const { requestId } = submission;
    /** No clock but the record's is asked how late it is: it told the time before this was sent. */
    const ask = (signer: Signer, { seq: head, nowMs }: { seq: number; nowMs: number }, isAgain: boolean) => {
      const notAfter = Math.floor(nowMs) + withinMs;
      const updateId = isAgain ? updateIds.again(requestId, notAfter) : updateIds.person(requestId);
      return insistently(withinMs, (leftMs) =>
        within(leftMs, () => send(signer, { head, notAfter }, updateId)),
      );
    };
    const [there, now] = await Promise.all([
      ledger.entryByRequest(chain, requestKey(submission)),
      ledger.headNow(chain),
    ]);
    const known = there && repeated(there, submission);
    if (known && (known.status === 'reused' || submission.fact.type !== CLOCK_MOVED)) return known;
    try {
      const signer = await keyring.of(programmeOf(chain));
      const answered = await ask(signer, now, false).catch(async (error: unknown) => {
        // Given up when it was sent before, and Temporal remembers that. This sender has not given up.
        if (isExpired(error)) return ask(signer, await ledger.headNow(chain), true);
        // The same update again: had the lost run recorded it, its entry is what comes back.
        if (isGone(error) && (await care.revive(chain)))
          return ask(signer, await ledger.headNow(chain), false);
        throw error;
      });
      return recordedFrom(answered, chain);
    } catch (error) {
      const outcome = failed(error);
      const isClosed = outcome.status !== 'refused' && (await ledger.isHandedOver(programmeOf(chain)));
      if (isClosed) return { status: 'refused', refusals: [programmeRefusal('programme.handedOver', {})] };
      if (outcome.status === 'unanswered') care.unanswered(chain);
      // Sent again on a later day it says another: its run has come to it, so all have heard of the one that stands.
      return known && outcome.status === 'refused' ? known : outcome;
    }
  };
  return {
    submit: async (code, system, given) => {
      // What is signed is what the schema makes of it, which is what the workflow reads and the entry keeps.
      const read = submissionSchema.safeParse(given);
      if (!read.success) return { status: 'malformed', issues: read.error.issues };
      const submission = read.data;
      const chain = chainOf(code, system);
      const refusals = newlyObjections(submission.fact);
      // What is on record and sent again was told before.
      if (refusals.length > 0 && !(await ledger.entryByRequest(chain, requestKey(submission))))
        return { status: 'refused', refusals };
      const handle = temporal.workflow.getHandle(migrationWorkflowId(code, system));
      return through(chain, submission, limits.answerMs, (signer, known, updateId) =>
        handle.executeUpdate(submitUpdate, {
          args: [{ ...vouched(submit, signer.sign(chain, submission)), ...known }],
          updateId,
        }),
      );
    },
    submitToProgramme: async (code, given) => {
      const read = programmeSubmission.safeParse(given);
      if (!read.success) return { status: 'malformed', issues: read.error.issues };
      const submission = read.data;
      const handle = temporal.workflow.getHandle(programmeWorkflowId(code));
      const withinMs = submission.fact.type === CLOCK_MOVED ? limits.clockMs : limits.answerMs;
      return through(code, submission, withinMs, (signer, known, updateId) =>
        handle.executeUpdate(programmeSubmitUpdate, {
          args: [{ ...vouched(programmeSubmit, signer.sign(code, submission)), ...known }],
          updateId,
        }),
      );
    },
  };
}

function recordedFrom(
  { entries, repeated: again, fired = 0 }: Submitted & { fired?: number },
  chain: string,
): Outcome {
  const [entry] = entries;
  if (!entry) throw new Error(`an update of ${chain} answered without its entry`);
  const { seq, hash, recordedAt } = entry;
  return { status: 'recorded', recorded: { seq, hash, recordedAt, repeated: again }, fired };
}

/** A message of one submission. A fact that no person may send is refused here, as the workflow would. */
function vouched<T extends z.ZodType>(schema: T, submission: unknown): z.infer<T> {
  const read = schema.safeParse({ submissions: [submission] });
  if (read.success) return read.data;
  throw new Malformed(read.error.issues);
}

/**
 * The same id again is the entry that stands, even where the sender, who got no answer, filled in the rest anew from
 * what it sees by now. Another person's id, or one of another kind of event, is a mistake.
 */
function repeated({ body, hash }: Entry, submission: Submission | ProgrammeSubmission): Outcome {
  const { fact, actor, seq, recordedAt } = bodyOf({ body });
  const isSame = actor.account === submission.actor.account && fact.type === submission.fact.type;
  if (!isSame) return { status: 'reused' };
  return { status: 'recorded', recorded: { seq, hash, recordedAt, repeated: true }, fired: 0 };
}
