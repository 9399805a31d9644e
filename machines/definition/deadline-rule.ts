// How a deadline is counted, as data: from what, in which direction, how far, and what happens on a closed day. Shape only.
import * as z from 'zod';
import { day } from '../values/schemas.ts';
import { id, line } from './words.ts';

export const periodUnits = ['days', 'weeks', 'months', 'years', 'openDays'] as const;

/** Ten years; open days are walked one by one whenever a deadline is settled: two years of them. */
const LONGEST = { days: 3_660, weeks: 520, months: 120, years: 10, openDays: 500 } as const;

const period = {
  length: z.number().int().min(1),
  unit: z.enum(periodUnits),
  /** Its first day counts (初日算入): it begins at midnight, or the law says so. It does not where left out (初日不算入, 民法140条). */
  firstDay: z.literal('counted').optional(),
  /** The whole period lies between (中N日, 経過した日): the day is the one beyond it. */
  clear: z.literal(true).optional(),
  /** The law or order that sets the period, as its derivation names it. */
  law: line.optional(),
};
export type Period = z.infer<z.ZodObject<Omit<typeof period, 'law'>>>;

/** A period's length, by its unit. */
function bounded(
  { length, unit }: { length: number; unit: keyof typeof LONGEST },
  { addIssue }: Pick<z.RefinementCtx, 'addIssue'>,
): void {
  const maximum = LONGEST[unit];
  if (length > maximum)
    addIssue({
      code: 'too_big',
      origin: 'number',
      maximum,
      inclusive: true,
      path: ['length'],
      input: length,
    });
}

/** Something on the path whose date starts or ends a deadline. */
export const pathPoint = z.strictObject({ phase: id, edge: z.enum(['entered', 'submitted', 'left']) });

/** Something that happens around the programme: one of those that it names (`occurrences`). */
const programmesOccurrence = z.strictObject({ occurrence: id });

/** A milestone that another system's migration announces. */
const othersMilestone = z.strictObject({ system: id, milestone: id });

export const deadlineRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), on: day }),
  /** The planned start or end of a phase, as the plan stands. */
  z.strictObject({ kind: z.literal('plan'), phase: id, edge: z.enum(['start', 'end']) }),
  /** Counted forward from an event. */
  z
    .strictObject({
      kind: z.literal('forward'),
      anchor: z.union([othersMilestone, programmesOccurrence, pathPoint]),
      ...period,
    })
    .superRefine(bounded),
  /** Counted backward from a fixed or planned day; never rolled forward. */
  z
    .strictObject({
      kind: z.literal('backward'),
      from: z.union([
        day,
        z.strictObject({
          phase: id,
          edge: z.enum(['start', 'end']),
          /** From the last day of the fiscal year in which that lies (年度末). */
          fiscalYear: z.literal('end').optional(),
        }),
      ]),
      ...period,
    })
    .superRefine(bounded),
  /** 未定: no day yet; these posts are asked for one, and set it (or an amendment does). */
  z.strictObject({ kind: z.literal('undecided'), setBy: z.array(id).min(1) }),
]);
export type DeadlineRule = z.infer<typeof deadlineRule>;

/**
 * What happens on a closed day: nothing (and a warning), the next or the previous open day; or what a law says of a period counted
 * forward: `civil-142` the next day that is neither Sunday, holiday nor day of custom (民法142条: a Saturday stays), `autonomy-4-2-4` the next
 * open day of the ordinance, for a filing within a period that a law or order sets (地方自治法4条の2第4項).
 */
export const roll = z.enum(['none', 'next', 'previous', 'civil-142', 'autonomy-4-2-4']);
export type Roll = z.infer<typeof roll>;
