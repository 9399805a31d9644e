// What the world must do because an event was accepted: plain data, one closed union.
import type { Retirement, Text } from '../definition/definition.ts';
import type { StageId } from '../definition/rfp-control.ts';
import type { Fallen } from './fallen.ts';

/** A deadline whose due day is another than before; null where it has none. */
export interface MovedDate {
  deadline: Text;
  was: string | null;
  dueOn: string | null;
  /** The hours of the two days, where the day is the same and its hour is not. */
  hours?: { was: string; now: string };
}

/**
 * What the notices of a ladder say besides. `late`: the day it was for, where it is told on a later one; held: the migration is held,
 * and its deadlines run on; openDays: until the day.
 */
export interface Reminded {
  late?: string;
  held?: true;
  openDays?: number;
}

/** What a notice is about; its sentence is made at the edge, from notice-texts.ts. */
export type Notice =
  | { code: 'review.requested'; phase: Text; by: string }
  | { code: 'review.continued'; phase: Text; approvedBy: string }
  /** Another of the same body has; so many of it are still missing. */
  | { code: 'review.voiced'; phase: Text; approvedBy: string; missing: number }
  | { code: 'review.returned'; phase: Text; by: string; reason: string }
  /** 継続審議: the body decides in another meeting. */
  | { code: 'review.carriedOver'; phase: Text; body: Text; reason: string }
  | { code: 'review.withdrawn'; phase: Text; by: string; reason: string }
  | { code: 'gate.passed'; phase: Text; next: Text }
  /** Approvals fell with what they rested on. */
  | { code: 'review.fell'; phase: Text; system: string }
  /** A member takes no part any more; fell: with it their voice. short: too few are left. */
  | { code: 'review.recused'; phase: Text; by: string; body: string; fell: boolean; short: boolean }
  | { code: 'proviso.asked'; phase: Text; by: string; text: string; dueOn: string }
  | { code: 'proviso.met'; proviso: string; text: string; by: string }
  /** Its day is over and it is not met; falls: the approval counts no more. */
  | {
      code: 'proviso.lapsed';
      proviso: string;
      text: string;
      dueOn: string;
      owner: string;
      body: string;
      falls: boolean;
    }
  | { code: 'goingBack.proposed'; from: Text; to: Text; by: string; reason: string }
  | { code: 'goingBack.decided'; to: Text; approved: boolean; by: string }
  | { code: 'goingBack.withdrawn'; to: Text; by: string; reason: string }
  | { code: 'cancellation.proposed'; by: string; reason: string; waiting: string[] }
  | { code: 'cancellation.dismissed'; by: string; reason: string }
  | { code: 'cancellation.withdrawn'; by: string; reason: string }
  | {
      code: 'plan.changed';
      phase: Text;
      startOn: string;
      endOn: string;
      by: string;
      reason: string;
      moved: MovedDate[];
    }
  /** `act`: the kind of the entry's fact; voids: it should not have been at all. */
  | {
      code: 'correction.proposed';
      entry: number;
      act: string;
      voids: boolean;
      by: string;
      reason: string;
      /** What stands and what should have, where that is another fact: told to those alone who see such files. */
      facts?: { was: { type: string }; should: { type: string } };
    }
  | {
      code: 'correction.decided';
      entry: number;
      act: string;
      voids: boolean;
      approved: boolean;
      by: string;
      moved: MovedDate[];
      /** As of what is proposed, to those alone who see such files. */
      facts?: { was: { type: string }; should: { type: string } };
    }
  | { code: 'correction.withdrawn'; entry: number; act: string; by: string; reason: string }
  /** By 代決, in the holder's name; `seenBy`: the day by which they are to look at it. */
  | { code: 'decision.inName'; entry: number; act: string; holder: string; by: string; seenBy?: string }
  | { code: 'regime.changed'; act: string; by: string; moved: MovedDate[] }
  | { code: 'conformity.recorded'; requirement: 'data' | 'linkage'; on: string; by: string }
  | { code: 'measure.filed'; function: string; until: string; by: string }
  | { code: 'measure.ended'; function: string; on: string; by: string }
  /** Another definition decides from now on; `approvals`: whose fell; `falls`: what else was being decided, and is no more. */
  | {
      code: 'definition.adopted';
      reason: string;
      phase: Text;
      approvals: string[];
      moved: MovedDate[];
      falls?: Fallen[];
    }
  /** It ends with its system, or its programme is closed; `deadlines`: those that fall. */
  | {
      code: 'migration.retired';
      as: Retirement['as'];
      reason: string;
      deadlines: Text[];
      heirs?: string[];
      falls?: Fallen[];
    }
  /** It goes on with other systems; `phase`: where it begins with them, left out where it goes on its own way. */
  | { code: 'migration.continued'; reason: string; from: string[]; phase?: Text; falls?: Fallen[] }
  | { code: 'programme.closed'; reason: string; deadlines: Text[] }
  | { code: 'system.wentLive'; on: string; by: string }
  | { code: 'system.rolledBack'; by: string; reason: string }
  | ({ code: 'deadline.near'; deadline: Text; dueOn: string; daysLeft: number } & Reminded)
  | ({ code: 'deadline.today'; deadline: Text; dueOn: string } & Reminded)
  | ({ code: 'deadline.overdue'; deadline: Text; dueOn: string; daysOver: number } & Reminded)
  /** Told besides, since it is still open; `to`: who has been told of it. */
  | ({ code: 'deadline.escalated'; deadline: Text; dueOn: string; daysOver: number; to: string[] } & Reminded)
  /** 未定 since a day: whoever must set it is asked. */
  | { code: 'deadline.undecided'; deadline: Text; since: string; days: number }
  /** What met it does so no more. */
  | { code: 'deadline.reopened'; deadline: Text; dueOn: string | null }
  | { code: 'deadline.set'; deadline: Text; dueOn: string; by: string; reason: string }
  /** hard: it shuts a gate that is still ahead; forGood: and nobody may extend it. */
  | ({ code: 'deadline.missed'; deadline: Text; dueOn: string; hard: boolean; forGood?: true } & Reminded)
  | { code: 'deadline.extended'; deadline: Text; dueOn: string; was: string; reason: string }
  | {
      code: 'extension.asked';
      deadline: Text;
      was: string;
      dueOn: string;
      by: string;
      reason: string;
      papers: string[];
    }
  | { code: 'extension.refused'; deadline: Text; dueOn: string; by: string; reason: string }
  | { code: 'extension.withdrawn'; deadline: Text; dueOn: string; by: string; reason: string }
  /** The day from which it was asked is another. */
  | { code: 'extension.fell'; deadline: Text; wished: string; dueOn: string | null }
  /** The rule counts to another day; null where it counts to none. */
  | { code: 'deadline.extensionFell'; deadline: Text; was: string; dueOn: string | null }
  | { code: 'milestone.reached'; system: string; milestone: string }
  /** What happened around the programme; `on`: null where it did not after all. */
  | { code: 'occurrence.told'; occurrence: Text; on: string | null; moved: MovedDate[] }
  | { code: 'milestone.withdrawn'; system: string; milestone: string }
  | { code: 'milestone.forsaken'; system: string; milestone: string }
  /** One voice for going on without it, or the last one. */
  | {
      code: 'milestone.waived';
      system: string;
      milestone: string;
      complete: boolean;
      by: string;
      reason: string;
    }
  /** `was`: left out where the stage had no day. */
  | { code: 'rfp.stageMoved'; stage: StageId; was?: string; at: string; by: string; reason: string }
  /** A round of scoring is over: by name who goes on and who does not. */
  | { code: 'rfp.roundNotified'; round: string; goesOn: string[]; out: string[]; by: string }
  | { code: 'rfp.candidateNamed'; candidate: string; by: string }
  | { code: 'rfp.negotiationFailed'; candidate: string; by: string; reason: string }
  /** stands: the failure was dismissed; `next`: who comes up, null where nobody is left. */
  | { code: 'rfp.failureDecided'; candidate: string; next: string | null; stands: boolean; by: string }
  | { code: 'migration.held'; by: string; reason: string }
  | { code: 'migration.resumed'; by: string; reason: string }
  /** `deadlines`: those that fall, where they have ladders. */
  | { code: 'migration.cancelled'; by: string; reason: string; deadlines?: Text[] };

export type Effect =
  /** Tell everyone who holds one of these posts; `instead`: these, where nobody holds one of them. */
  | { kind: 'notify'; to: string[]; notice: Notice; instead?: string[] }
  /** Tell the dependent migrations, by system id. */
  | { kind: 'announce'; to: string[]; milestone: string; occurredOn: string }
  /** Tell them that a milestone announced before no longer stands: the path went back behind it. */
  | { kind: 'revoke'; to: string[]; milestone: string; occurredOn: string }
  /** Tell them that a milestone they wait for cannot come any more: this migration was cancelled. */
  | { kind: 'forsake'; to: string[]; milestone: string; occurredOn: string };

/** Ends an exhaustive switch: compiles only when every kind is handled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
