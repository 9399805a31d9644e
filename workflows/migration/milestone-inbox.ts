// Milestones that other migrations have announced and this one has not taken yet. One whose day has not come here
// (the sender was told of a clock move first) waits; one that is refused for good is dropped: it was known already.
import { log } from '@temporalio/workflow';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { AWAITED } from '../../machines/record/limits.ts';
import { earliestDay } from '../../machines/values/date.ts';
import type { Awaited } from '../activities-wanted.ts';
import { type Milestone, milestone } from '../messages.ts';

export class MilestoneInbox {
  readonly #definition: MigrationDefinition;
  #waiting: Milestone[];
  /** What this run has taken or refused for good: told again from the record, it is not looked at again. */
  readonly #settled = new Set<string>();

  constructor(definition: MigrationDefinition, waiting: Milestone[]) {
    this.#definition = definition;
    this.#waiting = waiting;
  }

  get waiting(): Milestone[] {
    return this.#waiting;
  }

  /** What is waited for, of which systems. */
  get awaited(): Awaited[] {
    return awaitedBy(this.#definition).map(({ system, milestone }) => ({ system, milestone }));
  }

  /** What the record says was announced, and this chain does not have: its signal was lost, or is on its way. */
  hear(unheard: readonly Milestone[]): void {
    for (const word of unheard) if (!this.#settled.has(word.submission.requestId)) this.receive(word);
  }

  receive(message: unknown): void {
    const read = milestone.safeParse(message);
    if (!read.success) {
      const fields = read.error.issues.map(({ code, path }) => `${path.map(String).join('.')}: ${code}`);
      log.error('a malformed milestone is dropped', { fields: fields.slice(0, 10) });
    } else if (this.#mayWait(read.data)) this.#waiting = [...this.#waiting, read.data];
  }

  /** Once each, only what a gate waits for, and never more than a run can carry. */
  #mayWait({ submission }: Milestone): boolean {
    const { requestId, fact } = submission;
    if (this.#waiting.some((other) => other.submission.requestId === requestId)) return false;
    // Who announces tells all its dependents; what none of this one's gates waits for is no news to it.
    if (!awaits(this.#definition, fact)) return false;
    if (this.#waiting.length < AWAITED) return true;
    log.error('a milestone is dropped: too many wait already', { requestId });
    return false;
  }

  /** The first that can be taken on a day. */
  ready(today: string): Submission | null {
    return this.#ready(today)?.submission ?? null;
  }

  /** Removes it: it was taken, or refused for good. */
  done({ requestId }: Submission): void {
    this.#settled.add(requestId);
    this.#waiting = this.#waiting.filter(({ submission }) => submission.requestId !== requestId);
  }

  #ready(today: string): Milestone | undefined {
    return this.#waiting.find(({ submission }) => earliestDay(submission.occurredOn) <= today);
  }
}

function awaits(
  definition: MigrationDefinition,
  { system, milestone }: Milestone['submission']['fact'],
): boolean {
  return awaitedBy(definition).some((asked) => asked.system === system && asked.milestone === milestone);
}

function awaitedBy({ path }: MigrationDefinition) {
  return path.phases.flatMap(({ gate }) =>
    (gate?.conditions ?? []).filter((asked) => asked.kind === 'milestone'),
  );
}
