// What every act of this room shares: which procurement it is about, who may send it, and how it is kept. Reasons that quote the
// procurement are told only to those whose act it is.
import { rfp } from '../../decision/resolution.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { RfpControl } from '../../definition/rfp-control.ts';
import { id } from '../../definition/words.ts';
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import type { MigrationContext } from '../state.ts';
import type { Rfp } from './memory.ts';
import { roundNow, scoringIn } from './rounds/rounds.ts';
import type { Scoring } from './terms.ts';

type Role = 'runs' | 'evaluates' | 'decides';
type Of = { definition: MigrationDefinition };

const NOBODY: RfpControl = { runs: [], evaluates: [], decides: [] };

export const controlOf = ({ path }: Pick<MigrationDefinition, 'path'>): RfpControl =>
  path.procurement?.rfp ?? NOBODY;

/** The posts of a role. */
export const posts =
  (role: Role) =>
  ({ definition }: Of): readonly string[] =>
    controlOf(definition)[role];

/** Which round of it; left out where it is scored at once. */
export const round = id.optional();

export { rfp };

export const openIn = ({ rfp: memory }: MigrationContext): Rfp | undefined => memory?.open;

/** For an act of those in a role: why not, of the procurement that is open. */
export function inRoom<F extends { rfp: number }>(
  role: Role,
  rules: (given: Case<F>, open: Rfp) => Refusal[],
): (given: Case<F>) => Refusal[] {
  return (given) => {
    if (!posts(role)(given).includes(given.event.actor.post)) return [];
    return ofOpen(given, (open) => rules(given, open));
  };
}

/** Rules of the procurement that a fact is about, where that is the one that is open. */
export function ofOpen(
  { context, fact }: { context: MigrationContext; fact: { rfp: number } },
  rules: (open: Rfp) => Refusal[],
): Refusal[] {
  const open = openIn(context);
  if (!open) return [refusal('rfp.notOpen', {})];
  return open.number === fact.rfp
    ? rules(open)
    : [refusal('rfp.otherNumber', { rfp: fact.rfp, current: open.number })];
}

/** For an act of this room: the procurement as it changes. */
export function changing<F extends { rfp: number }>(
  change: (given: Case<F>, open: Rfp) => Rfp,
): (given: Case<F>) => MigrationContext {
  return (given) => {
    const open = openIn(given.context);
    return open ? withOpen(given.context, change(given, open)) : given.context;
  };
}

export const withOpen = (context: MigrationContext, open: Rfp): MigrationContext => ({
  ...context,
  rfp: { ended: context.rfp?.ended ?? [], open },
});

/** The same, of an act of those who run it: they score none of it. */
export const running = <F extends { rfp: number }>(change: (given: Case<F>, open: Rfp) => Rfp) =>
  changing<F>((given, open) => ({ ...change(given, open), staff: staffWith(given, open.staff) }));

export const staffWith = ({ event }: Pick<Case, 'event'>, staff: readonly string[]): string[] => [
  ...new Set([...staff, ...answersFor(event.actor)]),
];

/** Rules of one whose proposals are scored. */
export const scored = (open: Rfp, rules: (scoring: Scoring) => Refusal[]): Refusal[] => {
  const scoring = scoringIn(open);
  return scoring ? rules(scoring) : [refusal('rfp.notScored', {})];
};

/** An act about one round is about the one that is scored now; without rounds it names none. */
export function roundObjections({ round }: { round?: string | undefined }, open: Rfp): Refusal[] {
  const now = roundNow(open);
  if (round === now?.id) return [];
  return [
    refusal('rfp.otherRound', { round: round ?? null, current: now?.id ?? null, label: now?.label ?? null }),
  ];
}

/** What an act about the open procurement is offered with; null where there is none, or the post has no part in it. */
export const offered = <T extends object>(
  role: Role,
  { definition, context, post }: Of & { context: MigrationContext; post: string },
  sample: (open: Rfp) => T | null,
): (T & { rfp: number }) | null => {
  const open = openIn(context);
  if (!open || !controlOf(definition)[role].includes(post)) return null;
  const made = sample(open);
  return made && { ...made, rfp: open.number };
};
