// What parts of a definition are called, and the words in them.
import * as z from 'zod';
import { LENGTH } from '../record/limits.ts';
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
