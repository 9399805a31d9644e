// 予算要求, 査定, 議決 of a fiscal year, and 債務負担行為. A vote may say no amounts: then it says that the year's budget was voted.
import * as z from 'zod';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { earliestDay, fiscalYearOf, latestDay } from '../../values/date.ts';
import { act, asksNote, type Case, type Corrects, type Outlook, peopleAndImport, WORDS } from '../act.ts';
import { moneyLost } from '../contract/rests.ts';
import { suppliedBy } from '../gate/basis.ts';
import { keepsMoney } from '../noted/lost.ts';
import { nextNo, noteAt } from '../noted/noted.ts';
import { noting } from '../noted/noting.ts';
import { CONTRACT_MADE } from '../procurement/shapes.ts';
import { liesBefore } from '../reach.ts';
import type { MigrationContext } from '../state.ts';
import {
  afterObjections,
  amountsOf,
  budgetKey,
  initialObjections,
  votedObjections,
  yearObjections,
} from './rules.ts';
import {
  type BudgetAmounts,
  type BudgetVoted,
  budgetAmounts,
  budgetVoted,
  obligationVoted,
} from './shapes.ts';
import { firstVoted, votedDays } from './voted.ts';

const asksAmounts = [
  { name: 'fiscalYear', kind: 'fiscalYear' },
  { name: 'supplement', kind: 'number', optional: true },
  { name: 'migrationYen', kind: 'yen' },
  { name: 'operationYen', kind: 'yen' },
  { name: 'direction', kind: 'choice', optional: true },
  asksNote,
] as const;

const amountObjections = (given: Case<{ type: string } & BudgetAmounts>): Refusal[] => [
  ...yearObjections(given),
  ...initialObjections(given),
];

const noAmounts = ({ today }: Outlook) => ({
  fiscalYear: fiscalYearOf(today) + 1,
  migrationYen: 0,
  operationYen: 0,
});

const withAmounts = noting('budget.voted', { key: budgetKey, pays: true });

/** The vote with its amounts among the notes, or its day alone. */
function vote(given: Case<{ type: 'budget.voted' } & BudgetVoted>): MigrationContext {
  const { context, event, fact } = given;
  const drafters = suppliedBy(given, 'budgetVoted');
  const amounts = amountsOf(fact);
  if (amounts) return { ...withAmounts.change({ ...given, fact: { ...fact, ...amounts } }), drafters };
  return {
    ...context,
    drafters,
    budgets: { ...context.budgets, [String(fact.fiscalYear)]: event.occurredOn },
  };
}

const votedCorrects: Corrects<{ type: 'budget.voted' } & BudgetVoted> = {
  before(given) {
    const { context, fact } = given;
    const amounts = amountsOf(fact);
    if (amounts) return withAmounts.corrects?.before({ ...given, fact: { ...fact, ...amounts } }, {}) ?? null;
    const { [String(fact.fiscalYear)]: voted, ...budgets } = context.budgets;
    return voted === undefined ? null : { ...given, context: { ...context, budgets } };
  },
  ...keepsMoney(vote),
  /** A contract follows the first budget of all, and has the money of its years. */
  carries(before) {
    const { context, event } = before;
    if (!context.contract) return [];
    const first = firstVoted(context);
    const madeOn = { ...event, occurredOn: latestDay(context.contract.on) };
    return first === undefined || liesBefore(madeOn, first)
      ? [CONTRACT_MADE]
      : moneyLost(before, vote(before), context);
  },
};

function periodObjections({ fact: { startOn, endOn } }: Case<{ startOn: string; endOn: string }>): Refusal[] {
  return latestDay(endOn) < earliestDay(startOn) ? [refusal('plan.reversed', { startOn, endOn })] : [];
}

export const budgetActs = {
  'budget.requested': act({
    schema: budgetAmounts.extend({ type: z.literal('budget.requested') }),
    ...noting('budget.requested', { key: budgetKey, objections: amountObjections }),
    asks: asksAmounts,
    sample: noAmounts,
  }),
  'budget.assessed': act({
    schema: budgetAmounts.extend({ type: z.literal('budget.assessed') }),
    ...noting('budget.assessed', {
      key: budgetKey,
      objections: (given) => [...amountObjections(given), ...afterObjections(given, 'budget.requested')],
    }),
    asks: asksAmounts,
    sample: (outlook) => {
      const { fiscalYear, ...amounts } = noAmounts(outlook);
      return noteAt(outlook.context, 'budget.requested', budgetKey({ fiscalYear })) === undefined
        ? null
        : { fiscalYear, ...amounts };
    },
  }),
  'budget.voted': act({
    schema: budgetVoted.extend({ type: z.literal('budget.voted') }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'fiscalYear', kind: 'fiscalYear' },
      { name: 'supplement', kind: 'number', optional: true },
      { name: 'migrationYen', kind: 'yen', optional: true },
      { name: 'operationYen', kind: 'yen', optional: true },
      { name: 'direction', kind: 'choice', optional: true },
      asksNote,
    ],
    sample({ context, today }) {
      const year = fiscalYearOf(today);
      return { fiscalYear: votedDays(context)[String(year)] ? year + 1 : year };
    },
    who: ({ definition }) => definition.path.control.facts,
    objections: votedObjections,
    corrects: votedCorrects,
    change: vote,
  }),
  'obligation.voted': act({
    schema: obligationVoted.extend({ type: z.literal('obligation.voted') }),
    ...noting('obligation.voted', {
      key: ({ no }) => no,
      supplies: ['obligationVoted'],
      objections: periodObjections,
      pays: true,
    }),
    asks: [
      { name: 'matter', kind: 'line' },
      { name: 'startOn', kind: 'vagueDay' },
      { name: 'endOn', kind: 'vagueDay' },
      { name: 'limits', kind: 'amounts' },
      asksNote,
    ],
    sample: ({ context, today }) => ({
      no: nextNo(context, 'obligation.voted'),
      matter: WORDS,
      startOn: today,
      endOn: today,
      limits: [{ fiscalYear: fiscalYearOf(today), amountYen: 0 }],
    }),
  }),
};
