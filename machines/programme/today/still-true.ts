// Of many notices, those that still stand: the newest on each subject of a migration. What was proposed and then decided, held and then
// resumed, is told as it ended. Pure.
import type { Notice } from '../../record/effect.ts';

export interface Told {
  chain: string;
  seq: number;
  /** Its place among the entry's effects. */
  index: number;
  notice: Notice;
  /** The deadline that its entry is of; null where it is of none. */
  deadlineId: string | null;
}

export type StillTrue<T extends Told = Told> = T & { key: string };

/** @param notices in the order in which they were recorded */
export function stillTrue<T extends Told>(notices: readonly T[]): StillTrue<T>[] {
  const newest = new Map<string, StillTrue<T>>();
  for (const told of notices) {
    const key = [told.chain, told.seq, told.index].join('/');
    const subject = subjectOf(told.notice, told.deadlineId);
    // A day that moves answers what was asked for: granting is the move itself, and any other lets it fall.
    if (subject.startsWith('moved/')) newest.delete(`${told.chain}/extension/${told.deadlineId}`);
    newest.set(`${told.chain}/${subject}`, { ...told, key });
  }
  return [...newest.values()];
}

/** The first word of its code, and which one of that kind it is about. */
function subjectOf(notice: Notice, deadline: string | null): string {
  if (notice.code === 'migration.cancelled') return 'cancellation';
  const [word = ''] = notice.code.split('.');
  if ('entry' in notice) return `${word}/${notice.entry}`;
  if ('milestone' in notice) return `${word}/${notice.system}/${notice.milestone}`;
  if (notice.code === 'gate.passed' || notice.code === 'plan.changed') return `${word}/${notice.phase.ja}`;
  if (!('deadline' in notice)) return word;
  return `${word === 'deadline' && 'was' in notice ? 'moved' : word}/${deadline ?? notice.deadline.ja}`;
}
