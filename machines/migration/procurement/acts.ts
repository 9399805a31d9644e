// What procurement leaves behind: the selection with its scores, the contract with its amounts.
import Decimal from 'decimal.js';
import * as z from 'zod';
import { fiscalYearOf } from '../../values/date.ts';
import { act, asksNote, note, peopleAndImport, WORDS } from '../act.ts';
import { suppliedBy } from '../gate/basis.ts';
import { contractCorrects, selectionCorrects } from './correcting.ts';
import { contractObjections, selectionObjections } from './rules.ts';
import { contractFacts, selectionFacts } from './shapes.ts';

export const procurementActs = {
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
    sample: ({ context }) => ({
      // Of whom it is, its sender is asked: until then it is nobody else than has been contracted.
      candidate: context.contract?.vendor ?? WORDS,
      technical: '0',
      price: '0',
      printedTotal: '0',
      outOf: { technical: '0', price: '0' },
      method: WORDS,
      applicants: null,
    }),
    who: ({ definition }) => definition.path.control.facts,
    objections: selectionObjections,
    corrects: selectionCorrects,
    change(given) {
      const { type: _type, ...facts } = given.fact;
      const total = new Decimal(facts.technical).plus(facts.price).toString();
      return {
        ...given.context,
        drafters: suppliedBy(given, 'selectionRecorded'),
        selection: { ...facts, phase: given.here.id, total, on: given.event.occurredOn },
      };
    },
  }),
  'contract.recorded': act({
    duty: 'contract',
    schema: z.strictObject({ type: z.literal('contract.recorded'), ...contractFacts, note }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'vendor', kind: 'line' },
      { name: 'amounts', kind: 'amounts' },
      { name: 'totalYen', kind: 'yen' },
      { name: 'continuesInto', kind: 'fiscalYears', optional: true },
      { name: 'contractType', kind: 'choice', optional: true },
      { name: 'decidedOn', kind: 'exactDay', optional: true },
      { name: 'until', kind: 'exactDay', optional: true },
      { name: 'otherVendorReason', kind: 'paragraph', optional: true },
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
    corrects: contractCorrects,
    change(given) {
      const { type: _type, ...facts } = given.fact;
      return {
        ...given.context,
        drafters: suppliedBy(given, 'contractRecorded'),
        contract: { ...facts, phase: given.here.id, on: given.event.occurredOn },
      };
    },
  }),
};
