// What a system's page has, in its order: the address of each part, and what is worth knowing of it before going there.
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';

export type Part =
  | 'gate'
  | 'chart'
  | 'steps'
  | 'schedule'
  | 'deadlines'
  | 'slips'
  | 'agreements'
  | 'money'
  | 'assumptions'
  | 'history';

export interface Entry {
  part: Part;
  /** What is lacking there, or past; null where nothing is. */
  bad: { word: 'contents.missing' | 'contents.overdue'; count: number } | null;
}

type Shown = Pick<
  SystemView,
  'nationalSteps' | 'deadlines' | 'selection' | 'contract' | 'special' | 'money' | 'assumptions' | 'lineage'
>;

const few = (word: NonNullable<Entry['bad']>['word'], count: number): Entry['bad'] =>
  count > 0 ? { word, count } : null;

export const hasMoney = ({ money }: Pick<SystemView, 'money'>): boolean =>
  [money.budgets, money.obligations, money.estimates, money.requests, money.votes].some(
    (list) => list.length > 0,
  ) || money.contract !== null;

/** `gate`: undefined while it is asked for; null on a past day, where no gate and no chart is shown. */
export function contentsOf(
  view: Shown,
  gate: ExplanationView['gate'] | undefined,
  has: { now: boolean; slips: boolean },
): Entry[] {
  const missing = gate?.conditions.filter(({ met, hard }) => !met && hard).length ?? 0;
  const overdue = view.deadlines.filter(({ open, daysLeft }) => open && (daysLeft ?? 0) < 0).length;
  const { selection, contract, special } = view;
  const all: [Part, boolean, Entry['bad']?][] = [
    // Nothing is decided any more at the gate before which it ended.
    ['gate', has.now && view.lineage.ended === null, few('contents.missing', missing)],
    ['chart', has.now],
    ['steps', view.nationalSteps.length > 0],
    ['schedule', true],
    ['deadlines', true, few('contents.overdue', overdue)],
    ['slips', has.slips],
    ['agreements', selection !== null || contract !== null || special !== null],
    ['money', hasMoney(view)],
    ['assumptions', view.assumptions.length > 0],
    ['history', true],
  ];
  return all.flatMap(([part, isThere, bad = null]) => (isThere ? [{ part, bad }] : []));
}
