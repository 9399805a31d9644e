// Tells dependent migrations of milestones, each until it arrives. Whoever hears it twice refuses the second without harm,
// so what may not have arrived is always told again.
import { log } from '@temporalio/workflow';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { wordsOf } from '../../machines/migration/announced.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { Effect } from '../../machines/record/effect.ts';
import type { Recorded } from '../driver/recorder.ts';
import { announceMilestone } from '../ledger-calls.ts';
import { type Announcement, migrationWorkflowId } from '../messages.ts';

export class Announcer {
  readonly #definition: () => MigrationDefinition;
  readonly #lines = new Map<string, Promise<void>>();
  #announcing: Announcement[] = [];

  constructor(definition: () => MigrationDefinition) {
    this.#definition = definition;
  }

  /** What has not arrived yet. */
  get announcing(): Announcement[] {
    return this.#announcing;
  }

  announceAll(announcements: readonly Announcement[]): void {
    for (const announcement of announcements) this.#announce(announcement);
  }

  /** Everything that an entry announces or revokes, for each dependent. */
  announcementsOf({ receipt, effects }: Recorded<Submission, Effect>): Announcement[] {
    const definition = this.#definition();
    const { programme } = definition;
    return wordsOf(definition, effects, receipt.seq).map(({ to, submission }) => ({
      workflowId: migrationWorkflowId(programme.code, to),
      milestone: { submission },
    }));
  }

  /** One after the other to each dependent: a milestone that is revoked must not arrive after its revocation. */
  #announce(announcement: Announcement): void {
    const { workflowId } = announcement;
    this.#announcing = [...this.#announcing, announcement];
    const before = this.#lines.get(workflowId) ?? Promise.resolve();
    const told = before
      .then(() => announceMilestone(announcement))
      .catch((error: unknown) => log.error('a milestone was not taken', { to: workflowId, error }))
      .finally(() => {
        this.#announcing = this.#announcing.filter((other) => other !== announcement);
      });
    this.#lines.set(workflowId, told);
  }
}
