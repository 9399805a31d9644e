// What meetings look at: a meeting in full, under way or over, and what is under decision now in the system of an item.
import type { Ledger } from '../../../ledger/open.ts';
import type { PastState } from '../../../ledger/past/past.ts';
import type { Decides, LookedAt } from '../../../machines/decision/resolution.ts';
import { lookedAtOf } from '../../../machines/migration/bundle/decided.ts';
import { standing } from '../../../machines/migration/state.ts';
import type { Meeting } from '../../../machines/programme/meetings/meeting.ts';
import { meetingsOf } from '../../../machines/programme/meetings/sitting-rules.ts';
import type { ProgrammeSnapshot } from '../../../machines/programme/state.ts';
import { chainOf } from '../../../machines/record/chain.ts';

export interface WholeMeeting {
  meeting: Meeting;
  /** The entry that closed it; null while it is open. */
  by: { seq: number; hash: string } | null;
}

/** Null where there is no such meeting. */
export async function meetingIn(
  ledger: Pick<Ledger, 'endedMeeting'>,
  code: string,
  { context }: Pick<ProgrammeSnapshot, 'context'>,
  number: number,
): Promise<WholeMeeting | null> {
  const { open, known } = meetingsOf(context);
  const there = open.find(({ seq }) => seq === number);
  const ended = there ? there.ended : known.find(({ seq }) => seq === number)?.ended;
  if (ended === undefined) return there ? { meeting: there, by: null } : null;
  const found = await ledger.endedMeeting(code, ended);
  const whole = found && meetingsOf(found.snapshot.context).open.find(({ seq }) => seq === number);
  if (!found || !whole) return null;
  // Minutes may have come after it was closed.
  const minutes = there?.minutes ?? known.find(({ seq }) => seq === number)?.minutes;
  return { meeting: minutes ? { ...whole, minutes } : whole, by: found.by };
}

export type Now = Pick<PastState, 'definition' | 'snapshot'>;

export const groundOf = ({ definition, snapshot: { context } }: Now) => ({ definition, context });

export async function statesBySystem(
  ledger: Pick<Ledger, 'statesOn'>,
  code: string,
  systems: readonly string[],
): Promise<Map<string, Now>> {
  const chains = [...new Set(systems)].map((system) => chainOf(code, system));
  const states = chains.length === 0 ? [] : await ledger.statesOn(chains, null);
  return new Map(states.map((state) => [state.definition.system.id, state]));
}

/** What a body could decide there now: going back, cancelling or a failed negotiation where it is proposed, else the gate under review. */
export function underDecision({ snapshot }: Now): Decides | null {
  const { phase, stage } = standing(snapshot);
  const { goingBack, cancellation, rfp } = snapshot.context;
  if (goingBack) return { kind: 'goingBack', to: goingBack.to };
  if (cancellation) return { kind: 'cancellation' };
  if (rfp?.open?.failing) return { kind: 'failure', rfp: rfp.open.number };
  return stage === null ? null : { kind: 'gate', phase };
}

export const lookedAtNow = ({ definition, snapshot }: Now, decides: Decides): LookedAt | null =>
  lookedAtOf(definition, snapshot, decides);
