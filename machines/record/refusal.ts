// Every way a machine says no, as a code with its facts. Sentences are made at the edge, from refusal-texts.ts.
import type { OutsideTerm } from '../decision/term.ts';
import type { Duty } from '../definition/decisions.ts';
import type { Retirement, StepStatus, Text } from '../definition/definition.ts';
import type { SlipCause } from '../definition/ladder.ts';
import type { ContractType } from '../definition/legal-ends.ts';
import type { RfpRefusalFacts } from '../migration/rfp/refusals.ts';
import type { VagueDay } from '../values/date.ts';

/** The facts of each code: what is missing and who can supply it, never a sentence. */
export interface RefusalFacts extends RfpRefusalFacts {
  /** The event has no transition from where the migration stands. */
  'event.notNow': { type: string; phase: string; state: string };
  'version.stale': { seen: number; current: number };
  /** A version that does not exist yet. */
  'version.ahead': { seen: number; current: number };
  'request.repeated': { requestId: string };
  /** The machine is at fault, not the event: it threw. */
  'machine.failed': { type: string };
  'actor.wrongPost': { type: string; post: string; who: string[] };
  'actor.notPermitted': { type: string; kind: string };
  /** On that day the body has no term: its seats do not exist yet, or no more. */
  'body.outsideTerm': OutsideTerm;
  'date.future': { occurredOn: string; today: string };
  'date.beforeBegin': { occurredOn: string; begunOn: string };
  'date.beforePrevious': { occurredOn: string; previous: string };
  /** `cause`: the act that it follows, of that day. */
  'date.beforeCause': { occurredOn: string; cause: string; on: string };
  /** Of a move that lies within a hold which is over. */
  'date.whileHeld': { occurredOn: string; from: string; until: string };
  'phase.notCurrent': { phase: string; current: string };
  'phase.unknown': { phase: string };
  'phase.notEarlier': { phase: string; current: string };
  'gate.samePerson': { account: string; role: 'submitter' | 'proposer' };
  'gate.alreadyApproved': { account: string; body: string };
  /** Who has approved supplies nothing that the gates rest on before the review is over. */
  'gate.ownApproval': { account: string; body: string };
  'gate.bodyComplete': { body: string };
  'gate.earlierBodyPending': { body: string; pending: string[] };
  /** Under review, what a condition of the gate rests on is not changed. */
  'gate.restsOn': { gate: { ja: string; en: string }; what: string[] };
  /** Its client saw another bundle than there is. */
  'gate.otherBundle': { seen: string; current: string };
  /** 専決: by the programme's table another post decides a matter of this amount; `limitYen` null: whatever the amount. */
  'authority.otherDecides': {
    matter: Text;
    post: string;
    limitYen: number | null;
    decides: string;
    yen: number;
    from: 'contract' | 'estimate' | 'budget';
  };
  'authority.amountUnknown': { matter: Text; who: string[] };
  /** `left`: members of the body that are not. */
  'gate.recused': { account: string; body: string; on: string; reason: string; left: number };
  /** Too few are left of a body; `plans`: who may have it amended. */
  'gate.outOfReach': { body: string; quorum: number; members: number; recused: string[]; plans: string[] };
  'recusal.already': { account: string; body: string; on: string };
  'recusal.notOwn': { account: string };
  'duty.separated': { account: string; duty: Duty; other: Duty };
  'proviso.unknownOwner': { owner: string; known: string[] };
  /** Its day is over already. */
  'proviso.past': { dueOn: string; today: string };
  /** The owner is not shown what the phase is about before it is decided. */
  'proviso.undisclosed': { owner: string; who: string[] };
  'proviso.unknown': { proviso: string; open: string[] };
  'proviso.already': { proviso: string; on: string };
  'proviso.own': { proviso: string; account: string };
  'proviso.notLapsed': { proviso: string; dueOn: string };
  'proviso.unmet': { proviso: string; text: string; owner: string; dueOn: string; body: string; by: string };
  'proposal.notOwn': { account: string; by: string };
  'cancellation.notProposed': Record<string, never>;
  'cancellation.alreadyProposed': { by: string };
  'evidence.future': { title: string; decidedOn: string; today: string };
  'evidence.afterAct': { title: string; decidedOn: string; occurredOn: string };
  'evidence.unknownKind': { kind: string; known: { kind: string; label: { ja: string; en: string } }[] };
  'condition.evidenceMissing': { evidence: string; label: { ja: string; en: string }; who: string[] };
  'condition.milestoneMissing': {
    system: string;
    milestone: string;
    label: { ja: string; en: string };
    who: string[];
  };
  /** Its system was cancelled: it cannot come any more. */
  'condition.milestoneGone': {
    system: string;
    milestone: string;
    label: { ja: string; en: string };
    who: string[];
  };
  'condition.stepsOpen': { steps: string[]; label: { ja: string; en: string }; who: string[] };
  'condition.factMissing': { fact: string; label: { ja: string; en: string }; who: string[] };
  'deadline.passed': { deadline: string; label: { ja: string; en: string }; dueOn: string; who: string[] };
  'deadline.unknown': { deadline: string };
  'deadline.notPending': { deadline: string; status: string };
  /** An extension to a day that is over already. */
  'deadline.extendedPast': { deadline: string; dueOn: string; today: string };
  'deadline.notLater': { deadline: string; dueOn: string; current: string };
  'deadline.notExtendable': { deadline: string };
  /** Where deadlines have kinds, a day that slips has a cause. */
  'conformity.already': { requirement: 'data' | 'linkage'; on: string };
  /** Until a day that lies before it was filed. */
  'measure.past': { until: string; filedOn: string };
  'measure.same': { function: string; until: string };
  'measure.spelled': { function: string; there: string };
  /** None of these is open. */
  'measure.unknown': { function: string; open: string[] };
  'limit.measures': { most: number };
  'slip.causeMissing': { causes: SlipCause[] };
  'extension.alreadyAsked': { deadline: string; by: string };
  'extension.notAsked': { deadline: string };
  /** Who asked for it, or decides in their name, does not decide on it. */
  'extension.ownAsking': { deadline: string; by: string };
  'acknowledgement.overdue': { deadline: string; dueOn: string };
  'acknowledgement.donePast': { deadline: string; doneBy: string; today: string };
  /** Its day follows from a rule. */
  'deadline.ruled': { deadline: string };
  'deadline.alreadySet': { deadline: string; dueOn: string };
  'deadline.setPast': { deadline: string; dueOn: string; today: string };
  'deadline.alreadyFired': { deadline: string; point: string };
  'deadline.notDue': { deadline: string; point: string };
  'milestone.notAwaited': { system: string; milestone: string };
  'milestone.notKnown': { system: string; milestone: string };
  'milestone.notForsaken': { system: string; milestone: string };
  'occurrence.notAwaited': { occurrence: string };
  'occurrence.alreadyTold': { occurrence: string; entry: number };
  'milestone.alreadyKnown': { system: string; milestone: string };
  'migration.onHold': { since: string };
  'migration.cancelled': { on: string };
  /** Nobody goes on with what was cancelled, nor does what was cancelled go on with others. */
  'migration.cancelledHasNoHeir': { on: string };
  'migration.cancelledIsNoHeir': { on: string };
  /** It is live, and `systems` that it would go on with are not. */
  'migration.liveHeir': { systems: string[] };
  /** A system would begin further than those that it goes on with. */
  'migration.laterPhase': { phase: Text; latest: Text };
  /** Its system goes by an amendment: it is 対象外, or given up. */
  'migration.retired': { on: string; as: Retirement['as']; reason: string };
  'programme.closed': { reason: string };
  /** A programme is closed once each of its systems is live or has ended. */
  'programme.underWay': { phase: { ja: string; en: string } };
  'steps.unknown': { steps: string[]; known: string[] };
  /** ⑱-1 follows from going live. */
  'steps.goLive': { step: string };
  'live.never': Record<string, never>;
  'live.already': { on: string };
  'live.notYet': Record<string, never>;
  'live.tooEarly': { phase: string; current: string };
  'steps.unknownBusiness': { business: string; known: string[] };
  'steps.reasonMissing': { steps: string[]; status: StepStatus };
  'steps.empty': Record<string, never>;
  /** Its path reports no national steps. */
  'steps.none': Record<string, never>;
  /** Of a migration that has ended only 対象外 is recorded. */
  'steps.cancelled': { steps: string[] };
  'plan.reversed': { startOn: string; endOn: string };
  'budget.alreadyVoted': { fiscalYear: number; on: string };
  'budget.farYear': { fiscalYear: number; occurredOn: string };
  /** The first budget of all is voted before the contract. */
  'budget.afterContract': { occurredOn: string; contractOn: string };
  'contract.yearTwice': { fiscalYear: number };
  /** Of an amount and of going on without one. */
  'contract.yearContinues': { fiscalYear: number };
  'contract.farYear': { fiscalYear: number; occurredOn: string };
  'contract.beforeSelection': { occurredOn: string; selectedOn: string };
  'contract.alreadyThere': { vendor: string; on: string };
  'contract.otherVendor': { vendor: string; selected: string };
  'contract.beforeBudget': { occurredOn: string; votedOn: string };
  'selection.alreadyThere': { candidate: string; on: string };
  'selection.otherVendor': { candidate: string; vendor: string };
  'selection.afterContract': { occurredOn: string; contractOn: string };
  'selection.totalMismatch': { printed: string; exact: string };
  'contract.sumMismatch': { totalYen: number; sumYen: number };
  'selection.overMaximum': { part: 'technical' | 'price'; score: string; maximum: string };
  /** What speaks against it is in files that its sender is not shown until the procurement is decided. */
  'procurement.undisclosed': { who: string[] };
  /** The same number, year or mark is on record already. */
  'noted.alreadyThere': { type: string; key: string; on: string };
  'noted.paperMissing': { type: string };
  /** Supplementary budgets and amounts are said together. */
  'budget.amountsMissing': { fiscalYear: number };
  /** 減額補正: of a supplement alone, and of no more of a cost than was voted. */
  'budget.decreaseInitial': { fiscalYear: number };
  'budget.decreaseTooMuch': {
    fiscalYear: number;
    cost: 'migrationYen' | 'operationYen';
    decreaseYen: number;
    votedYen: number;
  };
  /** `before`: the act that comes before it, of that year. */
  'budget.before': { type: string; before: string; fiscalYear: number };
  /** Nothing is voted for a year of the contract. */
  'contract.yearUncovered': { fiscalYear: number; amountYen: number; who: string[] };
  'contract.overBudget': { fiscalYear: number; amountYen: number; votedYen: number; who: string[] };
  'contract.overObligation': { fiscalYear: number; amountYen: number; limitYen: number; who: string[] };
  /** What was asked for by its 執行伺書 is made with its 決裁日. */
  'contract.decidedOnMissing': Record<string, never>;
  'contract.decidedAfter': { decidedOn: string; occurredOn: string };
  'contract.overPlanned': { totalYen: number; plannedYen: number };
  'contract.typeMissing': { totalYen: number; floorYen: number; basis: string };
  /** What was voted is changed by a vote again; `votedYen`: what was voted last. */
  'contract.voteAgain': {
    contractType: ContractType;
    totalYen: number;
    votedYen: number;
    basis: string;
    delegated: { upToPercent: string; upToYen: number | null; basis: string } | null;
    who: string[];
    rejected: { bill: string; on: string } | null;
  };
  /** `votedYen`: the most that was voted by that day. */
  'contract.voteMissing': {
    contractType: ContractType;
    totalYen: number;
    floorYen: number;
    basis: string;
    votedYen: number | null;
    who: string[];
    /** The last bill on it, where the council rejected that. */
    rejected: { bill: string; on: string } | null;
  };
  'contract.none': Record<string, never>;
  'contract.ended': { on: string };
  'contract.paidTooMuch': { paidYen: number; totalYen: number };
  'estimate.unknown': { no: number; known: number[] };
  /** It differs by more than the path's threshold. */
  'estimate.reasonMissing': {
    no: number;
    against: number;
    amountYen: number;
    percent: string | null;
    over: string;
  };
  'pia.notJudged': { no: number };
  'pia.notNeeded': { on: string };
  'pia.before': { reached: string; before: string };
  'pia.commentOpen': { closedOn: string; occurredOn: string };
  'pia.commentTooShort': {
    openedOn: string;
    closedOn: string;
    days: number;
    least: number;
    leastUntil: string;
    basis: string;
  };
  'ordinance.unknown': { ordinance: string; known: { kind: string; label: { ja: string; en: string } }[] };
  'ordinance.isRule': { ordinance: string };
  'ordinance.before': { ordinance: string; passage: string; before: string };
  'ordinance.forceMissing': { ordinance: string };
  'ordinance.forceTooEarly': { ordinance: string };
  'ordinance.forceBefore': { ordinance: string; inForceOn: string; on: string };
  'live.ordinanceNotInForce': {
    label: { ja: string; en: string };
    inForceOn: string | null;
    who: string[];
  };
  'criterion.unknown': { criterion: number; known: number[] };
  'readiness.noCriterion': { criterionKind: 'go' | 'rollback' };
  'readiness.unmet': { criteria: { no: number; title: string }[] };
  'rehearsal.errorsUnexplained': { errors: number };
  'rehearsal.errorsBeyond': { records: number; errors: number };
  'stabilisation.notBegun': Record<string, never>;
  'stabilisation.tooEarly': { occurredOn: string; until: string };
  'stabilisation.openIncidents': { incidents: number[] };
  'incident.unknown': { no: number; open: number[] };
  'regime.reasonTwice': { reasonType: number };
  'regime.pendingAlready': { on: VagueDay; basis: string };
  /** Going back, or an act of its own, is the way. */
  /** `can`: the kinds that can be. */
  'correction.notCorrectable': { type: string; can: string[] };
  /** No such entry, or it says something else. */
  'correction.neverStood': { entry: number };
  /** What the entry wrote was replaced or laid down since, or it is not as claimed. */
  'correction.standsNot': { entry: number; type: string };
  'correction.otherKind': { type: string; should: string };
  'correction.nothingNew': { entry: number };
  'correction.alreadyOpen': { entry: number; by: string };
  'correction.notOpen': { entry: number };
  /** Others have gone on with what it wrote. */
  'correction.inherited': { type: string; heirs: string[] };
  /** `by`: the entry that voided it. */
  'correction.voided': { entry: number; by: number };
  'correction.ownEntry': { account: string };
  /** `facts`: kinds of acts; voids: the entry should not have been at all. */
  'correction.restedOn': {
    gates: { ja: string; en: string }[];
    conditions: { ja: string; en: string }[];
    facts: string[];
    deadlines: { ja: string; en: string }[];
    /** Gates whose decider may not decide the amount. */
    beyond: { ja: string; en: string }[];
    voids: boolean;
  };
  /** What it decides is another thing: another phase, other papers or steps, another body. */
  'correction.otherDecision': { type: string };
  /** `next`: the type of the move that came after it, on a day. */
  'correction.afterNext': { occurredOn: string; next: string; on: string };
  /** The path moved by it; undone it is by moving on, and not by voiding. */
  'correction.movedByIt': { type: string };
  'correction.approverSupplied': { account: string; gates: { ja: string; en: string }[] };
  'correction.underReview': { gate: { ja: string; en: string }; what: { ja: string; en: string }[] };
  /** It decides in meetings; `who` convenes them. */
  'body.meets': { body: string; who: string[] };
  'meeting.notAsked': { body: string; asked: string[] };
  /** What was resolved is about something else. */
  'meeting.otherItem': Record<string, never>;
  'meeting.itemTaken': { meeting: number; item: number };
  /** What the meeting looked at, in that version, is not what is under decision by now. */
  'meeting.otherBundle': { meeting: number; item: number; version: number };
  /** Who drafted, or proposed, took part. */
  'meeting.mustRecuse': { accounts: string[] };
  /** The programme's chain has not resolved so. */
  'meeting.neverResolved': Record<string, never>;
  /** No such entry, or it was not done so by 代決. */
  'seen.neverSo': { entry: number };
  'seen.notHolder': { entry: number; holder: string };
  'seen.already': { entry: number; on: string };
  /** Who is named as having acted is nobody that the programme knows; `near`: whom it might have meant. */
  'correction.unknownPerson': { account: string; near: { account: string; name: string }[] };
  'correction.otherName': { account: string; name: string; known: string };
  'correction.postNotHeldThen': { account: string; post: string; occurredOn: string };
  'import.closed': { version: number };
  /** Phases of the version in force for which nothing stands in the one to be adopted. */
  'definition.noCounterpart': { phases: string[] };
  /** It was to be left for another, and is not what decides. */
  'definition.notInForce': { version: number };
  'definition.alreadyAdopted': { amendment: number };
  /** More papers than may stand in one phase, or in one migration. */
  'limit.papers': { within: 'phase' | 'migration'; would: number; most: number };
  /** More notes of one kind than may stand beside a path. */
  'limit.notes': { type: string; would: number; most: number };
  /** The state is as large as a run may carry, and the fact is not a short one. */
  'limit.state': { would: number; most: number };
}

export type RefusalCode = keyof RefusalFacts;
export type Refusal = { [C in RefusalCode]: { code: C; facts: RefusalFacts[C] } }[RefusalCode];

export function refusal<C extends RefusalCode>(code: C, facts: RefusalFacts[C]): Refusal {
  // TypeScript cannot follow a mapped union back from its generic key.
  return { code, facts } as Refusal;
}
