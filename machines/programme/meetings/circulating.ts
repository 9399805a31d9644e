// A body decides in writing (書面開催): each member's answer is the member's own act, or a deputy's in the member's stead.
import * as z from 'zod';
import { voices } from '../../decision/ballot.ts';
import { LENGTH } from '../../record/limits.ts';
import { dayOf } from '../../values/date.ts';
import { maybeWritten } from '../../values/text.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import { rollNow, seatOf, seatsFor } from './roll.ts';
import {
  altered,
  isRecused,
  itemAt,
  meetingAt,
  meetingBody,
  named,
  openMeeting,
  presentFor,
  unknownItem,
  withItem,
} from './sitting-rules.ts';

const answered = z.strictObject({
  type: z.literal('meeting.answered'),
  meeting: z.number().int().min(1),
  item: z.number().int().min(1),
  voice: z.enum(voices),
  note: maybeWritten(LENGTH.paragraph),
});
type Answered = z.infer<typeof answered>;

function objections(given: ProgrammeCase<Answered>): ProgrammeRefusal[] {
  const { context, event, fact } = given;
  const found = openMeeting(given, fact);
  if ('refusals' in found) return found.refusals;
  const { body } = found;
  const meeting = { ...found.meeting, ...rollNow(found.meeting, context.powers, body.meets) };
  const { form, on } = meeting;
  const item = itemAt(meeting, fact.item);
  if (form !== 'circulation') return [programmeRefusal('meeting.otherForm', { form })];
  if (!item) return unknownItem(meeting, fact.item);
  if (dayOf(event.at) > on) return [programmeRefusal('meeting.over', { on })];
  const { account, deputy } = event.actor;
  if (deputy !== undefined && !body.meets.deputies)
    return [programmeRefusal('meeting.noDeputies', { body: meeting.body })];
  const accounts = named(meeting, [account]);
  const seats = seatsFor(meeting, item.system);
  const own = seats.find((seat) => seat.account === account);
  if (!own) return [programmeRefusal('meeting.notSeated', { accounts, body: meeting.body, on })];
  if (isRecused(item, own)) return [programmeRefusal('meeting.isRecused', { accounts })];
  const taken = presentFor(meeting, item).flatMap((one) => seats.filter((seat) => seat.account === one));
  const same = taken.find((seat) => seatOf(seat) === seatOf(own));
  return same
    ? [programmeRefusal('meeting.answeredAlready', { accounts: named(meeting, [same.account]) })]
    : [];
}

export const circulatingActs = {
  'meeting.answered': act({
    schema: answered,
    from: ['person'],
    asks: [],
    who: ({ context, fact }) => {
      const meeting = meetingAt(context, fact.meeting);
      return meeting ? [meeting.body] : [];
    },
    objections,
    change({ definition, context, event, fact }) {
      const { account } = event.actor;
      return altered(context, fact.meeting, (meeting) => {
        const body = meetingBody(definition, meeting.body);
        const now = body ? { ...meeting, ...rollNow(meeting, context.powers, body.meets) } : meeting;
        return withItem(now, fact.item, (item) => ({
          ...item,
          vote: { motion: 'approve', voices: { ...item.vote?.voices, [account]: fact.voice } },
        }));
      });
    },
  }),
};
