// The words that a migration has for those that depend on it: what an entry's effects say to each, as the submission that
// the dependent one is sent. Whoever announces and whoever proves an announcement ask here.
import * as z from 'zod';
import type { MigrationDefinition } from '../definition/definition.ts';
import { assertNever, type Effect } from '../record/effect.ts';
import type { Actor } from '../record/submission.ts';
import type { Submission } from './event.ts';
import { milestoneActs } from './milestones/acts.ts';

/** What one migration may say to another. */
export const milestoneFact = z.discriminatedUnion('type', [
  milestoneActs['milestone.reached'].schema,
  milestoneActs['milestone.withdrawn'].schema,
  milestoneActs['milestone.forsaken'].schema,
]);
type MilestoneFact = z.infer<typeof milestoneFact>;

export interface Word {
  /** The dependent system. */
  to: string;
  submission: Submission & { fact: MilestoneFact; actor: Actor & { kind: 'migration' } };
}

/** Everything that entry `seq` announces or revokes, for each dependent. */
export function wordsOf(
  { system }: Pick<MigrationDefinition, 'system'>,
  effects: readonly Effect[],
  seq: number,
): Word[] {
  return effects.flatMap((effect) => {
    switch (effect.kind) {
      case 'notify':
        return [];
      case 'announce':
        return toEach(system, 'milestone.reached', effect, seq);
      case 'forsake':
        return toEach(system, 'milestone.forsaken', effect, seq);
      case 'revoke':
        return toEach(system, 'milestone.withdrawn', effect, seq);
      default:
        return assertNever(effect);
    }
  });
}

function toEach(
  system: MigrationDefinition['system'],
  type: MilestoneFact['type'],
  { milestone, occurredOn, to }: Extract<Effect, { kind: 'announce' | 'revoke' | 'forsake' }>,
  seq: number,
): Word[] {
  const submission: Word['submission'] = {
    fact: { type, system: system.id, milestone },
    actor: { kind: 'migration', account: system.id, name: system.name.ja, post: 'migration' },
    occurredOn,
    requestId: `milestone/${system.id}/${milestone}/${seq}`,
  };
  return to.map((each) => ({ to: each, submission }));
}

/** The announcing entry's place in its chain, as a request id names it; null where it names none. */
export function announcedBy(requestId: string): number | null {
  const [, seq] = /^milestone\/[^/]+\/[^/]+\/([1-9]\d{0,8})$/.exec(requestId) ?? [];
  return seq === undefined ? null : Number(seq);
}
