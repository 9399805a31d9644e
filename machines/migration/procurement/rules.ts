// What must be true of a procurement's facts, for the door and for a history alike: scores that add up as printed, a contract
// after its budget with the candidate that was selected, and each fiscal year once.
import Decimal from 'decimal.js';
import type { Condition, MigrationDefinition } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Stamp } from '../../record/submission.ts';
import { earliestDay } from '../../values/date.ts';
import type { Case } from '../act.ts';
import { factIsAsked } from '../gate/basis.ts';
import type { MigrationContext } from '../state.ts';
import { drafted, reachOf } from '../walk.ts';
import type { ContractFacts, SelectionFacts } from './shapes.ts';

/** The printed total may be rounded, to the decimals that are printed; nothing else. */
export function scoreObjections(fact: SelectionFacts): Refusal[] {
  const over = (['technical', 'price'] as const)
    .filter((part) => new Decimal(fact[part]).gt(fact.outOf[part]))
    .map((part) => refusal('selection.overMaximum', { part, score: fact[part], maximum: fact.outOf[part] }));
  const exact = new Decimal(fact.technical).plus(fact.price);
  const printed = new Decimal(fact.printedTotal);
  const fits = exact.toDecimalPlaces(printed.decimalPlaces(), Decimal.ROUND_HALF_UP).eq(printed);
  return fits
    ? over
    : [...over, refusal('selection.totalMismatch', { printed: fact.printedTotal, exact: exact.toString() })];
}

/** Amounts of a contract: each fiscal year once, and their sum the total. */
export function amountObjections({
  amounts,
  totalYen,
}: Pick<ContractFacts, 'amounts' | 'totalYen'>): Refusal[] {
  const years = amounts.map(({ fiscalYear }) => fiscalYear);
  const twice = [...new Set(years.filter((year, index) => years.indexOf(year) !== index))];
  const sumYen = amounts.reduce((sum, { amountYen }) => sum + amountYen, 0);
  return [
    ...twice.map((fiscalYear) => refusal('contract.yearTwice', { fiscalYear })),
    ...(sumYen === totalYen ? [] : [refusal('contract.sumMismatch', { totalYen, sumYen })]),
  ];
}

export function contractObjections({ context, event, fact }: Case<ContractFacts>): Refusal[] {
  const { contract, selection } = context;
  return [
    ...(contract ? [refusal('contract.alreadyThere', { vendor: contract.vendor, on: contract.on })] : []),
    ...(selection && selection.candidate !== fact.vendor
      ? [refusal('contract.otherVendor', { vendor: fact.vendor, selected: selection.candidate })]
      : []),
    ...beforeBudget(context, event),
    ...amountObjections(fact),
  ];
}

/** 予算の議決 comes before the contract (地方自治法232条の3). */
function beforeBudget({ budgets }: MigrationContext, event: Stamp): Refusal[] {
  const [first] = Object.values(budgets).sort();
  return first !== undefined && reachOf(event) < earliestDay(first)
    ? [refusal('contract.beforeBudget', { occurredOn: event.occurredOn, votedOn: first })]
    : [];
}

/** Who records what a gate asks for drafts. */
export const suppliedBy = (
  { path }: MigrationDefinition,
  context: MigrationContext,
  event: Stamp,
  fact: Extract<Condition, { kind: 'fact' }>['fact'],
): string[] => (factIsAsked(path.phases, fact) ? drafted(context, event) : context.drafters);
