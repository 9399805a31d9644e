// The bodies of a phase's gate: all of them, whose turn it is, and those who have been asked.
import { bodiesNext } from '../../decision/tally.ts';
import type { MigrationDefinition, Phase } from '../../definition/definition.ts';
import type { Case } from '../act.ts';
import type { MigrationContext } from '../state.ts';
import { isReviewed } from './basis.ts';

export const reviewers = ({ gate }: Phase): string[] => gate?.approvals.map(({ body }) => body) ?? [];

export const reviewersNext = (
  { gate }: Phase,
  { bodies }: Pick<MigrationDefinition, 'bodies'>,
  { approvals }: Pick<MigrationContext, 'approvals'>,
): string[] => (gate ? bodiesNext(gate, bodies, approvals) : []);

/** While a gate is decided on: the bodies that have been asked so far. */
export function reviewersAsked(given: Pick<Case, 'definition' | 'context' | 'standing' | 'here'>): string[] {
  if (!isReviewed(given)) return [];
  const { definition, context, here } = given;
  const next = reviewersNext(here, definition, context);
  return [...new Set([...context.approvals.map(({ body }) => body), ...next])];
}
