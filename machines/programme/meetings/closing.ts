// A meeting is closed: what its votes came to stands resolved, item by item, and it counts as held. Its minutes are a document.
import * as z from 'zod';
import { isSettled } from '../../decision/ballot.ts';
import { type Minutes, minutes, type Outcome, type Resolution } from '../../decision/resolution.ts';
import { paragraph } from '../../definition/definition.ts';
import { MEETING } from '../../record/limits.ts';
import { type Day, dayOf } from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import type { ProgrammeContext } from '../state.ts';
import { conditionsOf } from './conditions.ts';
import { ended } from './convening.ts';
import { counted } from './counting.ts';
import type { Item, Meeting, Seat } from './meeting.ts';
import { seatOf, seatsFor } from './roll.ts';
import {
  type About,
  altered,
  ballotOf,
  countFor,
  isRecused,
  type MeetingBody,
  meetingBody,
  meetingsOf,
  named,
  openMeeting,
  presentFor,
  saysWhy,
  secretariat,
  stillOut,
} from './sitting-rules.ts';

/** The type of its entry, for those who look for it in a chain. */
export const CLOSED = 'meeting.closed' as const;

const closed = z.strictObject({
  type: z.literal(CLOSED),
  meeting: z.number().int().min(1),
  /** Of what a circulation did not carry: why, item by item. */
  reasons: z
    .array(z.strictObject({ item: z.number().int().min(1), reason: paragraph }))
    .max(MEETING.items)
    .optional(),
});
type Closed = z.infer<typeof closed>;

/** As its motion and its votes say; null where nothing was decided. A tie that nobody decides is not carried. */
export function outcomeOf(body: MeetingBody, meeting: Meeting, item: Item): Outcome | null {
  const { vote } = item;
  if (!vote) return null;
  const { result } = countFor(body, meeting, item);
  if (result === 'noQuorum') return null;
  const carried = result === 'carried';
  if (vote.motion === 'approve') return carried ? 'approved' : 'rejected';
  if (!carried) return null;
  return vote.motion === 'return' ? 'returned' : 'carriedOver';
}

const reasonFor = (item: Item, number: number, { reasons = [] }: Closed): string | undefined =>
  item.vote?.reason ?? reasons.find((one) => one.item === number)?.reason;

/** Items that a circulation still waits for: their day has not come, and those who are out may yet decide. */
function waiting({ event }: Pick<ProgrammeCase, 'event'>, body: MeetingBody, meeting: Meeting) {
  if (meeting.form !== 'circulation' || dayOf(event.at) > meeting.on) return [];
  return meeting.agenda.flatMap((item, index) => {
    const out = stillOut(meeting, item);
    const settled = isSettled(body.meets, body.members, ballotOf(meeting, item), out);
    return settled || out.length === 0 ? [] : [{ item: index + 1, out }];
  });
}

function closing(given: ProgrammeCase<Closed>): ProgrammeRefusal[] {
  const { fact, event } = given;
  const found = openMeeting(given, fact);
  if ('refusals' in found) return found.refusals;
  const { meeting, body } = found;
  const today = dayOf(event.at);
  if (meeting.form === 'inPerson' && meeting.on > today)
    return [programmeRefusal('meeting.ahead', { on: meeting.on, today })];
  if (meeting.form === 'inPerson' && !meeting.present) return [programmeRefusal('meeting.noPresence', {})];
  const out = waiting(given, body, meeting);
  if (out.length > 0) {
    const accounts = named(meeting, [...new Set(out.flatMap((one) => one.out))]);
    const items = out.map(({ item }) => item);
    return [programmeRefusal('meeting.answersOut', { items, accounts, until: meeting.on })];
  }
  return endObjections(body, meeting, fact);
}

function endObjections(body: MeetingBody, meeting: Meeting, fact: Closed): ProgrammeRefusal[] {
  const outcomes = meeting.agenda.map((item) => outcomeOf(body, meeting, item));
  const silent = meeting.agenda.flatMap((item, index) =>
    (outcomes[index] === 'rejected' || (outcomes[index] === 'approved' && saysWhy(item))) &&
    reasonFor(item, index + 1, fact) === undefined
      ? [index + 1]
      : [],
  );
  const unminuted =
    body.meets.minutes && meeting.minutes === undefined && outcomes.some((one) => one !== null);
  return [
    ...(silent.length > 0 ? [programmeRefusal('meeting.reasonMissing', { items: silent })] : []),
    ...(unminuted ? [programmeRefusal('meeting.minutesMissing', {})] : []),
  ];
}

const person = ({ account, name, deputy }: Seat) => ({ account, name, ...(deputy ? { deputy } : {}) });

function resolutionOf(
  body: MeetingBody,
  meeting: Meeting,
  { item, number, on, reason }: { item: Item; number: number; on: Day; reason: string | undefined },
): Resolution | null {
  const outcome = outcomeOf(body, meeting, item);
  const { of, vote } = item;
  if (outcome === null || !of || !vote) return null;
  const conditions = conditionsOf(meeting, item);
  const seats = seatsFor(meeting, item.system);
  const there = presentFor(meeting, item);
  const sits = ({ account }: Seat) => there.includes(account);
  const taken = new Set(seats.filter(sits).map(seatOf));
  const { presider } = ballotOf(meeting, item);
  const away = seats.filter(
    (seat) =>
      !sits(seat) && !isRecused(item, seat) && !taken.has(seatOf(seat)) && seat.deputy?.holder === undefined,
  );
  return {
    meeting: meeting.seq,
    item: number,
    body: meeting.body,
    form: meeting.form,
    on,
    decides: item.decides,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(outcome === 'approved' && conditions.length > 0 ? { conditions } : {}),
    of,
    presider,
    present: seats.filter(sits).map((seat) => {
      const voice = vote.voices[seat.account];
      return { ...person(seat), ...(voice ? { voice } : {}) };
    }),
    away: away.map((seat) => {
      const why = meeting.absence?.[seat.account];
      return { ...person(seat), ...(why ? { reason: why } : {}) };
    }),
    recused: Object.entries(item.recused ?? {}).map(([account, why]) => {
      const seat = meeting.roll.find((one) => one.account === account);
      return { ...(seat ? person(seat) : { account, name: account }), reason: why };
    }),
    ...(castingIn(body, meeting, item) ?? {}),
    ...(meeting.minutes ? { minutes: meeting.minutes } : {}),
  };
}

/** What whoever presides made of a tie; nothing where there was none. */
function castingIn(body: MeetingBody, meeting: Meeting, item: Item): { casting: 'for' | 'against' } | null {
  const { byCasting, result } = countFor(body, meeting, item);
  return byCasting ? { casting: result === 'carried' ? 'for' : 'against' } : null;
}

function close({ definition, context, event, fact }: ProgrammeCase<Closed>): ProgrammeContext {
  const meeting = meetingsOf(context).open.find(({ seq }) => seq === fact.meeting);
  const body = meeting && meetingBody(definition, meeting.body);
  if (!meeting || !body) return context;
  const on = meeting.form === 'inPerson' ? meeting.on : dayOf(event.at);
  const agenda = meeting.agenda.map((item, index): Item => {
    const number = index + 1;
    const reason = reasonFor(item, number, fact);
    const resolution = resolutionOf(body, meeting, { item, number, on, reason });
    return resolution ? { ...item, resolution } : item;
  });
  const sat = agenda.some(({ resolution }) => resolution !== undefined);
  const over: Meeting = {
    ...meeting,
    agenda,
    status: 'closed',
    ended: context.version + 1,
    ...(sat ? { sat } : {}),
  };
  const known = ended(context, over);
  return sat ? { ...known, meetings: counted(known.meetings, { body: meeting.body, on }) } : known;
}

const minuted = z.strictObject({
  type: z.literal('meeting.minuted'),
  meeting: z.number().int().min(1),
  minutes,
});

/** Once it is closed, only where there are none yet. */
function minuting(given: ProgrammeCase<About & { minutes: Minutes }>): ProgrammeRefusal[] {
  const { context, event, fact } = given;
  const { open, known } = meetingsOf(context);
  const over = [...open, ...known].find(({ seq, status }) => seq === fact.meeting && status === 'closed');
  const today = dayOf(event.at);
  const early =
    fact.minutes.decidedOn > today
      ? [programmeRefusal('date.future', { occurredOn: fact.minutes.decidedOn, today })]
      : [];
  if (over)
    return over.minutes
      ? [programmeRefusal('meeting.minutedAlready', { documentNo: over.minutes.documentNo })]
      : early;
  const found = openMeeting(given, fact);
  return 'refusals' in found ? found.refusals : early;
}

export const closingActs = {
  [CLOSED]: act({
    schema: closed,
    from: ['person'],
    asks: [],
    who: (given) => secretariat(given, given.fact),
    objections: closing,
    change: close,
  }),
  'meeting.minuted': act({
    schema: minuted,
    from: ['person'],
    asks: [],
    who: (given) => secretariat(given, given.fact),
    objections: minuting,
    change({ context, fact }) {
      const { open, known } = meetingsOf(context);
      const isMeant = ({ seq }: { seq: number }) => seq === fact.meeting;
      if (open.some(isMeant))
        return altered(context, fact.meeting, (one) => ({ ...one, minutes: fact.minutes }));
      const kept = known.map((one) => (isMeant(one) ? { ...one, minutes: fact.minutes } : one));
      return { ...context, convened: { open, known: kept } };
    },
  }),
};
