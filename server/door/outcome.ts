// What became of an update that was sent: the entry, a no, or not known yet; and which failures tell that it is worth asking
// once more.
import {
  isGrpcDeadlineError,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import type { z } from 'zod';
import type { FalseClaim } from '../../ledger/chain/corrected.ts';
import { isLedgerRefusal, type LedgerRefusalCode } from '../../ledger/chain/failure.ts';
import type { ProgrammeRefusal } from '../../machines/programme/refusal.ts';
import { type Refusal, refusal } from '../../machines/record/refusal.ts';
import { failureTypes } from '../../workflows/messages.ts';
import { KeyMissing } from '../keys/keyring.ts';

const FAILED_PRECONDITION = 9;
/** Temporal's own word for an update that a task left alone. */
const UNPROCESSED = 'UnprocessedUpdate';

export interface Recorded {
  seq: number;
  hash: string;
  recordedAt: string;
  repeated: boolean;
}

export type Outcome =
  | { status: 'recorded'; recorded: Recorded; fired: number }
  | { status: 'refused'; refusals: (Refusal | ProgrammeRefusal)[] }
  | { status: 'malformed'; issues: z.core.$ZodIssue[] }
  /** The request id stands for something else. */
  | { status: 'reused' }
  /** The record will never take it as it is: nothing was written, and asking again changes nothing. */
  | { status: 'unrecordable'; code: LedgerRefusalCode }
  /** The programme names a key that this server does not hold: nothing was sent. */
  | { status: 'unsignable'; key: string }
  /** No answer in time: it may be recorded or not. */
  | { status: 'unanswered'; cause: unknown };

/** Refused before it was sent. */
export class Malformed extends Error {
  readonly issues: z.core.$ZodIssue[];
  constructor(issues: z.core.$ZodIssue[]) {
    super('malformed');
    this.issues = issues;
  }
}

export function failed(error: unknown): Outcome {
  if (error instanceof Malformed) return { status: 'malformed', issues: error.issues };
  if (error instanceof KeyMissing) return { status: 'unsignable', key: error.key };
  const cause = failureIn(error);
  if (cause) {
    // The workflow's own failures carry what messages.ts says they carry.
    const [detail] = (cause.details ?? []) as [unknown?];
    if (cause.type === failureTypes.refused) return { status: 'refused', refusals: detail as Refusal[] };
    if (cause.type === failureTypes.malformed) {
      return { status: 'malformed', issues: detail as z.core.$ZodIssue[] };
    }
    // Later it may be taken: it was too late only for this time.
    if (isExpired(error)) return { status: 'unanswered', cause: error };
    if (cause.type === neverStood) return { status: 'refused', refusals: [neverStoodIn(detail)] };
    if (isLedgerRefusal(cause.type)) return { status: 'unrecordable', code: cause.type };
  }
  return { status: 'unanswered', cause: error };
}

const neverStood: LedgerRefusalCode = 'entry.neverStood';

/** What the record says of the entry is an answer to who would put it right, or says they looked at it. */
function neverStoodIn(facts: unknown): Refusal {
  // Of the ledger's own refusal of that code.
  const { entry, type, why } = facts as {
    entry: number;
    type: string;
    why: FalseClaim | 'seen' | 'resolution';
  };
  if (why === 'resolution') return refusal('meeting.neverResolved', {});
  if (why === 'seen') return refusal('seen.neverSo', { entry });
  return why === 'replaced'
    ? refusal('correction.standsNot', { entry, type })
    : refusal('correction.neverStood', { entry });
}

/** What an update failed with: its own word, or the ledger's. */
function failureIn(error: unknown): ApplicationFailure | null {
  const given = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  const cause = given instanceof ActivityFailure ? given.cause : given;
  return cause instanceof ApplicationFailure ? cause : null;
}

/** Its sender had given it up, by the record's clock. */
export const isExpired = (error: unknown): boolean => {
  const expired: LedgerRefusalCode = 'entry.expired';
  return failureIn(error)?.type === expired;
};

/** No workflow runs, or it ended while it had the update in hand. */
export function isGone(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  return cause instanceof ApplicationFailure && cause.type === 'AcceptedUpdateCompletedWorkflow';
}

/** For a log line: an ordinary slow answer, or something that wants looking at. */
export const isOrdinaryWait = (cause: unknown): boolean => isGrpcDeadlineError(cause);

/** What Temporal answered a call with: the failure itself, or what lies in it. */
export function servedIn(error: unknown): { code: number } | null {
  const served = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  return isGrpcServiceError(served) ? served : null;
}

/** It could not do what was asked in the state in which the run was: there, a task of it that failed. */
export const isUnmetIn = (error: unknown): boolean => servedIn(error)?.code === FAILED_PRECONDITION;

/**
 * A task of the run failed while it had the update in hand, as where a run goes on as a new one: nobody knows what became of it. Or it
 * ended without a word on it, as where its worker was stopped meanwhile.
 */
export function isInterrupted(error: unknown): boolean {
  return failureIn(error)?.type === UNPROCESSED || isUnmetIn(error);
}
