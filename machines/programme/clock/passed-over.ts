// What a move of a rehearsal's clock would cause, before it is made: each migration's machine is played up to the instant that is meant, as its
// workflow will play it, and nothing of it is kept. What others do because of it (a word from another system) is not followed.
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { Submission } from '../../migration/event.ts';
import { migrationPlayable } from '../../migration/playable.ts';
import type { MigrationSnapshot } from '../../migration/state.ts';
import { advance } from '../../play/advance.ts';
import type { Effect } from '../../record/effect.ts';
import { type Day, dayOf, type Instant, instantFromMs } from '../../values/date.ts';
import type { Amendment } from '../amendment/state.ts';
import type { Powers } from '../powers/grant.ts';
import { periodOf } from '../powers/lock.ts';

/** Of one migration: years of weekly tellings, and no more. */
const MOST_OF_ONE = 1_000;

export interface Caused {
  system: string;
  at: Instant;
  fact: Submission['fact'];
  effects: Effect[];
}

export interface PassedOver {
  caused: Caused[];
  /** Systems of which more than so many would come, or whose machine could go no further. */
  unfinished: string[];
}

interface Watched {
  definition: MigrationDefinition;
  snapshot: MigrationSnapshot;
}

/** In their order. */
export function passedOver(migrations: readonly Watched[], now: Instant, to: Instant): PassedOver {
  const [nowMs, toMs] = [Date.parse(now), Date.parse(to)];
  const unfinished: string[] = [];
  const caused = migrations.flatMap(({ definition, snapshot }) => {
    const { id: system } = definition.system;
    const found = advance(
      migrationPlayable(definition),
      { snapshot, atMs: nowMs },
      // As the workflow records it: at its own instant, and not before the move.
      { nowMs: toMs, limit: MOST_OF_ONE, decidedMs: (dueMs) => Math.max(dueMs, nowMs) },
    );
    if (found.failed || found.decisions.length === MOST_OF_ONE) unfinished.push(system);
    return found.decisions.map(({ event, atMs, effects }): Caused => {
      const { fact } = event;
      return { system, at: instantFromMs(atMs), fact, effects };
    });
  });
  const inOrder = caused.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { caused: inOrder, unfinished };
}

/** Approved amendments whose day comes by then: from that day another edition decides what this preview plays by the one in force. */
export const adoptedBy = (amendments: readonly Amendment[], to: Instant): Amendment[] =>
  amendments.filter(({ status, fromOn }) => status === 'approved' && fromOn !== null && fromOn <= dayOf(to));

export interface PostOver {
  post: string;
  system: string | null;
  account: string;
  until: Day;
}

/** Posts that are held today and no more on the day that is moved to. */
export function postsOver({ grants }: Powers, now: Instant, to: Instant): PostOver[] {
  const [today, then] = [dayOf(now), dayOf(to)];
  return grants.flatMap((grant) => {
    const period = periodOf(grant);
    if (!period || period.until < today || period.from > today || period.until >= then) return [];
    const { post, system, account } = grant;
    return [{ post, system, account, until: period.until }];
  });
}
