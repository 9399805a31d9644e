// The bodies of a phase's gate: all of them, whose turn it is, and those who have been asked.
import { nextBody } from '../../decision/tally.ts';
import type { Phase } from '../../definition/definition.ts';
import type { Case } from '../act.ts';
import type { MigrationContext } from '../state.ts';
import { isReviewed } from './basis.ts';

export const reviewers = ({ gate }: Phase): string[] => gate?.approvals.map(({ body }) => body) ?? [];

export function reviewersNext({ gate }: Phase, { approvals }: MigrationContext): string[] {
  const next = gate && nextBody(gate, approvals);
  return next ? [next] : [];
}

/** While a gate is decided on: the bodies that have been asked so far. */
export function reviewersAsked(given: Pick<Case, 'context' | 'standing' | 'here'>): string[] {
  if (!isReviewed(given)) return [];
  const { context, here } = given;
  return [...new Set([...context.approvals.map(({ body }) => body), ...reviewersNext(here, context)])];
}
