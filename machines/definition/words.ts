// Ids, labels, words and times of day as every part of a definition writes them. Shape only.
import * as z from 'zod';
import { LENGTH } from '../record/limits.ts';
import { readTimeOfDay } from '../values/read-instant.ts';
import { readers } from '../values/schemas.ts';
import { written, writtenLine } from '../values/text.ts';

export const line = writtenLine(LENGTH.line);
export const paragraph = written(LENGTH.paragraph);

export const text = z.strictObject({ ja: line, en: line });
export type Text = z.infer<typeof text>;

/** What is kept by an id is looked up by it: one that every object answers to would be found where nothing is. */
const isFree = (given: string): boolean => !(given in Object.prototype);
export const id = z
  .string()
  .max(LENGTH.id)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'id' })
  .refine(isFree, { message: 'reservedId' });

/** `HH:MM`, in Japan. */
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'timeOfDay' })
  .register(readers, { read: readTimeOfDay });
