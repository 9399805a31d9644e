// What a contract must be of: the candidate whose turn it is, or another with a reason; and where who scored approves it. The hook of this
// room in the rules of contracts and of gates.
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { sameFirm } from '../../values/names/name.ts';
import type { Case } from '../act.ts';
import { holdersOf } from '../authority/duties.ts';
import { currentCandidate, selectingIn } from './current.ts';
import type { Rfp } from './memory.ts';
import { controlOf } from './room.ts';

type Contracting = Case<{ vendor: string; otherVendorReason?: string | undefined }>;

/** A contract with another than who was selected says why; while nobody is, or that is being undone, there is none. */
export function candidateObjections(given: Contracting): Refusal[] {
  const { context, fact } = given;
  const open = selectingIn(context);
  const selected = context.selection?.candidate;
  const other = selected !== undefined && !sameFirm(selected, fact.vendor) && !fact.otherVendorReason;
  return [
    ...(open ? undecidedObjections(given, open) : []),
    ...(other ? [refusal('contract.otherVendor', { vendor: fact.vendor, selected })] : []),
  ];
}

function undecidedObjections({ definition }: Pick<Case, 'definition'>, open: Rfp): Refusal[] {
  const bidder = currentCandidate(open);
  if (bidder === null) return [refusal('rfp.noCandidate', { title: open.terms.title })];
  const { failing } = open;
  if (!failing) return [];
  const name = open.bidders[bidder]?.name ?? bidder;
  return [
    refusal('rfp.candidateFailing', { name, by: failing.name, who: [...controlOf(definition).decides] }),
  ];
}

/**
 * At a gate that rests on the contract: who scored speaks there for the body that scores, since it decides the selection, and only
 * where another body beside it decides on the contract.
 */
export function scorerAtGate(given: Case): Refusal[] {
  const { definition, context, event, here } = given;
  const open = selectingIn(context);
  const rests = here.gate?.conditions.some((one) => one.kind === 'fact' && one.fact === 'contractRecorded');
  if (!open || !rests) return [];
  const { evaluates } = controlOf(definition);
  const apart = here.gate?.approvals.some(({ body }) => !evaluates.includes(body));
  if (apart && evaluates.includes(event.actor.post)) return [];
  const scored = holdersOf('scorer', context);
  const account = answersFor(event.actor).find((one) => scored.includes(one));
  return account ? [refusal('duty.separated', { account, duty: 'approver', other: 'scorer' })] : [];
}

/** While one is open whose scores decide, no selection is typed in beside them. */
export const selectionByScores = ({ context }: Pick<Case, 'context'>): Refusal[] => {
  const open = selectingIn(context);
  return open ? [refusal('rfp.decidesSelection', { number: open.number, title: open.terms.title })] : [];
};
