// A month as weeks from Sunday to Saturday, and the deadlines in the order in which they press. Pure.
import { addDays, addMonths, lengthOfMonth, weekday } from '../../machines/values/date.ts';

/** The days of each week that the month touches; null before its first and after its last. */
export function weeksOf(month: string): (string | null)[][] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const first = `${month}-01`;
  const before = Array.from({ length: weekday(first) }, () => null);
  const days = Array.from({ length: lengthOfMonth(year, number) }, (_none, index) => addDays(first, index));
  const cells = [...before, ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_week, week) =>
    Array.from({ length: 7 }, (_day, day) => cells[week * 7 + day] ?? null),
  );
}

export const monthBeside = (month: string, by: number): string => addMonths(`${month}-01`, by).slice(0, 7);

interface Pressing {
  open: boolean;
  status: string;
  dueOn: string | null;
}

/** Overdue first, then the open ones by their day, then those without one, then those that are over. */
export function byPress(a: Pressing, b: Pressing): number {
  return weight(a) - weight(b) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
}

function weight({ open, status, dueOn }: Pressing): number {
  if (status === 'missed') return 0;
  if (open && dueOn !== null) return 1;
  return open || status === 'waiting' ? 2 : 3;
}
