// Values as they lie in data, once they are read: the shapes that files, bodies and definitions are checked against.
// A schema's message is the name of the form; its sentence is made at the edge.
import * as z from 'zod';
import { isDay, isPlannable, isVagueDay } from './date.ts';
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR } from './fiscal-year.ts';
import { MOST_YEN, yearTwice } from './money.ts';
import { isNationalStep } from './national-step.ts';

/** A text; another value that is there (`20220101` is a number to YAML) is told the form, one that is missing is not. */
const text = (form: string) => z.string({ error: ({ input }) => (input === undefined ? undefined : form) });

/** `YYYY-MM-DD`, a day that exists and can be meant. */
export const day = text('day').refine(isDay, { message: 'day' });
/** A day, or a month where no more is known. */
export const vagueDay = text('vagueDay').refine(isVagueDay, { message: 'vagueDay' });
/** A day or month that a plan may name: 1990 to 2150. */
export const plannedDay = text('plannedDay').refine(isPlannable, { message: 'plannedDay' });
/** A step that there is: `①-4` has the form and is none. */
export const nationalStep = z.string().refine(isNationalStep, { message: 'nationalStep' });
export const fiscalYear = z.number().int().min(FIRST_FISCAL_YEAR).max(LAST_FISCAL_YEAR);
export const yen = z.number().int().min(0).max(MOST_YEN);
/** An exact decimal as text: `574.9`. */
export const score = z.string().regex(/^\d{1,6}(\.\d{1,4})?$/, { message: 'score' });

/** Amounts by fiscal year, each year once: one reader would add two of a year, and another take the first. */
export const yearAmounts = (most: number) =>
  z
    .array(z.strictObject({ fiscalYear, amountYen: yen }))
    .min(1)
    .max(most)
    .refine((amounts) => yearTwice(amounts.map((amount) => amount.fiscalYear)) === null, {
      message: 'yearTwice',
    });

/** Fiscal years, each once. */
export const fiscalYears = (most: number) =>
  z
    .array(fiscalYear)
    .max(most)
    .refine((years) => yearTwice(years) === null, { message: 'yearTwice' });
