// What of the notices to somebody is still news: the newest on each subject, that asks for nothing which has been done since. Pure.
import type { Notice } from '../../record/effect.ts';
import { type StillTrue, stillTrue, type Told } from './still-true.ts';

/** How a migration stands, as far as a notice may have been overtaken by it. */
export interface Whereabouts {
  stage: string | null;
  waitingFor: readonly string[];
  /** The days of its deadlines that are open. */
  open: ReadonlyMap<string, string | null>;
}

const reminders: ReadonlySet<Notice['code']> = new Set([
  'deadline.near',
  'deadline.today',
  'deadline.overdue',
  'deadline.missed',
  'deadline.escalated',
]);
const asksForReview: ReadonlySet<Notice['code']> = new Set([
  'review.requested',
  'review.continued',
  'review.voiced',
  'review.carriedOver',
]);

/**
 * @param notices of one reader, in the order in which they were recorded
 * @param now how the migration of a chain stands; null of one that is not there
 */
export const newsOf = <T extends Told & { post: string }>(
  notices: readonly T[],
  now: (chain: string) => Whereabouts | null,
): StillTrue<T>[] => stillTrue(notices).filter((told) => !isMoot(told, now(told.chain)));

function isMoot(
  { chain, notice, deadlineId, post }: Told & { post: string },
  now: Whereabouts | null,
): boolean {
  // What the programme itself says is overtaken by no migration.
  if (now === null) return chain.includes('/');
  if (reminders.has(notice.code)) {
    const dueOn = 'dueOn' in notice ? notice.dueOn : null;
    return deadlineId === null || now.open.get(deadlineId) !== dueOn;
  }
  if (asksForReview.has(notice.code)) return now.stage !== 'underReview' || !now.waitingFor.includes(post);
  // Of a going back that is proposed, where it would lead from is said: of one that is decided it is not.
  return notice.code.startsWith('goingBack.') && 'from' in notice && now.stage !== 'goingBack';
}

/** Said of several migrations in the same words: once. In the order of the newest, which comes first. */
export function saidOnce<T>(news: readonly T[], words: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of [...news].reverse()) {
    const key = words(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
