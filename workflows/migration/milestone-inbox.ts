// Milestones that other migrations have announced and this one has not taken yet. One whose day has not come here
// (the sender was told of a clock move first) waits; one that is refused for good is dropped: it was known already.
import { log } from '@temporalio/workflow';
import type { Submission } from '../../machines/migration/event.ts';
import { earliestDay } from '../../machines/values/date.ts';
import { type Milestone, milestone } from '../messages.ts';

export class MilestoneInbox {
  #waiting: Milestone[];

  constructor(waiting: Milestone[]) {
    this.#waiting = waiting;
  }

  get waiting(): Milestone[] {
    return this.#waiting;
  }

  receive(message: unknown): void {
    const read = milestone.safeParse(message);
    if (read.success) this.#waiting = [...this.#waiting, read.data];
    else log.error('a malformed milestone is dropped', { issues: read.error.issues });
  }

  /** The first that can be taken on a day. */
  ready(today: string): Submission | null {
    return this.#ready(today)?.submission ?? null;
  }

  /** Removes it: it was taken, or refused for good. */
  done({ requestId }: Submission): void {
    this.#waiting = this.#waiting.filter(({ submission }) => submission.requestId !== requestId);
  }

  #ready(today: string): Milestone | undefined {
    return this.#waiting.find(({ submission }) => earliestDay(submission.occurredOn) <= today);
  }
}
