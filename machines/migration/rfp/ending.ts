// A procurement is over without a contract: what is kept of it, and the selection that rested on it falls.
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { MigrationContext } from '../state.ts';
import type { EndedRfp } from './memory.ts';

/** How many that are over a memory keeps; the record has them all. */
const KEPT = 20;

export function endedWith(
  context: MigrationContext,
  how: Pick<EndedRfp, 'as' | 'reason' | 'on'>,
): MigrationContext {
  const { open, ended = [] } = context.rfp ?? {};
  if (!open) return context;
  const { number, terms, outcome } = open;
  const over = { number, form: terms.form, title: terms.title, ...how };
  return {
    ...context,
    ...(outcome ? { selection: null } : {}),
    rfp: { ended: [...ended, over].slice(-KEPT) },
  };
}

/** What was contracted is ended as a contract is. */
export const endingObjections = ({ context: { contract } }: { context: MigrationContext }): Refusal[] =>
  contract ? [refusal('rfp.contractStands', { vendor: contract.vendor })] : [];
