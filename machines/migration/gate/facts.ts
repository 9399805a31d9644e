// What a gate's condition of kind `fact` rests on: the act that laid it and its day. It is there as long as it has a day.
import type { VagueDay } from '../../values/date.ts';
import type { Case } from '../act.ts';
import { firstVoted } from '../budget/voted.ts';
import { lastNote, NOTED, notesOf } from '../noted/noted.ts';
import { inForceOn, promulgatedOn } from '../ordinance/passing.ts';
import { piaDoneOn } from '../pia/rounds.ts';
import { readyOn, rehearsedOn } from '../readiness/ready.ts';
import { stabilisedOn } from '../stabilisation/stable.ts';
import type { AskedFact } from './basis.ts';

export interface Ground {
  /** The type of the act that laid it. */
  cause: string;
  on: VagueDay | undefined;
}

type Known = Pick<Case, 'definition' | 'context'>;

const grounds: Record<AskedFact, (known: Known) => Ground> = {
  budgetVoted: ({ context }) => ({ cause: NOTED.budgetVoted, on: firstVoted(context) }),
  selectionRecorded: ({ context }) => ({ cause: 'selection.recorded', on: context.selection?.on }),
  contractRecorded: ({ context }) => ({ cause: 'contract.recorded', on: context.contract?.on }),
  wentLive: ({ context }) => ({ cause: 'system.wentLive', on: context.live?.on }),
  dataConforms: ({ context }) => ({ cause: 'conformity.recorded', on: context.conforms?.data?.on }),
  linkageConforms: ({ context }) => ({ cause: 'conformity.recorded', on: context.conforms?.linkage?.on }),
  obligationVoted: ({ context }) => ({
    cause: NOTED.obligation,
    on: notesOf(context, NOTED.obligation)[0]?.on,
  }),
  estimateRecorded: ({ context }) => ({
    cause: NOTED.estimate,
    on: notesOf(context, NOTED.estimate)[0]?.on,
  }),
  contractRequested: ({ context }) => ({
    cause: NOTED.request,
    on: lastNote(context, NOTED.request)?.on,
  }),
  piaDone: ({ context }) => ({ cause: NOTED.piaAdvanced, on: piaDoneOn(context) }),
  ordinancesPromulgated: (known) => ({ cause: NOTED.ordinance, on: promulgatedOn(known) }),
  ordinancesInForce: (known) => ({ cause: NOTED.ordinance, on: inForceOn(known) }),
  rehearsalPassed: ({ context }) => ({ cause: NOTED.rehearsal, on: rehearsedOn(context) }),
  readinessJudged: ({ context }) => ({ cause: NOTED.judgement, on: readyOn(context) }),
  stabilised: ({ context }) => ({ cause: NOTED.stabilised, on: stabilisedOn(context) }),
};

export const groundOf = (fact: AskedFact, known: Known): Ground => grounds[fact](known);
export const isThere = (fact: AskedFact, known: Known): boolean => groundOf(fact, known).on !== undefined;
