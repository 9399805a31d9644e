// Every name and shape that crosses the border of a workflow: ids, queue, start inputs, messages, failure types.
// Names are wire format: renaming one breaks runs. Plain data, so that servers and activities may import it.
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import * as z from 'zod';
import type { MigrationDefinition } from '../machines/definition/definition.ts';
import { milestoneFact } from '../machines/migration/announced.ts';
import { factFrom, submission } from '../machines/migration/event.ts';
import type { MigrationSnapshot } from '../machines/migration/state.ts';
import type { ProgrammeDefinition } from '../machines/programme/definition.ts';
import { programmeSubmission } from '../machines/programme/event.ts';
import type { ProgrammeSnapshot } from '../machines/programme/state.ts';
import { BATCH } from '../machines/record/limits.ts';
import { signature } from '../machines/record/signature.ts';
import { actor } from '../machines/record/submission.ts';
import { type Clock, clock } from './clock.ts';
import type { DriverState } from './driver/driver-state.ts';
import { driverFailures, type Submitted } from './driver/replies.ts';

export type { Submitted } from './driver/replies.ts';

export const taskQueue = 'sekimori';
export const migrationWorkflowType = 'migrationWorkflow';
export const programmeWorkflowType = 'programmeWorkflow';

export const migrationWorkflowId = (code: string, system: string): string => `migration/${code}/${system}`;
export const programmeWorkflowId = (code: string): string => `programme/${code}`;

/** Failure types of an update. `Known`: a clock move that was already taken. */
export const failureTypes = { ...driverFailures, known: 'Known' } as const;

/**
 * A definition as it is asked for in place of itself, where it would be kept in a history: whoever reads the message for a workflow
 * puts the definition there (worker/definition-codec.ts). What it names never changes, so a replay is given the same.
 */
export const definitionRef = (digest: string): string => `${DEFINITION_REF}${digest}`;
export const DEFINITION_REF = 'sekimori-definition:';

/** Beside it a migration's workflow is given its definition (`definitionRef`). */
export interface MigrationStart {
  /** The digest of that definition, as entries name it. Left out where it is given here. */
  decidedBy?: string;
  /** As 0.2.0 gave it. */
  definition?: MigrationDefinition;
  /** The day the path begins and the instant that is recorded, on the programme's clock. */
  begin: { on: string; at: string; continues?: true };
  /** The programme's clock as the starter knows it; the ledger's word on later moves wins. */
  clock: Clock;
  /**
   * What it follows it asks for at once, and a past that comes with its start is recorded before it asks (decision 035). Left out in
   * histories that were begun before.
   */
  asksAtOnce?: true;
  /** A run goes on as a new one at this many history events, or when Temporal suggests it. */
  historyLimit?: number;
  /** Set by the workflow itself when it goes on as a new run. */
  carried?: CarriedMigration;
}

/** The arguments of a migration's workflow that begins today. */
export const migrationArguments = (
  start: Omit<MigrationStart, 'decidedBy' | 'definition' | 'asksAtOnce' | 'carried'>,
  decidedBy: string,
): [MigrationStart, string] => [{ ...start, decidedBy, asksAtOnce: true }, definitionRef(decidedBy)];

export interface CarriedMigration {
  state: DriverState<MigrationSnapshot>;
  clock: Clock;
  /** Milestones of others that lie in this migration's future. */
  awaited: z.infer<typeof milestone>[];
  /** Announcements that have not arrived yet. */
  announcing: Announcement[];
  visible: Record<string, string | boolean | null>;
}

export interface ProgrammeStart {
  /** As a migration's. */
  decidedBy?: string;
  definition?: ProgrammeDefinition;
  clock: Clock;
  historyLimit?: number;
  carried?: { state: DriverState<ProgrammeSnapshot>; clock: Clock };
}

/**
 * `head`: how many entries the chain had when the sender last read it, before this was sent. A run that knows as many
 * refuses at once; one that knows fewer, or is not told, reads its ledger first: that costs history.
 */
const head = z.number().int().min(0).optional();
/** Milliseconds of the record's own clock (`headNow`): the sender gives up then, and nothing it gave up is taken. */
const notAfter = z.number().int().min(0).optional();

/** Who may come through a submit: those whom a server vouches for. */
const vouched = { actor: actor.extend({ kind: z.enum(['person', 'import']) }), signature };

/** Usually one act. Several are taken all or none, in order, as one entry each. */
export const submit = z.strictObject({
  submissions: z
    .array(submission.extend({ fact: factFrom('person', 'import'), ...vouched }))
    .min(1)
    .max(BATCH),
  head,
  notAfter,
  /** The answer says which version it led to and names no entries: it lies in the history. */
  isBrief: z.literal(true).optional(),
});
export type Submit = z.infer<typeof submit>;
export const programmeSubmit = z.strictObject({
  submissions: z.array(programmeSubmission.extend(vouched)).min(1).max(BATCH),
  head,
  notAfter,
});
export type ProgrammeSubmit = z.infer<typeof programmeSubmit>;

/** `fired`: deadline points that fell due while a clock move passed over them. */
export type ProgrammeSubmitted = Submitted & { fired: number };

/** Another migration's word and nothing else; what announced it is looked for in the ledger. */
export const milestone = z.strictObject({
  submission: submission.extend({
    fact: milestoneFact,
    actor: actor.extend({ kind: z.literal('migration') }),
  }),
});
export type Milestone = z.infer<typeof milestone>;

/** One dependent told of one milestone: the argument of the activity `announceMilestone`. */
export interface Announcement {
  workflowId: string;
  milestone: Milestone;
}

/** One move as the sender has read it: the entry of the programme's chain, and the move before it (0: none). */
const saidMove = z.strictObject({
  after: z.number().int().min(0),
  entry: z.strictObject({ body: z.string(), hash: z.string(), effects: z.string() }),
});
export type SaidMove = z.infer<typeof saidMove>;

/**
 * Look at the programme's chain: its clock was moved by that entry. `said` spares the looking: what it says counts once the record has
 * confirmed it, with the append that follows from it (`Following`). Left out in histories that were begun before, and then read there.
 */
export const clockNews = z.strictObject({ revision: z.number().int().min(1), said: saidMove.optional() });
export type ClockNews = z.infer<typeof clockNews>;

/** The argument of the activity `tellClock`: every one of `workflowIds` that runs is told, and has caught up. */
export interface ClockRound extends Pick<ClockNews, 'revision'> {
  /** Left out in histories that were begun before. */
  programme?: string;
  workflowIds: string[];
}

/** Look at the programme's chain: that entry adopted an edition. What is adopted is read there. */
export const adoptionNews = z.strictObject({ adopted: z.number().int().min(1) });
export type AdoptionNews = z.infer<typeof adoptionNews>;

/** The argument of the activity `tellAdoption`. `clock`: what new migrations begin with. */
export interface AdoptionRound extends AdoptionNews {
  programme: string;
  clock: Clock;
}

/** The argument of the activity `tellOccurrence`: the entry of a programme's chain that says what happened. */
export interface OccurrenceRound {
  programme: string;
  entry: number;
}

/** Where a run is: the last entry it knows, its clock, and what it decides on: all of it as it was started and has gone on since. */
export const whereabouts = z.strictObject({
  seq: z.number().int().min(0),
  head: z.string(),
  clock,
  /** False until it has read its ledger: then it may know less than it will in a moment. */
  followed: z.boolean(),
  /** SHA-256 of its state and of its definition, as entries name them. */
  stateHash: z.string(),
  decidedBy: z.string(),
});
export type Whereabouts = z.infer<typeof whereabouts>;

export interface RunState<Snapshot> {
  snapshot: Snapshot;
  seq: number;
  head: string;
  clock: Clock;
  /** Now, on the programme's clock. */
  now: string;
}

/** Update ids, by who chose them: those of people, of an import and of the programme's clock never meet. */
export const updateIds = {
  person: (requestId: string) => `person:${requestId}`,
  /** The same request once more: under its own id it was given up. */
  again: (requestId: string, notAfter: number) => `again:${notAfter}:${requestId}`,
  import: (place: string) => `import:${place}`,
  clock: (revision: number) => `clock:${revision}`,
  adoption: (seq: number) => `adoption:${seq}`,
  occurrence: (entry: number) => `occurrence:${entry}`,
  continuation: (seq: number) => `continuation:${seq}`,
} as const;

/**
 * The one door. Send it with the request id as the update id (`updateIds`), and the first one of a migration, which imports its
 * history, by update-with-start: so that the past is in before anything that is due is looked at.
 */
export const submitUpdate = defineUpdate<Submitted, [Submit]>('submit');
/** The same door of a programme. */
export const programmeSubmitUpdate = defineUpdate<ProgrammeSubmitted, [ProgrammeSubmit]>('submit');
/** From the programme to a migration; answers how many deadline points were recorded. */
export const clockUpdate = defineUpdate<{ fired: number }, [ClockNews]>('clock');
/** From the programme to a migration: answered once what it is to adopt is adopted. */
export const adoptUpdate = defineUpdate<void, [AdoptionNews]>('adopt');
export const milestoneSignal = defineSignal<[Milestone]>('milestone');
/** Follow the ledger: it may hold entries this workflow does not know. Migrations and programmes. */
export const nudgeSignal = defineSignal('nudge');
/**
 * Asks a run where it is; always refused, with its `Whereabouts`. A query would do, were it not answered in the middle of a task: the
 * SDK then ends the task early, and what a local activity has answered meanwhile comes in another order when it is replayed (020).
 */
export const whereaboutsUpdate = defineUpdate<never, []>('whereabouts');
export const snapshotQuery = defineQuery<RunState<MigrationSnapshot>>('snapshot');
export const programmeSnapshotQuery = defineQuery<RunState<ProgrammeSnapshot>>('snapshot');
