// 稼働後の安定化: from going live until a day that is set; it ends no earlier, and not while an incident is open.
import * as z from 'zod';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { earliestDay } from '../../values/date.ts';
import { act, asksNote, type Case, WORDS } from '../act.ts';
import { groundOf } from '../gate/facts.ts';
import { lastNote, nextNo, noteAt } from '../noted/noted.ts';
import { noting, recordersAndOwners } from '../noted/noting.ts';
import { notBefore } from '../order.ts';
import { liesBefore } from '../reach.ts';
import {
  type IncidentClosed,
  incidentClosed,
  incidentRecorded,
  type StabilisationBegun,
  type StabilisationEnded,
  stabilisationBegun,
  stabilisationEnded,
} from './shapes.ts';
import { openIncidents } from './stable.ts';

const supplies = ['stabilised'] as const;
const who = recordersAndOwners;

function sinceLive(given: Pick<Case, 'definition' | 'context' | 'event'>): Refusal[] {
  const { cause, on } = groundOf('wentLive', given);
  return on === undefined ? [refusal('live.notYet', {})] : notBefore(given.event, cause, on);
}

const begunObjections = (given: Case<StabilisationBegun>): Refusal[] => {
  const { event, fact } = given;
  const startOn = earliestDay(event.occurredOn);
  return [
    ...sinceLive(given),
    ...(fact.until < startOn ? [refusal('plan.reversed', { startOn, endOn: fact.until })] : []),
  ];
};

function endedObjections({ context, event, fact }: Case<StabilisationEnded>): Refusal[] {
  const begun = noteAt(context, 'stabilisation.begun', fact.no);
  if (!begun) return [refusal('stabilisation.notBegun', {})];
  const open = openIncidents(context);
  return [
    ...(liesBefore(event, begun.until)
      ? [refusal('stabilisation.tooEarly', { occurredOn: event.occurredOn, until: begun.until })]
      : []),
    ...(open.length > 0 ? [refusal('stabilisation.openIncidents', { incidents: open })] : []),
  ];
}

function closedObjections({ context, event, fact }: Case<IncidentClosed>): Refusal[] {
  const incident = noteAt(context, 'incident.recorded', fact.no);
  return incident
    ? notBefore(event, 'incident.recorded', incident.on)
    : [refusal('incident.unknown', { no: fact.no, open: openIncidents(context) })];
}

export const stabilisationActs = {
  'stabilisation.begun': act({
    open: true,
    schema: stabilisationBegun.extend({ type: z.literal('stabilisation.begun') }),
    ...noting('stabilisation.begun', {
      key: ({ no }) => no,
      who,
      supplies,
      objections: begunObjections,
      carries: ({ context, fact }) =>
        noteAt(context, 'stabilisation.ended', fact.no) ? ['stabilisation.ended'] : [],
    }),
    asks: [{ name: 'until', kind: 'exactDay' }, asksNote],
    sample: ({ context, today }) =>
      context.live ? { no: nextNo(context, 'stabilisation.begun'), until: today } : null,
  }),
  'stabilisation.ended': act({
    open: true,
    schema: stabilisationEnded.extend({ type: z.literal('stabilisation.ended') }),
    ...noting('stabilisation.ended', { key: ({ no }) => no, who, supplies, objections: endedObjections }),
    asks: [asksNote],
    sample({ context }) {
      const last = lastNote(context, 'stabilisation.begun');
      return last && !noteAt(context, 'stabilisation.ended', last.no) ? { no: last.no } : null;
    },
  }),
  'incident.recorded': act({
    open: true,
    schema: incidentRecorded.extend({ type: z.literal('incident.recorded') }),
    ...noting('incident.recorded', {
      key: ({ no }) => no,
      who,
      objections: sinceLive,
      carries: ({ context, fact }) =>
        noteAt(context, 'incident.closed', fact.no) ? ['incident.closed'] : [],
    }),
    asks: [{ name: 'title', kind: 'line' }, { name: 'severity', kind: 'choice' }, asksNote],
    sample: ({ context }) =>
      context.live
        ? { no: nextNo(context, 'incident.recorded'), title: WORDS, severity: 'medium' as const }
        : null,
  }),
  'incident.closed': act({
    open: true,
    schema: incidentClosed.extend({ type: z.literal('incident.closed') }),
    ...noting('incident.closed', { key: ({ no }) => no, who, objections: closedObjections }),
    asks: [
      { name: 'no', kind: 'ordinal' },
      { name: 'remedy', kind: 'paragraph' },
    ],
    sample({ context }) {
      const [no] = openIncidents(context);
      return no === undefined ? null : { no, remedy: WORDS };
    },
  }),
};
