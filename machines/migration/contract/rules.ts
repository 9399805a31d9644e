// What must be true of a contract's days and money: decided before it is made and never back-dated, asked for by its 執行伺書, covered by
// the budget of each year, voted where the council votes; and of its 変更契約 and 解除.
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Stamp } from '../../record/submission.ts';
import type { Case } from '../act.ts';
import { coverObjections } from '../budget/cover.ts';
import { lastNote, NOTED, notesOf } from '../noted/noted.ts';
import { notBefore } from '../order.ts';
import { amountObjections } from '../procurement/amounts.ts';
import { CONTRACT_MADE, type ContractFacts } from '../procurement/shapes.ts';
import { reachOf } from '../reach.ts';
import { changeObjections, voteObjections } from './council.ts';
import { contractNow, terminationOf } from './now.ts';
import type { ContractAmended, ContractTerminated } from './shapes.ts';

type Decided = { decidedOn?: string | undefined };

/** The 支出負担行為 is dated by the 決裁日, where it is said. */
export const obligedOn = ({ event, fact }: Case<Decided>): Stamp =>
  fact.decidedOn === undefined ? event : { ...event, occurredOn: fact.decidedOn };

function decidedObjections(given: Case<Decided>): Refusal[] {
  const { context, event, fact } = given;
  const request = lastNote(context, NOTED.request);
  if (fact.decidedOn === undefined) return request ? [refusal('contract.decidedOnMissing', {})] : [];
  return fact.decidedOn > reachOf(event)
    ? [refusal('contract.decidedAfter', { decidedOn: fact.decidedOn, occurredOn: event.occurredOn })]
    : [];
}

export function madeObjections(given: Case<ContractFacts>): Refusal[] {
  const { context, fact } = given;
  const { totalYen, amounts, contractType } = fact;
  const request = lastNote(context, NOTED.request);
  const by = obligedOn(given);
  return [
    ...decidedObjections(given),
    ...(request && fact.decidedOn !== undefined ? notBefore(by, NOTED.request, request.on) : []),
    ...(request && totalYen > request.plannedYen
      ? [refusal('contract.overPlanned', { totalYen, plannedYen: request.plannedYen })]
      : []),
    ...coverObjections(given, amounts, by),
    ...voteObjections(given, contractType, totalYen),
  ];
}

function standsObjections({ context }: Pick<Case, 'context'>): Refusal[] {
  if (!context.contract) return [refusal('contract.none', {})];
  const ended = terminationOf(context);
  return ended ? [refusal('contract.ended', { on: ended.on })] : [];
}

export function amendedObjections(given: Case<ContractAmended>): Refusal[] {
  const { context, event, fact } = given;
  const { contract } = context;
  const stands = standsObjections(given);
  if (!contract || stands.length > 0) return stands;
  const before = notesOf(context, NOTED.amendment).findLast(({ no }) => no < fact.no);
  return [
    ...notBefore(event, before ? NOTED.amendment : CONTRACT_MADE, before?.on ?? contract.on),
    ...decidedObjections(given),
    ...amountObjections(fact, event.occurredOn),
    ...coverObjections(given, fact.amounts, obligedOn(given)),
    ...changeObjections(given, contract.contractType, fact.totalYen),
  ];
}

export function terminatedObjections(given: Case<ContractTerminated>): Refusal[] {
  const { context, event, fact } = given;
  const stands = standsObjections(given);
  const now = contractNow(context);
  if (!now || stands.length > 0) return stands;
  const { paidYen = 0 } = fact;
  return [
    ...notBefore(event, now.no === 0 ? CONTRACT_MADE : NOTED.amendment, now.on),
    ...(paidYen > now.totalYen ? [refusal('contract.paidTooMuch', { paidYen, totalYen: now.totalYen })] : []),
  ];
}
