// A meeting is convened with its agenda, or called off before it has decided anything.
import * as z from 'zod';
import { forms } from '../../decision/ballot.ts';
import { outsideTerm } from '../../decision/term.ts';
import { day, id, line, paragraph } from '../../definition/definition.ts';
import { timeOfDay } from '../../definition/words.ts';
import { canonical } from '../../record/entry.ts';
import { MEETING } from '../../record/limits.ts';
import { instantOf, latestDay } from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import type { ProgrammeContext } from '../state.ts';
import { agendaConditions } from './conditions.ts';
import { agendaItem, knownOf, type Meeting } from './meeting.ts';
import { chairsOf, rollOf } from './roll.ts';
import { meetingBody, meetingsOf, openMeeting, secretariat } from './sitting-rules.ts';

const convened = z.strictObject({
  type: z.literal('meeting.convened'),
  body: id,
  form: z.enum(forms),
  /** When it meets; of a circulation the day by which all answer. */
  on: day,
  /** At what hour it meets, where that is said. */
  at: timeOfDay.optional(),
  place: line.optional(),
  agenda: z.array(agendaItem).min(1).max(MEETING.items),
});
export type Convened = z.infer<typeof convened>;

function agendaObjections({ definition, fact }: ProgrammeCase<Convened>): ProgrammeRefusal[] {
  const known = definition.systems;
  const keys = fact.agenda.map(({ system, decides }) => canonical({ system, decides }));
  const strange = fact.agenda.find(({ system }) => !known.includes(system));
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  const unseen = fact.agenda.flatMap(({ of }, index) => (of === undefined ? [index + 1] : []));
  return [
    ...(strange ? [programmeRefusal('grant.unknownSystem', { system: strange.system, known })] : []),
    ...(twice >= 0 ? [programmeRefusal('meeting.itemTwice', { item: twice + 1 })] : []),
    ...(fact.form === 'circulation' && unseen.length > 0
      ? [programmeRefusal('meeting.notLookedAt', { items: unseen })]
      : []),
  ];
}

function convening(given: ProgrammeCase<Convened>): ProgrammeRefusal[] {
  const { definition, context, event, fact } = given;
  const { body: wanted, form, on } = fact;
  const known = definition.bodies.map((one) => one.id);
  if (!known.includes(wanted)) return [programmeRefusal('meetings.unknownBody', { body: wanted, known })];
  const body = meetingBody(definition, wanted);
  if (!body) return [programmeRefusal('meeting.noRules', { body: wanted })];
  const { open } = meetingsOf(context);
  const under = open.filter(({ status }) => status === 'open').length;
  const outside = outsideTerm([body], {
    actor: { post: wanted },
    at: instantOf(on, '12:00'),
    occurredOn: on,
  });
  const nobody = !context.powers || rollOf(context.powers, wanted, body.meets, on).length === 0;
  return [
    ...(form === 'circulation' && !body.meets.circulation
      ? [programmeRefusal('meeting.noCirculation', { body: wanted })]
      : []),
    ...(form === 'circulation' && on < latestDay(event.occurredOn)
      ? [programmeRefusal('meeting.over', { on })]
      : []),
    ...(outside ? [programmeRefusal('body.outsideTerm', outside)] : []),
    ...(nobody ? [programmeRefusal('meeting.nobodySeated', { body: wanted, on })] : []),
    ...(under < MEETING.open ? [] : [programmeRefusal('limit.meetings', { most: MEETING.open })]),
    ...agendaObjections(given),
    ...agendaConditions(given, form, fact.agenda),
  ];
}

function convene({ definition, context, fact }: ProgrammeCase<Convened>): ProgrammeContext {
  const { body, form, on, at, place, agenda } = fact;
  const rules = meetingBody(definition, body)?.meets;
  const roll = context.powers && rules ? rollOf(context.powers, body, rules, on) : [];
  const chairs = context.powers && rules ? chairsOf(context.powers, roll, rules, on) : [];
  const meeting: Meeting = {
    seq: context.version + 1,
    body,
    form,
    on,
    status: 'open',
    ...(at ? { at } : {}),
    ...(place ? { place } : {}),
    agenda,
    roll,
    chairs,
  };
  const { open, known } = meetingsOf(context);
  return { ...context, convened: { open: [...open, meeting], known } };
}

/** What is over goes to those that are only known, but the one that has just ended: its entry shows all of it. */
export function ended(context: ProgrammeContext, meeting: Meeting): ProgrammeContext {
  const { open, known } = meetingsOf(context);
  const over = open.filter(({ status, seq }) => status !== 'open' && seq !== meeting.seq).map(knownOf);
  const under = open.filter(({ status, seq }) => status === 'open' && seq !== meeting.seq);
  return {
    ...context,
    convened: { open: [...under, meeting], known: [...known, ...over].slice(-MEETING.known) },
  };
}

export const conveningActs = {
  'meeting.convened': act({
    schema: convened,
    from: ['person'],
    asks: [],
    who: ({ definition, fact }) =>
      meetingBody(definition, fact.body)?.meets.secretariat ?? definition.control,
    objections: convening,
    change: convene,
  }),
  'meeting.calledOff': act({
    schema: z.strictObject({
      type: z.literal('meeting.calledOff'),
      meeting: z.number().int().min(1),
      reason: paragraph,
    }),
    from: ['person'],
    asks: [],
    who: (given) => secretariat(given, given.fact),
    objections(given) {
      const found = openMeeting(given, given.fact);
      return 'refusals' in found ? found.refusals : [];
    },
    change({ context, fact }) {
      const meeting = meetingsOf(context).open.find(({ seq }) => seq === fact.meeting);
      return meeting
        ? ended(context, { ...meeting, status: 'calledOff', ended: context.version + 1 })
        : context;
    },
  }),
};
