// What procurement leaves behind: the voted budget, the selection with its scores, the contract with its amounts.
import Decimal from 'decimal.js';
import * as z from 'zod';
import { refusal } from '../../record/refusal.ts';
import { earliestDay, fiscalYearOf } from '../../values/date.ts';
import { fiscalYear } from '../../values/schemas.ts';
import { act, asksNote, note, peopleAndImport, WORDS } from '../act.ts';
import { contractObjections, scoreObjections, suppliedBy } from './rules.ts';
import { contractFacts, selectionFacts } from './shapes.ts';

export const procurementActs = {
  'budget.voted': act({
    schema: z.strictObject({ type: z.literal('budget.voted'), fiscalYear, note }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [{ name: 'fiscalYear', kind: 'fiscalYear' }, asksNote],
    sample({ context, today }) {
      const year = fiscalYearOf(today);
      return { fiscalYear: context.budgets[String(year)] ? year + 1 : year };
    },
    who: ({ definition }) => definition.path.control.facts,
    objections({ context, event, fact: { fiscalYear } }) {
      const voted = context.budgets[String(fiscalYear)];
      const distance = Math.abs(fiscalYear - fiscalYearOf(earliestDay(event.occurredOn)));
      return [
        ...(voted ? [refusal('budget.alreadyVoted', { fiscalYear, on: voted })] : []),
        ...(distance > 1 ? [refusal('budget.farYear', { fiscalYear, occurredOn: event.occurredOn })] : []),
      ];
    },
    change: ({ definition, context, event, fact }) => ({
      ...context,
      drafters: suppliedBy(definition, context, event, 'budgetVoted'),
      budgets: { ...context.budgets, [String(fact.fiscalYear)]: event.occurredOn },
    }),
  }),
  'selection.recorded': act({
    schema: z.strictObject({ type: z.literal('selection.recorded'), ...selectionFacts }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'candidate', kind: 'line' },
      { name: 'technical', kind: 'score' },
      { name: 'outOf.technical', kind: 'score' },
      { name: 'price', kind: 'score' },
      { name: 'outOf.price', kind: 'score' },
      { name: 'printedTotal', kind: 'score' },
      { name: 'method', kind: 'line' },
      { name: 'applicants', kind: 'count', optional: true },
    ],
    sample: () => ({
      candidate: WORDS,
      technical: '0',
      price: '0',
      printedTotal: '0',
      outOf: { technical: '0', price: '0' },
      method: WORDS,
      applicants: null,
    }),
    who: ({ definition }) => definition.path.control.facts,
    objections: ({ context, fact }) => [
      ...(context.selection
        ? [
            refusal('selection.alreadyThere', {
              candidate: context.selection.candidate,
              on: context.selection.on,
            }),
          ]
        : []),
      ...scoreObjections(fact),
    ],
    change: ({ definition, context, event, here, fact: { type: _type, ...facts } }) => ({
      ...context,
      drafters: suppliedBy(definition, context, event, 'selectionRecorded'),
      selection: {
        ...facts,
        phase: here.id,
        total: new Decimal(facts.technical).plus(facts.price).toString(),
        on: event.occurredOn,
      },
    }),
  }),
  'contract.recorded': act({
    schema: z.strictObject({ type: z.literal('contract.recorded'), ...contractFacts, note }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'vendor', kind: 'line' },
      { name: 'amounts', kind: 'amounts' },
      { name: 'totalYen', kind: 'yen' },
      { name: 'continuesInto', kind: 'fiscalYears', optional: true },
      asksNote,
    ],
    sample: ({ context, today }) => ({
      vendor: context.selection?.candidate ?? WORDS,
      amounts: [{ fiscalYear: fiscalYearOf(today), amountYen: 0 }],
      totalYen: 0,
      continuesInto: [],
    }),
    who: ({ definition }) => definition.path.control.facts,
    objections: contractObjections,
    change: ({ definition, context, event, here, fact: { type: _type, ...facts } }) => ({
      ...context,
      drafters: suppliedBy(definition, context, event, 'contractRecorded'),
      contract: { ...facts, phase: here.id, on: event.occurredOn },
    }),
  }),
};
