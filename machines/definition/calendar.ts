// The closed days of one municipality, as of a pinned version: the shape of what is kept of them.
import * as z from 'zod';
import { day } from '../values/schemas.ts';
import { id, line, paragraph, timeOfDay } from './words.ts';

/**
 * Why a day is closed. For 民法142条 only the first two count: a holiday of the law (国民の祝日に関する法律), and a day on which by
 * custom nothing is dealt. The others are the ordinance's own (地方自治法4条の2).
 */
const closing = z.strictObject({
  on: day,
  kind: z.enum(['holiday', 'custom', 'own']),
  name: line.optional(),
});
export type Closing = z.infer<typeof closing>;

/** A day on which the office closes early. */
const halfDay = z.strictObject({ on: day, closesAt: timeOfDay, name: line.optional() });
export type HalfDay = z.infer<typeof halfDay>;

/** Saturdays and Sundays are closed besides. */
export const calendar = z.strictObject({
  id,
  version: line,
  source: paragraph,
  closed: z.array(day),
  /** From this day on the national holidays are not fixed yet (暦要項 comes out each February). */
  provisionalFrom: day,
  /** Why each is closed, and the days of custom; left out where the calendar does not tell them apart. */
  reasons: z.array(closing).optional(),
  halfDays: z.array(halfDay).optional(),
});
export type Calendar = z.infer<typeof calendar>;
