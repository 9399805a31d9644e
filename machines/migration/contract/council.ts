// Whether the council votes on a contract before it is made: by type and amount, as the path's data says; off where it says nothing.
import type { ContractType, CouncilVote, VoteAgain } from '../../definition/legal-ends.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { isOver, varianceOf } from '../../values/variance.ts';
import type { Case } from '../act.ts';
import { NOTED, notesOf } from '../noted/noted.ts';
import { liesBefore } from '../reach.ts';

type Given = Pick<Case, 'definition' | 'context' | 'event'>;

/** The path's rules on contracts of a type, the lowest floor first; where the type is not known, all that might be asked of it. */
const rulesOn = (
  { definition }: Pick<Given, 'definition'>,
  contractType: ContractType | undefined,
): CouncilVote[] =>
  (definition.path.money?.councilVote ?? [])
    .filter((rule) => contractType === undefined || rule.contractType === contractType)
    .sort((a, b) => a.atLeastYen - b.atLeastYen);

/** A contract of unknown type that might need a vote says of which it is. */
export function voteObjections(
  given: Given,
  contractType: ContractType | undefined,
  totalYen: number,
): Refusal[] {
  const rule = rulesOn(given, contractType).find(({ atLeastYen }) => totalYen >= atLeastYen);
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
function votesBy({ context, event }: Pick<Given, 'context' | 'event'>) {
  const votes = notesOf(context, NOTED.councilVote).filter(({ on }) => !liesBefore(event, on));
  const last = votes.at(-1);
  return {
    passed: votes.filter(({ vote }) => vote !== 'rejected'),
    rejected: last?.vote === 'rejected' ? { bill: last.bill, on: last.on } : null,
  };
}

/** Of a 変更契約: what was voted is changed by a vote again, where the rule of its type says so. */
export function changeObjections(
  given: Given,
  contractType: ContractType | undefined,
  totalYen: number,
): Refusal[] {
  // Of those that speak of changes, the first to which what is left is not too little.
  const rule = rulesOn(given, contractType).find(
    ({ atLeastYen, voteAgain }) => voteAgain && (totalYen >= atLeastYen || voteAgain.belowFloor),
  );
  const { passed, rejected } = votesBy(given);
  const votedYen = passed.at(-1)?.totalYen;
  if (!rule?.voteAgain || contractType === undefined || votedYen === undefined)
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

function asksAgain({ decreases, delegated }: VoteAgain, votedYen: number, totalYen: number): boolean {
  if (totalYen === votedYen || (totalYen < votedYen && !decreases)) return false;
  if (!delegated) return true;
  const change = varianceOf(votedYen, totalYen);
  const { upToYen = Number.MAX_SAFE_INTEGER, upToPercent } = delegated;
  return Math.abs(change.amountYen) > upToYen || isOver(change, upToPercent);
}
