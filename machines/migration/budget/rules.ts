// What must be true of a budget's facts: 要求, 査定 and 議決 in this order, each once a year and 補正, the first vote before the contract.
import { type Refusal, refusal } from '../../record/refusal.ts';
import { earliestDay, fiscalYearOf, latestDay, type VagueDay } from '../../values/date.ts';
import type { Case } from '../act.ts';
import { supplyObjections } from '../gate/basis.ts';
import { NOTED, type NotedType, noteAt, notesOf } from '../noted/noted.ts';
import { notBefore } from '../order.ts';
import type { BudgetVoted } from './shapes.ts';
import { changeOf, firstVoted, votedDays } from './voted.ts';

type OfYear = { type: string; fiscalYear: number; supplement?: number | undefined };

/** 当初 is 0. */
export const budgetKey = ({ fiscalYear, supplement = 0 }: Omit<OfYear, 'type'>): string =>
  `${fiscalYear}/${supplement}`;

/** True where a day certainly lies after another, whatever either can mean. */
const liesAfter = (occurredOn: VagueDay, on: VagueDay): boolean => earliestDay(occurredOn) > latestDay(on);

export function yearObjections({ event, fact }: Case<OfYear>): Refusal[] {
  const { occurredOn } = event;
  const { fiscalYear } = fact;
  const distance = Math.abs(fiscalYear - fiscalYearOf(earliestDay(occurredOn)));
  return distance > 1 ? [refusal('budget.farYear', { fiscalYear, occurredOn })] : [];
}

/** What comes before it stands, and not after it. */
export function afterObjections(given: Case<OfYear>, before: NotedType & `budget.${string}`): Refusal[] {
  const { context, event, fact } = given;
  const there = noteAt(context, before, budgetKey(fact));
  return there
    ? notBefore(event, before, there.on)
    : [refusal('budget.before', { type: fact.type, before, fiscalYear: fact.fiscalYear })];
}

export const amountsOf = ({ migrationYen, operationYen }: BudgetVoted) =>
  migrationYen === undefined || operationYen === undefined ? null : { migrationYen, operationYen };

export function votedObjections(given: Case<{ type: string } & BudgetVoted>): Refusal[] {
  const { context, fact } = given;
  const { fiscalYear, supplement, migrationYen, operationYen } = fact;
  const amounts = amountsOf(fact);
  const said = [supplement, migrationYen, operationYen].some((part) => part !== undefined);
  if (said && amounts === null) return [refusal('budget.amountsMissing', { fiscalYear })];
  return [
    ...twice(given, amounts !== null),
    ...yearObjections(given),
    ...initialObjections(given),
    ...decreaseObjections(given, amounts),
    ...(amounts !== null && noteAt(context, NOTED.budgetRequested, budgetKey(fact))
      ? afterObjections(given, NOTED.budgetAssessed)
      : []),
    ...afterContract(given),
    ...supplyObjections(given, 'budgetVoted'),
  ];
}

/** A year is voted once, and each 補正 of it; one that was voted without amounts gets them by correcting that entry. */
function twice({ context, fact }: Case<BudgetVoted>, hasAmounts: boolean): Refusal[] {
  const { fiscalYear, supplement } = fact;
  const same = noteAt(context, NOTED.budgetVoted, budgetKey(fact))?.on;
  const plain = supplement === undefined ? context.budgets[String(fiscalYear)] : undefined;
  const on = hasAmounts ? (same ?? plain) : votedDays(context)[String(fiscalYear)];
  return on ? [refusal('budget.alreadyVoted', { fiscalYear, on })] : [];
}

/** 減額 is of a supplement: an initial budget takes nothing away. */
export const initialObjections = ({ fact }: Pick<Case<BudgetVoted>, 'fact'>): Refusal[] =>
  fact.direction === 'decrease' && fact.supplement === undefined
    ? [refusal('budget.decreaseInitial', { fiscalYear: fact.fiscalYear })]
    : [];

/** It takes away no more of either cost than was voted; of what it leaves a contract too little it is recorded all the same. */
function decreaseObjections(
  { context, fact: { fiscalYear, direction } }: Pick<Case<BudgetVoted>, 'context' | 'fact'>,
  amounts: ReturnType<typeof amountsOf>,
): Refusal[] {
  if (direction !== 'decrease' || amounts === null) return [];
  const changes = notesOf(context, NOTED.budgetVoted)
    .filter((vote) => vote.fiscalYear === fiscalYear)
    .map(changeOf);
  return (['migrationYen', 'operationYen'] as const).flatMap((cost) => {
    const votedYen = changes.reduce((sum, change) => sum + change[cost], 0);
    const decreaseYen = amounts[cost];
    return decreaseYen > votedYen
      ? [refusal('budget.decreaseTooMuch', { fiscalYear, cost, decreaseYen, votedYen })]
      : [];
  });
}

/** The first budget of all is voted by the contract's day. */
function afterContract({ context, event }: Case): Refusal[] {
  const { contract } = context;
  if (!contract || firstVoted(context) !== undefined) return [];
  const { occurredOn } = event;
  return liesAfter(occurredOn, contract.on)
    ? [refusal('budget.afterContract', { occurredOn, contractOn: contract.on })]
    : [];
}
