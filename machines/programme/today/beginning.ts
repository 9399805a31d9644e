// Whether an act can be begun: it is allowed, or lacks nothing but documents that it asks for itself. Pure.
import type { ActView } from '../../migration/explain.ts';

export const canBegin = ({
  allowed,
  asks,
  refusals,
}: Pick<ActView, 'allowed' | 'asks' | 'refusals'>): boolean =>
  allowed ||
  (asks.some(({ kind }) => kind === 'papers') &&
    refusals.every(({ code }) => code === 'condition.evidenceMissing'));
