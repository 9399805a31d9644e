// The bodies of a phase's gate: all of them, and whose turn it is.
import { nextBody } from '../../decision/tally.ts';
import type { Phase } from '../../definition/definition.ts';
import type { MigrationContext } from '../state.ts';

export const reviewers = ({ gate }: Phase): string[] => gate?.approvals.map(({ body }) => body) ?? [];

export function reviewersNext({ gate }: Phase, { approvals }: MigrationContext): string[] {
  const next = gate && nextBody(gate, approvals);
  return next ? [next] : [];
}
