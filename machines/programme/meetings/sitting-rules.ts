// What of a meeting its acts have in common: which it is, what its body's rules say, who is there for an item, who presides.
import { type Ballot, type Count, countOf, votersAmong } from '../../decision/ballot.ts';
import type { Body } from '../../definition/definition.ts';
import type { MeetingRules } from '../../definition/meeting-rules.ts';
import type { ProgrammeCase } from '../act.ts';
import type { ProgrammeDefinition } from '../definition.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import type { ProgrammeContext } from '../state.ts';
import type { Item, Meeting, Meetings } from './meeting.ts';
import { seatOf, seatsFor } from './roll.ts';

export const meetingsOf = ({ convened }: Pick<ProgrammeContext, 'convened'>): Meetings =>
  convened ?? { open: [], known: [] };

export const meetingAt = (context: Pick<ProgrammeContext, 'convened'>, wanted: number): Meeting | undefined =>
  meetingsOf(context).open.find(({ seq }) => seq === wanted);

export const altered = (
  context: ProgrammeContext,
  wanted: number,
  alter: (meeting: Meeting) => Meeting,
): ProgrammeContext => {
  const { open, known } = meetingsOf(context);
  return {
    ...context,
    convened: { open: open.map((one) => (one.seq === wanted ? alter(one) : one)), known },
  };
};

type Bodies = Pick<ProgrammeDefinition, 'bodies'>;
export type MeetingBody = Body & { meets: MeetingRules };

export function meetingBody({ bodies }: Bodies, wanted: string): MeetingBody | null {
  const found = bodies.find(({ id }) => id === wanted);
  return found?.meets ? { ...found, meets: found.meets } : null;
}

export type About = { meeting: number };

/** A meeting under way with its body; else why it is none. */
export function openMeeting(
  { definition, context }: Pick<ProgrammeCase, 'definition' | 'context'>,
  { meeting: wanted }: About,
): { meeting: Meeting; body: MeetingBody } | { refusals: ProgrammeRefusal[] } {
  const { open, known } = meetingsOf(context);
  const meeting = open.find(({ seq }) => seq === wanted);
  const over = meeting?.status === 'open' ? undefined : (meeting ?? known.find(({ seq }) => seq === wanted));
  if (over)
    return { refusals: [programmeRefusal('meeting.notOpen', { meeting: wanted, status: over.status })] };
  if (!meeting) {
    const there = open.filter(({ status }) => status === 'open').map(({ seq }) => seq);
    return { refusals: [programmeRefusal('meeting.unknown', { meeting: wanted, open: there })] };
  }
  const body = meetingBody(definition, meeting.body);
  return body
    ? { meeting, body }
    : { refusals: [programmeRefusal('meeting.noRules', { body: meeting.body })] };
}

/** Who convenes and records: as the body's rules say. */
export function secretariat({ definition, context }: ProgrammeCase, { meeting }: About): string[] {
  const known = meetingAt(context, meeting) ?? meetingsOf(context).known.find(({ seq }) => seq === meeting);
  return (known && meetingBody(definition, known.body)?.meets.secretariat) ?? definition.control;
}

export function itemAt({ agenda }: Meeting, item: number): Item | undefined {
  return agenda[item - 1];
}

export function unknownItem({ agenda }: Meeting, item: number): ProgrammeRefusal[] {
  return item <= agenda.length
    ? []
    : [programmeRefusal('meeting.unknownItem', { item, items: agenda.length })];
}

export const withItem = (meeting: Meeting, number: number, alter: (item: Item) => Item): Meeting => ({
  ...meeting,
  agenda: meeting.agenda.map((item, index) => (index === number - 1 ? alter(item) : item)),
});

/** `name（account）`, as facts of a refusal say it. */
export function named({ roll }: Pick<Meeting, 'roll'>, accounts: readonly string[]): string[] {
  return accounts.map((account) => {
    const seat = roll.find((one) => one.account === account);
    return seat ? `${seat.name}（${account}）` : account;
  });
}

/** Whose seat is recused is out, and so is whoever sits there for them. */
export const isRecused = (
  item: Item,
  seat: { account: string; deputy?: { holder?: string | undefined } | undefined },
) =>
  [seat.account, seat.deputy?.holder].some(
    (account) => account !== undefined && Object.hasOwn(item.recused ?? {}, account),
  );

/** Those there for an item: of a circulation whoever answered. Nobody recused, nobody without a seat for that system. */
export function presentFor(meeting: Meeting, item: Item): string[] {
  const said =
    meeting.form === 'circulation'
      ? Object.keys(item.vote?.voices ?? {})
      : (item.vote?.present ?? meeting.present ?? []);
  return seatsFor(meeting, item.system)
    .filter((seat) => said.includes(seat.account) && !isRecused(item, seat))
    .map(({ account }) => account);
}

/** Items that are carried with a reason only. */
export const saysWhy = ({ decides: { kind } }: Pick<Item, 'decides'>): boolean => WITH_REASON.has(kind);
const WITH_REASON: ReadonlySet<Item['decides']['kind']> = new Set(['waiver', 'tie', 'single', 'end']);

/** As it stands before anything was voted. */
export const unvoted = ({ vote: _vote, ...item }: Item): Item => item;

/** The chair, the deputy chair or whom the members chose: the first of them who is there for the item. */
export function presiderOf(meeting: Meeting, item: Item): string | null {
  if (item.vote?.presider !== undefined) return item.vote.presider;
  const present = presentFor(meeting, item);
  const { chairs, chosen } = meeting;
  if (meeting.form === 'circulation') {
    const seats = seatsFor(meeting, item.system).filter((seat) => !isRecused(item, seat));
    const [presider = null] = chairs.filter((one) => seats.some(({ account }) => account === one));
    return presider;
  }
  return [...chairs, chosen].find((one) => one && present.includes(one)) ?? null;
}

export function ballotOf(meeting: Meeting, item: Item): Ballot {
  const { voices = {}, casting } = item.vote ?? {};
  const presider = presiderOf(meeting, item);
  return { form: meeting.form, present: presentFor(meeting, item), voices, presider, casting };
}

export const countFor = (body: MeetingBody, meeting: Meeting, item: Item): Count =>
  countOf(body.meets, body.members, ballotOf(meeting, item));

export const votersFor = (body: MeetingBody, meeting: Meeting, item: Item): string[] =>
  votersAmong(body.meets, ballotOf(meeting, item));

/** Seats whose answer is still out. */
export function stillOut(meeting: Meeting, item: Item): string[] {
  const answered = presentFor(meeting, item);
  const seats = seatsFor(meeting, item.system);
  const taken = new Set(seats.filter(({ account }) => answered.includes(account)).map(seatOf));
  return seats
    .filter((seat) => seat.deputy?.holder === undefined && !isRecused(item, seat) && !taken.has(seatOf(seat)))
    .map(({ account }) => account);
}

/** Of a circulation: whoever may still answer, in their own right or for a holder. */
export function mayAnswer(meeting: Meeting, item: Item): string[] {
  const answered = presentFor(meeting, item);
  const seats = seatsFor(meeting, item.system);
  const taken = new Set(seats.filter(({ account }) => answered.includes(account)).map(seatOf));
  const free = seats.filter((seat) => !isRecused(item, seat) && !taken.has(seatOf(seat)));
  return [...new Set(free.map(({ account }) => account))];
}

export function tooFew(
  body: MeetingBody,
  item: Item,
  { present, quorum }: Pick<Count, 'present' | 'quorum'>,
) {
  const { deputies, circulation } = body.meets;
  const recused = Object.keys(item.recused ?? {}).length;
  return programmeRefusal('meeting.noQuorum', {
    present,
    quorum,
    recused,
    deputies,
    circulation: circulation !== undefined,
  });
}
