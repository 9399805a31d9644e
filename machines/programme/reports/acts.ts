// A report is issued: from then on it is fixed what it said, and of how much of the record it was made.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import { digestOf } from '../../definition/parts.ts';
import { isDay } from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';

/** The type of its entry, for those who look for it in a chain. */
export const ISSUED = 'report.issued' as const;

/** More than any programme has. */
const SYSTEMS = 2_000;

const day = z.string().refine(isDay, 'day');
const count = z.number().int().min(0).max(2_147_483_647);

const issued = z.strictObject({
  type: z.literal(ISSUED),
  /** Counted from 1. */
  number: z.number().int().min(1).max(999_999),
  dataOn: day,
  /** By which date the data count: what was true on that day, or what was known on it. */
  by: z.enum(['occurred', 'recorded']),
  /** Of which it tells what happened; left out: all of it. */
  period: z.strictObject({ from: day, to: day }).optional(),
  unit: z.enum(['yen', 'thousandYen']),
  /** The newest entry of each chain when it was made: what was recorded later is no part of it. */
  upTo: z.strictObject({
    own: count,
    systems: z.array(z.strictObject({ system: id, entry: count })).max(SYSTEMS),
  }),
  /** SHA-256 of its data as canonical JSON. */
  digest: digestOf,
});
export type ReportIssued = z.infer<typeof issued>;

function objections({ context, event, fact }: ProgrammeCase<ReportIssued>): ProgrammeRefusal[] {
  const next = (context.reports ?? 0) + 1;
  const { dataOn, period } = fact;
  return [
    ...(fact.number === next ? [] : [programmeRefusal('report.number', { number: fact.number, next })]),
    ...(fact.upTo.own > context.version
      ? [programmeRefusal('report.ahead', { upTo: fact.upTo.own, entries: context.version })]
      : []),
    ...(dataOn > event.occurredOn
      ? [programmeRefusal('report.dataAhead', { dataOn, issuedOn: event.occurredOn })]
      : []),
    ...(period && (period.from > period.to || period.to > dataOn)
      ? [programmeRefusal('report.period', { ...period, dataOn })]
      : []),
  ];
}

export const reportActs = {
  [ISSUED]: act({
    schema: issued,
    from: ['person'],
    // Its figures are made where it is sent.
    ownDoor: true,
    asks: [],
    who: ({ definition }) => definition.control,
    objections,
    change: ({ context, fact }) => ({ ...context, reports: fact.number }),
  }),
};
