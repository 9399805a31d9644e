// Whether the council votes on a contract before it is made: by type and amount, as the path's data says; off where it says nothing.
import type { ContractType, CouncilVote, VoteAgain } from '../../definition/legal-ends.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { isOver, varianceOf } from '../../values/variance.ts';
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
  const { passed, rejected } = votesBy(given);
  const votedYen = passed.length === 0 ? null : Math.max(...passed.map((vote) => vote.totalYen));
  if (votedYen !== null && votedYen >= totalYen) return [];
  const who = given.definition.path.control.facts;
  return [
    refusal('contract.voteMissing', { contractType, totalYen, floorYen, basis, votedYen, who, rejected }),
  ];
}

/** By that day: those that passed, in their order, and the last bill, where that was rejected. */
function votesBy({ context, event }: Pick<Case, 'context' | 'event'>) {
  const votes = notesOf(context, NOTED.councilVote).filter(({ on }) => !liesBefore(event, on));
  const last = votes.at(-1);
  return {
    passed: votes.filter(({ vote }) => vote !== 'rejected'),
    rejected: last?.vote === 'rejected' ? { bill: last.bill, on: last.on } : null,
  };
}

/** Of a 変更契約: what was voted is changed by a vote again, where the rule of its type says so. */
export function changeObjections(
  given: Pick<Case, 'definition' | 'context' | 'event'>,
  contractType: ContractType | undefined,
  totalYen: number,
): Refusal[] {
  const rule = againRule(given, contractType, totalYen);
  const { passed, rejected } = votesBy(given);
  const votedYen = passed.at(-1)?.totalYen;
  if (!rule || contractType === undefined || votedYen === undefined)
    return voteObjections(given, contractType, totalYen);
  if (!asksAgain(rule.voteAgain, votedYen, totalYen)) return [];
  const { basis, voteAgain } = rule;
  const { delegated: left } = voteAgain;
  const delegated = left ? { ...left, upToYen: left.upToYen ?? null } : null;
  const who = given.definition.path.control.facts;
  return [
    refusal('contract.voteAgain', { contractType, totalYen, votedYen, basis, delegated, who, rejected }),
  ];
}

type AgainRule = CouncilVote & { voteAgain: VoteAgain };

/** The rule of its type that speaks of changes, where what is left is an amount that it speaks of. */
function againRule(
  { definition }: Pick<Case, 'definition'>,
  contractType: ContractType | undefined,
  totalYen: number,
): AgainRule | undefined {
  const rules = (definition.path.money?.councilVote ?? []).flatMap((rule): AgainRule[] =>
    rule.contractType === contractType && rule.voteAgain ? [{ ...rule, voteAgain: rule.voteAgain }] : [],
  );
  return rules.find(({ atLeastYen, voteAgain }) => totalYen >= atLeastYen || voteAgain.belowFloor);
}

function asksAgain({ decreases, delegated }: VoteAgain, votedYen: number, totalYen: number): boolean {
  if (totalYen === votedYen || (totalYen < votedYen && !decreases)) return false;
  if (!delegated) return true;
  const change = varianceOf(votedYen, totalYen);
  const { upToYen = Number.MAX_SAFE_INTEGER, upToPercent } = delegated;
  return Math.abs(change.amountYen) > upToYen || isOver(change, upToPercent);
}
