// What is told of a correction: both sides go to those alone who see such files; whoever else is told, is told that it was decided.
import type { Effect } from '../../record/effect.ts';
import { same } from '../../record/same.ts';
import { type Told, tell } from '../act.ts';
import { toldWithDates } from '../deadlines/moved.ts';
import { dutyIn } from '../procurement/duty.ts';
import { phasesOfProcurement, undecidedAt } from '../procurement/undecided.ts';
import type { OpenCorrection } from '../state.ts';
import type { Pair } from './shapes.ts';

export interface Decided {
  entry: number;
  /** Whoever sees such files is told what it changes: left out in entries made before, which did not tell it. */
  tellsFacts?: true | undefined;
}

/** Both sides, where what should have stood is another fact. */
export const saysOtherwise = ({ was, should }: Pair) =>
  should && !same(should.fact, was.fact) ? { facts: { was: was.fact, should: should.fact } } : {};

interface Deciding {
  given: Told<{ type: string } & Decided>;
  open: OpenCorrection;
  approved: boolean;
  /** The entry is kept inside its procurement for good. */
  isInside: boolean;
}

/** @param proposers who may propose it @param deciders who may decide on it: they all have a duty in the files that it is about */
export function toldDecided(
  deciding: Deciding,
  proposers: readonly string[],
  deciders: readonly string[],
): Effect[] {
  const { given, open, approved } = deciding;
  const told = toldWithDates(given, [open.post, ...given.here.owners, ...proposers], (moved) => ({
    code: 'correction.decided',
    entry: given.fact.entry,
    act: open.was.fact.type,
    voids: open.should === null,
    approved,
    by: given.event.actor.name,
    moved,
  }));
  const changes = approved && given.fact.tellsFacts ? saysOtherwise(open) : {};
  if (!('facts' in changes)) return told;
  const theirs = new Set([open.post, ...proposers, ...deciders]);
  const sees = (post: string) => theirs.has(post) || hasDutyIn(deciding, post);
  return told.flatMap((effect) => {
    if (effect.kind !== 'notify') return [effect];
    const { to, notice } = effect;
    return [
      ...tell(to.filter(sees), { ...notice, ...changes }),
      ...tell(
        to.filter((post) => !sees(post)),
        notice,
      ),
    ];
  });
}

/** In every phase whose files are hidden now, or of what is kept inside for good: in every phase of the procurement. */
function hasDutyIn({ given: { definition, context, standing }, isInside }: Deciding, post: string): boolean {
  const phases = isInside
    ? phasesOfProcurement(definition)
    : undecidedAt(definition, standing.phase, context);
  return phases.every((phase) => dutyIn(definition, phase).has(post));
}
