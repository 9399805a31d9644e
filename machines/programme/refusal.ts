// Every way a programme says no, as a code with its facts, like a migration's. Sentences are made at the edge.

import type { Form } from '../decision/ballot.ts';
import type { OutsideTerm } from '../decision/term.ts';
import type { AmendmentStatus } from './amendment/state.ts';
import type { MeetingStatus } from './meetings/meeting.ts';

export interface ProgrammeRefusalFacts {
  'request.repeated': { requestId: string };
  'machine.failed': { type: string };
  'actor.wrongPost': { type: string; post: string; who: string[] };
  'actor.notPermitted': { type: string; kind: string };
  'body.outsideTerm': OutsideTerm;
  'date.future': { occurredOn: string; today: string };
  'programme.closed': { reason: string };
  'clock.real': Record<string, never>;
  'clock.notForward': { to: string; now: string };
  /** `until`: the last day to which a clock moves. */
  'clock.outOfRange': { to: string; until: string };
  /** Further than one move goes. */
  'clock.tooFar': { to: string; now: string; years: number };
  'occurrence.reversed': { occurredOn: string; endedOn: string };
  'occurrence.unknown': { id: string; known: string[] };
  'occurrence.known': { id: string; on: string };
  'occurrence.notRecorded': { id: string };
  'occurrence.same': { id: string; on: string };
  /** Whoever recorded it does not put it right. */
  'occurrence.ownCorrection': { id: string };
  'limit.occurrences': { most: number };
  'signingKey.none': Record<string, never>;
  'signingKey.pinnedAlready': Record<string, never>;
  'signingKey.same': Record<string, never>;
  /** To another installation: here it goes on no more. */
  'programme.handedOver': Record<string, never>;
  'programme.notHandedOver': Record<string, never>;
  'powers.begunAlready': Record<string, never>;
  'grant.unknownPost': { post: string; known: string[] };
  'grant.unknownSystem': { system: string; known: string[] };
  'grant.reversed': { fromOn: string; untilOn: string };
  /** None of theirs, or over. */
  'grant.unknown': { account: string; post: string };
  /** Beyond the day on which it ends anyway. */
  'grant.longer': { untilOn: string };
  'deputy.self': { account: string };
  /** A 代決 is in somebody's name. */
  'deputy.needsHolder': Record<string, never>;
  /** A day for 後閲, of a 職務代理 or before it begins. */
  'deputy.seenBy': { fromOn: string };
  'deputy.unknown': { account: string };
  'deputy.holdsAlready': { account: string; post: string };
  /** From `on` the deputy holds no post of their own. */
  'deputy.ownPost': { account: string; on: string };
  /** From `on` whom they stand in for does not hold the post. */
  'deputy.notHeld': { account: string; post: string; on: string };
  /** A deputyship that would rest on nothing from `on`. */
  'deputy.rests': { account: string; post: string; on: string };
  'seen.neverSo': { entry: number };
  'seen.notHolder': { entry: number; holder: string };
  'seen.already': { entry: number; on: string };
  'date.beforeCause': { occurredOn: string; cause: string; on: string };
  'transfer.nothing': Record<string, never>;
  'transfer.stranger': { account: string };
  'transfer.twice': { account: string; post: string };
  'meetings.fewer': { count: number; known: number };
  /** More meetings up to an earlier day than are known of a later one. */
  'meetings.earlier': { occurredOn: string; known: number; on: string };
  'meetings.unknownBody': { body: string; known: string[] };
  'meeting.unknown': { meeting: number; open: number[] };
  'meeting.notOpen': { meeting: number; status: MeetingStatus };
  /** What it resolved is carried once it is closed. */
  'meeting.notClosed': { meeting: number; status: MeetingStatus };
  /** The body decides one voice after the other. */
  'meeting.noRules': { body: string };
  'meeting.noCirculation': { body: string };
  /** What is done where people meet, of a circulation, or the other way round. */
  'meeting.otherForm': { form: Form };
  'meeting.itemTwice': { item: number };
  'meeting.unknownItem': { item: number; items: number };
  /** Of a circulation: what is put before those who answer is not under decision. */
  'meeting.notLookedAt': { items: number[] };
  'meeting.nobodySeated': { body: string; on: string };
  'meeting.ahead': { on: string; today: string };
  'meeting.over': { on: string };
  /** `accounts`, here and below: as people are called, with their accounts. */
  'meeting.notSeated': { accounts: string[]; body: string; on: string };
  'meeting.sameSeat': { accounts: string[] };
  'meeting.nobodyPresides': Record<string, never>;
  'meeting.noPresence': Record<string, never>;
  'meeting.notPresent': { accounts: string[] };
  'meeting.notOwn': { accounts: string[] };
  'meeting.isRecused': { accounts: string[] };
  'meeting.voicesMissing': { accounts: string[] };
  'meeting.chairVotes': { accounts: string[] };
  /** deputies, circulation: whether the body's rules know them. */
  'meeting.noQuorum': {
    present: number;
    quorum: number;
    recused: number;
    deputies: boolean;
    circulation: boolean;
  };
  'meeting.tied': { chair: string };
  'meeting.notTied': Record<string, never>;
  'meeting.reasonMissing': { items: number[] };
  /** Not of a gate that is approved; or in a meeting, before its vote. */
  'meeting.conditions': { item: number; form: Form };
  'meeting.conditionOwner': { item: number; owner: string; known: string[] };
  'meeting.conditionPast': { item: number; dueOn: string; today: string };
  'meeting.noDeputies': { body: string };
  'meeting.answeredAlready': { accounts: string[] };
  'meeting.answersOut': { items: number[]; accounts: string[]; until: string };
  'meeting.minutesMissing': Record<string, never>;
  'meeting.minutedAlready': { documentNo: string };
  'limit.meetings': { most: number };
  'amendment.unknown': { amendment: number; open: number[] };
  'amendment.notOpen': { amendment: number; status: AmendmentStatus };
  /** Proposed by the very person. */
  'amendment.own': { account: string };
  'amendment.notOwn': { account: string; by: string };
  'amendment.alreadyApproved': { account: string };
  /** Made on another edition than the one in force. */
  'amendment.stale': { base: number; inForce: number };
  'amendment.past': { fromOn: string; today: string };
  'amendment.notApproved': { amendment: number };
  'limit.amendments': { most: number };
  'limit.posts': { would: number; most: number };
  'vendor.unknown': { vendor: string; known: string[] };
  /** One firm under two ids. */
  'vendor.sameFirm': { name: string; vendor: string };
  'vendor.servesTwice': { system: string };
  'vendor.letterAhead': { title: string; decidedOn: string; today: string };
  'vendor.untilPast': { until: string; on: string };
  'vendor.unknownNotice': { notice: number; known: number[] };
  'vendor.notTouched': { system: string; touched: string[] };
  'vendor.answerBefore': { occurredOn: string; on: string };
  'limit.vendors': { of: 'vendors' | 'notices' | 'busyTimes'; most: number };
  'busyTime.reversed': { fromOn: string; untilOn: string };
  'busyTime.unknownBusiness': { business: string; known: string[] };
  'busyTime.unknown': { id: string; known: string[] };
  /** Another was issued meanwhile. */
  'report.number': { number: number; next: number };
  /** What it is made of is otherwise than its sender saw it. */
  'report.moved': Record<string, never>;
  /** Made of more than there is. */
  'report.ahead': { upTo: number; entries: number };
  'report.dataAhead': { dataOn: string; issuedOn: string };
  'report.period': { from: string; to: string; dataOn: string };
  'meetings.yearAhead': { fiscalYear: number; occurredOn: string };
}

export type ProgrammeRefusal = {
  [C in keyof ProgrammeRefusalFacts]: { code: C; facts: ProgrammeRefusalFacts[C] };
}[keyof ProgrammeRefusalFacts];

export function programmeRefusal<C extends keyof ProgrammeRefusalFacts>(
  code: C,
  facts: ProgrammeRefusalFacts[C],
): ProgrammeRefusal {
  // TypeScript cannot follow a mapped union back from its generic key.
  return { code, facts } as ProgrammeRefusal;
}
