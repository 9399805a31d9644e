// Milestones that other migrations have announced and this one has not taken yet. One whose day has not come here
// (the sender was told of a clock move first) waits; one that is refused for good is dropped: it was known already. What comes as a
// signal is anybody's word, what the record tells is true: however many come, no word keeps a true one out.
import { log } from '@temporalio/workflow';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { awaitedBy, awaitsMilestone } from '../../machines/definition/dependents.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { canonical } from '../../machines/record/entry.ts';
import { AWAITED } from '../../machines/record/limits.ts';
import { earliestDay } from '../../machines/values/date.ts';
import type { Awaited } from '../activities-wanted.ts';
import { type Milestone, milestone } from '../messages.ts';

export class MilestoneInbox {
  readonly #definition: () => MigrationDefinition;
  #waiting: Milestone[];
  #doubtful = false;
  /** What this run has taken or refused for good: told again from the record, it is not looked at again. */
  readonly #settled = new Set<string>();

  constructor(definition: () => MigrationDefinition, waiting: Milestone[]) {
    this.#definition = definition;
    this.#waiting = waiting;
  }

  get waiting(): Milestone[] {
    return this.#waiting;
  }

  /** What is waited for, of which systems. */
  get awaited(): Awaited[] {
    return awaitedBy(this.#definition()).map(({ system, milestone }) => ({ system, milestone }));
  }

  /** What the record says was announced, and this chain does not have: its signal was lost, or is on its way. */
  hear(unheard: readonly Milestone[]): void {
    const told = unheard.filter((word) => !this.#settled.has(saidIn(word)) && this.#isWaitedFor(word));
    const known = new Set(told.map(saidIn));
    // In the order of the record; what it did not know yet when it was asked is newer.
    this.#waiting = [...told, ...this.#waiting.filter((word) => !known.has(saidIn(word)))];
  }

  receive(message: unknown): void {
    const read = milestone.safeParse(message);
    if (!read.success) {
      const fields = read.error.issues.map(({ code, path }) => `${path.map(String).join('.')}: ${code}`);
      log.error('a malformed milestone is dropped', { fields: fields.slice(0, 10) });
    } else if (this.#mayWait(read.data)) this.#waiting = [...this.#waiting, read.data];
  }

  /** True where words were dropped that may be true; asked once. */
  takeDoubt(): boolean {
    const isDoubtful = this.#doubtful;
    this.#doubtful = false;
    return isDoubtful;
  }

  get isDoubtful(): boolean {
    return this.#doubtful;
  }

  /** Once each, only what is waited for, and few on one milestone: the record is asked whether there was more. */
  #mayWait(word: Milestone): boolean {
    if (this.#waiting.some((other) => saidIn(other) === saidIn(word))) return false;
    if (!this.#isWaitedFor(word)) return false;
    // One that comes before the record is asked would overtake those that were dropped.
    const few = this.#waiting.filter((other) => keyOf(other) === keyOf(word)).length < AWAITED;
    if (few && !this.#doubtful) return true;
    this.#doubtful = true;
    log.warn('the record is asked: many words wait on one milestone', {
      requestId: word.submission.requestId,
    });
    return false;
  }

  /** Who announces tells all its dependents; what this one does not wait for is no news to it. */
  #isWaitedFor({ submission }: Milestone): boolean {
    return awaitsMilestone(this.#definition(), submission.fact);
  }

  /** The first that can be taken on a day. */
  ready(today: string): Submission | null {
    return this.#ready(today)?.submission ?? null;
  }

  /** Removes it: it was taken, or refused for good. */
  done(submission: Submission): void {
    const said = canonical(submission);
    this.#settled.add(said);
    this.#waiting = this.#waiting.filter((other) => saidIn(other) !== said);
  }

  #ready(today: string): Milestone | undefined {
    return this.#waiting.find(({ submission }) => earliestDay(submission.occurredOn) <= today);
  }
}

/** All of it: who makes up another word under the same id keeps no true one out. */
const saidIn = ({ submission }: Milestone): string => canonical(submission);
const keyOf = ({ submission: { fact } }: Milestone): string => `${fact.system}/${fact.milestone}`;
