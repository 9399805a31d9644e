// Tells dependent migrations of milestones, each until it arrives. Whoever hears it twice refuses the second without harm,
// so what may not have arrived is always told again.
import { log } from '@temporalio/workflow';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { assertNever, type Effect } from '../../machines/record/effect.ts';
import type { Recorded } from '../driver/recorder.ts';
import { announceMilestone } from '../ledger-calls.ts';
import { type Announcement, migrationWorkflowId } from '../messages.ts';

type Word = Extract<Effect, { kind: 'announce' | 'revoke' | 'forsake' }>;

export class Announcer {
  readonly #definition: MigrationDefinition;
  readonly #lines = new Map<string, Promise<void>>();
  #announcing: Announcement[] = [];

  constructor(definition: MigrationDefinition) {
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
    return effects.flatMap((effect) => {
      switch (effect.kind) {
        case 'notify':
          return [];
        case 'announce':
          return this.#toEach('milestone.reached', effect, receipt.seq);
        case 'forsake':
          return this.#toEach('milestone.forsaken', effect, receipt.seq);
        case 'revoke':
          return this.#toEach('milestone.withdrawn', effect, receipt.seq);
        default:
          return assertNever(effect);
      }
    });
  }

  #toEach(
    type: 'milestone.reached' | 'milestone.withdrawn' | 'milestone.forsaken',
    word: Word,
    seq: number,
  ): Announcement[] {
    const { programme, system } = this.#definition;
    const { milestone, occurredOn } = word;
    const submission: Submission = {
      fact: { type, system: system.id, milestone },
      actor: { kind: 'migration', account: system.id, name: system.name.ja, post: 'migration' },
      occurredOn,
      requestId: `milestone/${system.id}/${milestone}/${seq}`,
    };
    return word.to.map((to) => ({
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
