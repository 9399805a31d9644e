// What must be true of a procurement's facts, for the door and for a history alike, in whichever order they are recorded: budget,
// selection, contract in the order of their days; one vendor; scores that add up as printed.
import Decimal from 'decimal.js';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Stamp } from '../../record/submission.ts';
import { earliestDay, latestDay, type VagueDay } from '../../values/date.ts';
import { sameFirm } from '../../values/names/name.ts';
import type { Case } from '../act.ts';
import { firstVoted } from '../budget/voted.ts';
import { madeObjections, obligedOn } from '../contract/rules.ts';
import { supplyObjections } from '../gate/basis.ts';
import { liesBefore } from '../reach.ts';
import { candidateObjections, selectionByScores } from '../rfp/contracting.ts';
import { amountObjections } from './amounts.ts';
import type { ContractFacts, SelectionFacts } from './shapes.ts';

/** True where a day certainly lies after another, whatever either can mean. */
const liesAfter = ({ occurredOn }: Stamp, on: VagueDay): boolean => earliestDay(occurredOn) > latestDay(on);

export function selectionObjections(given: Case<SelectionFacts>): Refusal[] {
  const { context, event, fact } = given;
  const { contract, selection } = context;
  const { candidate } = fact;
  return [
    ...(selection
      ? [refusal('selection.alreadyThere', { candidate: selection.candidate, on: selection.on })]
      : []),
    ...(contract && !sameFirm(contract.vendor, candidate)
      ? [refusal('selection.otherVendor', { candidate, vendor: contract.vendor })]
      : []),
    ...(contract && liesAfter(event, contract.on)
      ? [refusal('selection.afterContract', { occurredOn: event.occurredOn, contractOn: contract.on })]
      : []),
    ...selectionByScores(given),
    ...scoreObjections(fact),
    ...supplyObjections(given, 'selectionRecorded'),
  ];
}

/** True where a printed total is the exact one, or that rounded to the decimals that are printed: 628 of 627.9, not 628.0. */
export function isPrintedOf(printed: string, exact: Decimal): boolean {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return exact.eq(printed) || exact.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).eq(printed);
}

function scoreObjections(fact: SelectionFacts): Refusal[] {
  const over = (['technical', 'price'] as const)
    .filter((part) => new Decimal(fact[part]).gt(fact.outOf[part]))
    .map((part) => refusal('selection.overMaximum', { part, score: fact[part], maximum: fact.outOf[part] }));
  const exact = new Decimal(fact.technical).plus(fact.price);
  return isPrintedOf(fact.printedTotal, exact)
    ? over
    : [...over, refusal('selection.totalMismatch', { printed: fact.printedTotal, exact: exact.toString() })];
}

export function contractObjections(given: Case<ContractFacts>): Refusal[] {
  const { contract, selection } = given.context;
  const { event, fact } = given;
  return [
    ...(contract ? [refusal('contract.alreadyThere', { vendor: contract.vendor, on: contract.on })] : []),
    ...candidateObjections(given),
    ...(selection && liesBefore(event, selection.on)
      ? [refusal('contract.beforeSelection', { occurredOn: event.occurredOn, selectedOn: selection.on })]
      : []),
    ...beforeBudget(given),
    ...amountObjections(fact, event.occurredOn),
    ...madeObjections(given),
    ...supplyObjections(given, 'contractRecorded'),
  ];
}

/** 予算の議決 comes before the contract's 決裁 (地方自治法232条の3). */
function beforeBudget(given: Case<ContractFacts>): Refusal[] {
  const { context } = given;
  const by = obligedOn(given);
  const first = firstVoted(context);
  return first !== undefined && liesBefore(by, first)
    ? [refusal('contract.beforeBudget', { occurredOn: by.occurredOn, votedOn: first })]
    : [];
}
