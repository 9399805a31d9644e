// Around a contract: what is asked before it is made (契約執行伺書), the council's vote on it, its amendments and its end.
import * as z from 'zod';
import { fiscalYearOf } from '../../values/date.ts';
import { act, asksNote, asksReason, type Case, WORDS } from '../act.ts';
import { nextNo, notesOf } from '../noted/noted.ts';
import { noting } from '../noted/noting.ts';
import { CONTRACT_MADE } from '../procurement/shapes.ts';
import { contractNow } from './now.ts';
import { amendedObjections, terminatedObjections } from './rules.ts';
import { contractAmended, contractRequested, contractTerminated, contractVoted } from './shapes.ts';

/** A contract rests on what was asked before it. */
const carriesContract = ({ context }: Case): string[] => (context.contract ? [CONTRACT_MADE] : []);

export const contractActs = {
  'contract.requested': act({
    schema: contractRequested.extend({ type: z.literal('contract.requested') }),
    ...noting('contract.requested', {
      key: ({ no }) => no,
      supplies: ['contractRequested'],
      carries: carriesContract,
    }),
    asks: [
      { name: 'subject', kind: 'line' },
      { name: 'purpose', kind: 'paragraph' },
      { name: 'plannedYen', kind: 'yen' },
      { name: 'procedure', kind: 'line' },
      { name: 'costBasis', kind: 'paragraph' },
      { name: 'budgetItem', kind: 'line' },
      { name: 'limits', kind: 'amounts', optional: true },
      { name: 'payments', kind: 'number', optional: true },
      asksNote,
    ],
    sample: ({ context }) => ({
      no: nextNo(context, 'contract.requested'),
      subject: WORDS,
      purpose: WORDS,
      plannedYen: 0,
      procedure: WORDS,
      costBasis: WORDS,
      budgetItem: WORDS,
    }),
  }),
  'contract.councilVoted': act({
    schema: contractVoted.extend({ type: z.literal('contract.councilVoted') }),
    ...noting('contract.councilVoted', { key: ({ no }) => no, pays: true }),
    asks: [
      { name: 'bill', kind: 'line' },
      { name: 'totalYen', kind: 'yen' },
      { name: 'vote', kind: 'choice', optional: true },
      asksNote,
    ],
    sample: ({ context }) => ({ no: nextNo(context, 'contract.councilVoted'), bill: WORDS, totalYen: 0 }),
  }),
  'contract.amended': act({
    schema: contractAmended.extend({ type: z.literal('contract.amended') }),
    ...noting('contract.amended', {
      key: ({ no }) => no,
      objections: amendedObjections,
      carries: ({ context }) =>
        notesOf(context, 'contract.terminated').length > 0 ? ['contract.terminated'] : [],
    }),
    asks: [
      { name: 'amounts', kind: 'amounts' },
      { name: 'totalYen', kind: 'yen' },
      { name: 'continuesInto', kind: 'fiscalYears', optional: true },
      { name: 'decidedOn', kind: 'exactDay', optional: true },
      { name: 'until', kind: 'exactDay', optional: true },
      asksReason,
    ],
    sample({ context, today }) {
      const now = contractNow(context);
      return now
        ? {
            no: nextNo(context, 'contract.amended'),
            amounts: [{ fiscalYear: fiscalYearOf(today), amountYen: 0 }],
            totalYen: 0,
            continuesInto: [],
            reason: WORDS,
          }
        : null;
    },
  }),
  'contract.terminated': act({
    schema: contractTerminated.extend({ type: z.literal('contract.terminated') }),
    ...noting('contract.terminated', { key: () => 1, objections: terminatedObjections }),
    asks: [{ name: 'paidYen', kind: 'yen', optional: true }, asksReason],
    sample: ({ context }) => (context.contract ? { reason: WORDS } : null),
  }),
};
