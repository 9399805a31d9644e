// The tree of criteria: its leaves, what they are worth together, and what is wrong with it. Any weights.
import Decimal from 'decimal.js';
import { type Criterion, MOST, type Scoring } from '../terms.ts';

export interface Leaf {
  id: string;
  label: string;
  points: string;
  gather: 'sum' | 'average';
}

/** In the order in which a sheet has them. */
export function leavesOf({ criteria, gather }: Pick<Scoring, 'criteria' | 'gather'>): Leaf[] {
  const leaf = (one: Criterion): Leaf[] =>
    one.points === undefined
      ? (one.parts ?? []).flatMap(leaf)
      : [{ id: one.id, label: one.label, points: one.points, gather: one.gather ?? gather }];
  return criteria.flatMap(leaf);
}

/** The most that so many evaluators can give together. */
export const outOf = (leaves: readonly Leaf[], evaluators: number): Decimal =>
  leaves.reduce(
    (sum, { points, gather }) => sum.plus(new Decimal(points).times(gather === 'sum' ? evaluators : 1)),
    new Decimal(0),
  );

const depth = (criteria: readonly Criterion[]): number =>
  1 + Math.max(0, ...criteria.map(({ parts }) => (parts ? depth(parts) : 0)));

const ids = (criteria: readonly Criterion[]): string[] =>
  criteria.flatMap(({ id, parts = [] }) => [id, ...ids(parts)]);

/** Ids that stand twice; whether it is larger or deeper than one sheet. */
export function flawsOf({ criteria }: Pick<Scoring, 'criteria'>): { twice: string[]; tooLarge: boolean } {
  const all = ids(criteria);
  return {
    twice: [...new Set(all.filter((id, index) => all.indexOf(id) !== index))],
    tooLarge: all.length > MOST.criteria || (criteria.length > 0 && depth(criteria) > MOST.depth),
  };
}
