// Values as they lie in data, once they are read: the shapes that files, bodies and definitions are checked against.
// None of them changes a value: what is written is read before, by the reader that stands beside the schema in `readers`.
// A schema's message is the name of the form; its sentence is made at the edge.
import * as z from 'zod';
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR, readFiscalYear } from './calendar/fiscal-year.ts';
import { isDay, isPlannable, isVagueDay } from './date.ts';
import { MOST_YEN, readYen, yearTwice } from './money.ts';
import { readBusiness } from './names/business.ts';
import { isNationalStep, readStep } from './national-step.ts';
import { readDay, readWholeDay } from './read-day.ts';
import type { Reading } from './reading.ts';
import { readScore } from './score.ts';
import { writtenLine } from './text.ts';

/** The reader of what people write where a schema asks for a value: dates in every spelling, and so on. */
export const readers = z.registry<{ read: (written: string) => Reading<unknown> }>();

/** A text; another value that is there is told the form, one that is missing is not. */
const text = (form: string) => z.string({ error: ({ input }) => (input === undefined ? undefined : form) });

/** `YYYY-MM-DD`, a day that exists and can be meant. */
export const day = text('day')
  .refine(isDay, { message: 'day' })
  .register(readers, { read: (written) => readWholeDay(written) });
/** A day, or a month where no more is known. */
export const vagueDay = text('vagueDay')
  .refine(isVagueDay, { message: 'vagueDay' })
  .register(readers, { read: (written) => readDay(written) });
/** A day or month that a plan may name: 1990 to 2150. */
export const plannedDay = text('plannedDay')
  .refine(isPlannable, { message: 'plannedDay' })
  .register(readers, { read: (written) => readDay(written, { within: 'planned' }) });
/** A step that there is: `①-4` has the form and is none. */
export const nationalStep = z
  .string()
  .refine(isNationalStep, { message: 'nationalStep' })
  .register(readers, { read: readStep });
export const fiscalYear = z
  .number()
  .int()
  .min(FIRST_FISCAL_YEAR)
  .max(LAST_FISCAL_YEAR)
  .register(readers, { read: readFiscalYear });
export const yen = z.number().int().min(0).max(MOST_YEN).register(readers, { read: readYen });
/** An exact decimal as text: `574.9`. */
export const score = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,4})?$/, { message: 'score' })
  .register(readers, { read: readScore });
/** A standardised business by its official name. */
export const businessName = (most: number) => writtenLine(most).register(readers, { read: readBusiness });

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
