// Something proposed by one and decided by a body: what speaks against a voice, and what each decision needs alike.
import { answersFor, isSameVoice } from '../record/deputy.ts';
import { type Refusal, refusal } from '../record/refusal.ts';
import { type Case, personOf } from './act.ts';
import type { Proposal } from './state.ts';

type Voiced = Pick<Case, 'event'>;

export const proposalOf = ({ event }: Voiced, reason: string): Proposal => ({
  ...personOf(event),
  reason,
  on: event.occurredOn,
  votes: [],
});

/** Who proposed does not decide, and nobody decides twice. */
export function voiceObjections({ event }: Voiced, proposal: Proposal | null): Refusal[] {
  const { account, post } = event.actor;
  if (!proposal) return [];
  if (answersFor(event.actor).includes(proposal.account))
    return [refusal('gate.samePerson', { account, role: 'proposer' })];
  return proposal.votes.some((vote) => isSameVoice(vote, event.actor))
    ? [refusal('gate.alreadyApproved', { account, body: post })]
    : [];
}

/** Only who proposed it takes it back. */
export function ownerObjections({ event }: Voiced, proposal: Proposal | null): Refusal[] {
  const { account } = event.actor;
  return proposal && proposal.account !== account
    ? [refusal('proposal.notOwn', { account, by: proposal.name })]
    : [];
}
