// What happens while a body is together: who is there, who is recused of an item, how each has voted. Recorded by its secretariat.
import * as z from 'zod';
import { voices, votersAmong } from '../../decision/ballot.ts';
import { provisosAsked } from '../../decision/proviso.ts';
import { lookedAt } from '../../decision/resolution.ts';
import { line, paragraph } from '../../definition/definition.ts';
import { MEETING } from '../../record/limits.ts';
import { dayOf } from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import { voteConditions } from './conditions.ts';
import { type Item, type Meeting, motions, type Vote } from './meeting.ts';
import { rollNow, seatOf } from './roll.ts';
import {
  altered,
  ballotOf,
  countFor,
  itemAt,
  type MeetingBody,
  meetingBody,
  named,
  openMeeting,
  saysWhy,
  secretariat,
  tooFew,
  unknownItem,
  unvoted,
  withItem,
} from './sitting-rules.ts';

const number = z.number().int().min(1);
const reason = paragraph;

const attended = z.strictObject({
  type: z.literal('meeting.attended'),
  meeting: number,
  present: z.array(line).min(1).max(MEETING.seats),
  /** Who is away and why; who is not named is away without a reason. */
  away: z
    .array(z.strictObject({ account: line, reason: line.optional() }))
    .max(MEETING.seats)
    .optional(),
  /** Whom the members chose to preside, where neither chair nor deputy chair does. */
  presides: line.optional(),
});
type Attended = z.infer<typeof attended>;

function isAhead({ event }: Pick<ProgrammeCase, 'event'>, { on }: Meeting): ProgrammeRefusal[] {
  const today = dayOf(event.at);
  return on > today ? [programmeRefusal('meeting.ahead', { on, today })] : [];
}

const inPerson = ({ form }: Meeting): ProgrammeRefusal[] =>
  form === 'inPerson' ? [] : [programmeRefusal('meeting.otherForm', { form })];

/** With everyone who has a seat by now. */
const seated = ({ context }: ProgrammeCase, meeting: Meeting, { meets }: MeetingBody): Meeting => ({
  ...meeting,
  ...rollNow(meeting, context.powers, meets),
});

function attendance(given: ProgrammeCase<Attended>): ProgrammeRefusal[] {
  const { fact } = given;
  const found = openMeeting(given, fact);
  if ('refusals' in found) return found.refusals;
  const meeting = seated(given, found.meeting, found.body);
  const early = [...inPerson(meeting), ...isAhead(given, meeting)];
  if (early.length > 0) return early;
  const { body, on } = meeting;
  const spoken = [...fact.present, ...(fact.away ?? []).map(({ account }) => account)];
  const strange = spoken.filter((account) => !meeting.roll.some((seat) => seat.account === account));
  const accounts = named(meeting, strange);
  return [
    ...(strange.length > 0 ? [programmeRefusal('meeting.notSeated', { accounts, body, on })] : []),
    ...seatedTwice(meeting, spoken, fact.present),
    ...presiding(meeting, fact),
  ];
}

/** Neither a person twice, nor a holder beside whoever sits there for them. */
function seatedTwice(
  meeting: Meeting,
  spoken: readonly string[],
  present: readonly string[],
): ProgrammeRefusal[] {
  const seats = present.flatMap((account) => {
    const held = meeting.roll.filter((seat) => seat.account === account);
    const own = held.find(({ deputy }) => deputy === undefined) ?? held[0];
    return own ? [{ account, seat: seatOf(own) }] : [];
  });
  const twice = spoken.filter((account, index) => spoken.indexOf(account) !== index);
  const beside = seats
    .filter(({ seat }, index) => seats.findIndex((one) => one.seat === seat) !== index)
    .map(({ account }) => account);
  const accounts = named(meeting, [...new Set([...twice, ...beside])]);
  return accounts.length > 0 ? [programmeRefusal('meeting.sameSeat', { accounts })] : [];
}

function presiding({ chairs, roll }: Meeting, { present, presides }: Attended): ProgrammeRefusal[] {
  const chair = chairs.find((one) => one !== null && present.includes(one));
  if (chair === undefined && presides === undefined) return [programmeRefusal('meeting.nobodyPresides', {})];
  return presides === undefined || present.includes(presides)
    ? []
    : [programmeRefusal('meeting.notPresent', { accounts: named({ roll }, [presides]) })];
}

const recused = z.strictObject({
  type: z.literal('meeting.recused'),
  meeting: number,
  item: number,
  account: line,
  reason,
});
type Recused = z.infer<typeof recused>;

function recusal(given: ProgrammeCase<Recused>): ProgrammeRefusal[] {
  const { event, fact } = given;
  const found = openMeeting(given, fact);
  if ('refusals' in found) return found.refusals;
  const meeting = seated(given, found.meeting, found.body);
  const strange = unknownItem(meeting, fact.item);
  const item = itemAt(meeting, fact.item);
  if (!item) return strange;
  const { account } = fact;
  const accounts = named(meeting, [account]);
  const { actor } = event;
  const forOthers = actor.post === meeting.body && actor.account !== account;
  return [
    ...(meeting.roll.some((seat) => seat.account === account)
      ? []
      : [programmeRefusal('meeting.notSeated', { accounts, body: meeting.body, on: meeting.on })]),
    ...(forOthers ? [programmeRefusal('meeting.notOwn', { accounts })] : []),
    ...(Object.hasOwn(item.recused ?? {}, account)
      ? [programmeRefusal('meeting.isRecused', { accounts })]
      : []),
  ];
}

const voted = z.strictObject({
  type: z.literal('meeting.voted'),
  meeting: number,
  item: number,
  motion: z.enum(motions),
  votes: z.array(z.strictObject({ account: line, voice: z.enum(voices) })).max(MEETING.seats),
  casting: z.enum(['for', 'against']).optional(),
  reason: reason.optional(),
  conditions: provisosAsked,
  of: lookedAt,
});
type Voted = z.infer<typeof voted>;

const voteIn = ({ motion, votes, casting, reason: why, conditions }: Voted): Vote => ({
  motion,
  voices: Object.fromEntries(votes.map(({ account, voice }) => [account, voice])),
  ...(casting ? { casting } : {}),
  ...(why ? { reason: why } : {}),
  ...(conditions ? { conditions } : {}),
});

/** Voted anew, it takes the place of what was voted before; who is there now has voted. */
function votedOn(meeting: Meeting, item: Item, fact: Voted): Item {
  const { present, presider } = ballotOf(meeting, unvoted(item));
  return { ...item, of: fact.of, vote: { ...voteIn(fact), present: [...present], presider } };
}

function voting(given: ProgrammeCase<Voted>): ProgrammeRefusal[] {
  const { fact } = given;
  const found = openMeeting(given, fact);
  if ('refusals' in found) return found.refusals;
  const { meeting, body } = found;
  const early = [...inPerson(meeting), ...isAhead(given, meeting), ...unknownItem(meeting, fact.item)];
  const item = itemAt(meeting, fact.item);
  if (early.length > 0 || !item) return early;
  if (meeting.present === undefined) return [programmeRefusal('meeting.noPresence', {})];
  const wrong = [
    ...votersObjections(body, meeting, unvoted(item), fact),
    ...voteConditions(given, item, fact),
  ];
  return wrong.length > 0 ? wrong : resultObjections(body, meeting, votedOn(meeting, item, fact), fact);
}

/** Each who has a vote, once, and nobody else. */
function votersObjections(
  body: MeetingBody,
  meeting: Meeting,
  item: Item,
  { votes }: Voted,
): ProgrammeRefusal[] {
  const counted = countFor(body, meeting, item);
  if (counted.result === 'noQuorum') return [tooFew(body, item, counted)];
  const ballot = ballotOf(meeting, item);
  const voters = votersAmong(body.meets, ballot);
  const given = votes.map(({ account }) => account);
  const out = (accounts: readonly string[]) => named(meeting, [...new Set(accounts)]);
  const twice = given.filter((account, index) => given.indexOf(account) !== index);
  const gone = given.filter((account) => Object.hasOwn(item.recused ?? {}, account));
  const presides = body.meets.tie === 'chair' && given.some((account) => account === ballot.presider);
  const absent = given.filter((one) => !ballot.present.includes(one) && !gone.includes(one));
  const missing = voters.filter((account) => !given.includes(account));
  return [
    ...(ballot.presider === null ? [programmeRefusal('meeting.nobodyPresides', {})] : []),
    ...(gone.length > 0 ? [programmeRefusal('meeting.isRecused', { accounts: out(gone) })] : []),
    ...(absent.length > 0 ? [programmeRefusal('meeting.notPresent', { accounts: out(absent) })] : []),
    ...(twice.length > 0 ? [programmeRefusal('meeting.sameSeat', { accounts: out(twice) })] : []),
    ...(presides ? [programmeRefusal('meeting.chairVotes', { accounts: out([ballot.presider ?? '']) })] : []),
    ...(missing.length > 0 ? [programmeRefusal('meeting.voicesMissing', { accounts: out(missing) })] : []),
  ];
}

/** A tie is decided by whoever presides, and by nobody where there is none; what says no says why. */
function resultObjections(body: MeetingBody, meeting: Meeting, item: Item, fact: Voted): ProgrammeRefusal[] {
  const { result, byCasting } = countFor(body, meeting, item);
  if (result === 'tied') {
    const { presider } = ballotOf(meeting, item);
    return [programmeRefusal('meeting.tied', { chair: named(meeting, presider ? [presider] : []).join('') })];
  }
  const saysNo =
    fact.motion === 'return' || (fact.motion === 'approve' && (result === 'lost' || saysWhy(item)));
  return [
    ...(fact.casting !== undefined && !byCasting ? [programmeRefusal('meeting.notTied', {})] : []),
    ...(saysNo && fact.reason === undefined
      ? [programmeRefusal('meeting.reasonMissing', { items: [fact.item] })]
      : []),
  ];
}

export const sittingActs = {
  'meeting.attended': act({
    schema: attended,
    from: ['person'],
    asks: [],
    who: (given) => secretariat(given, given.fact),
    objections: attendance,
    change(given) {
      const { definition, context, fact } = given;
      const { present, away = [], presides } = fact;
      const why = away.flatMap(({ account, reason: said }) => (said ? [[account, said]] : []));
      return altered(context, fact.meeting, (meeting) => {
        const body = meetingBody(definition, meeting.body);
        const {
          absence: _absence,
          chosen: _chosen,
          ...before
        } = body ? seated(given, meeting, body) : meeting;
        return {
          ...before,
          present,
          ...(why.length > 0 ? { absence: Object.fromEntries(why) } : {}),
          ...(presides ? { chosen: presides } : {}),
        };
      });
    },
  }),
  'meeting.recused': act({
    schema: recused,
    from: ['person'],
    asks: [],
    who: (given) => {
      const found = openMeeting(given, given.fact);
      const own = 'refusals' in found ? [] : [found.meeting.body];
      return [...secretariat(given, given.fact), ...own];
    },
    objections: recusal,
    change(given) {
      const { definition, context, fact } = given;
      return altered(context, fact.meeting, (meeting) => {
        const body = meetingBody(definition, meeting.body);
        const now = body ? seated(given, meeting, body) : meeting;
        // Voted with them, it is voted again.
        return withItem(now, fact.item, (item) => ({
          ...(meeting.form === 'inPerson' ? unvoted(item) : item),
          recused: { ...item.recused, [fact.account]: fact.reason },
        }));
      });
    },
  }),
  'meeting.voted': act({
    schema: voted,
    from: ['person'],
    asks: [],
    who: (given) => secretariat(given, given.fact),
    objections: voting,
    change: ({ context, fact }) =>
      altered(context, fact.meeting, (meeting) =>
        withItem(meeting, fact.item, (item) => votedOn(meeting, item, fact)),
      ),
  }),
};
