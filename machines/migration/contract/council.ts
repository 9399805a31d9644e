// Whether the council votes on a contract before it is made: by type and amount, as the path's data says; off where it says nothing.
import type { ContractType, CouncilVote } from '../../definition/legal-ends.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import { NOTED, notesOf } from '../noted/noted.ts';
import { liesBefore } from '../reach.ts';

/** The rule that asks for a vote on so much; the lowest floor of those that do. */
export const voteRule = (
  { definition }: Pick<Case, 'definition'>,
  contractType: ContractType | undefined,
  totalYen: number,
): CouncilVote | undefined =>
  (definition.path.money?.councilVote ?? [])
    .filter(({ atLeastYen }) => totalYen >= atLeastYen)
    .filter((rule) => contractType === undefined || rule.contractType === contractType)
    .sort((a, b) => a.atLeastYen - b.atLeastYen)[0];

/** A contract of unknown type that might need a vote says of which it is. */
export function voteObjections(
  given: Pick<Case, 'definition' | 'context' | 'event'>,
  contractType: ContractType | undefined,
  totalYen: number,
): Refusal[] {
  const rule = voteRule(given, contractType, totalYen);
  if (!rule) return [];
  const { atLeastYen: floorYen, basis } = rule;
  if (contractType === undefined) return [refusal('contract.typeMissing', { totalYen, floorYen, basis })];
  const votes = notesOf(given.context, NOTED.councilVote).filter(({ on }) => !liesBefore(given.event, on));
  const passed = votes.filter(({ vote }) => vote !== 'rejected');
  const votedYen = passed.length === 0 ? null : Math.max(...passed.map((vote) => vote.totalYen));
  if (votedYen !== null && votedYen >= totalYen) return [];
  const last = votes.at(-1);
  const rejected = last?.vote === 'rejected' ? { bill: last.bill, on: last.on } : null;
  const who = given.definition.path.control.facts;
  return [
    refusal('contract.voteMissing', { contractType, totalYen, floorYen, basis, votedYen, who, rejected }),
  ];
}
