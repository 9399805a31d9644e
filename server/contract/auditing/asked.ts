// What an audit asks of the whole record: entries that are looked for, and what was recorded of a day after it.
import { z } from '@hono/zod-openapi';
import { entryView } from '../entries.ts';
import { day, pageOf, pageQuery, setting, text } from '../values.ts';
import { begins } from './audit.ts';

const flag = z.enum(['true', 'false']).optional();

export const searchQuery = pageQuery.extend({
  /** Words of reasons, notes and whatever else a person wrote; widths, kana, letter case and variant characters do not matter. */
  q: z.string().min(1).max(200).optional(),
  /** Of who decided it; or their name, as it stands in the record. */
  account: z.string().min(1).max(100).optional(),
  /** A post, or a body whose voice it was. */
  post: z.string().min(1).max(100).optional(),
  /** It happened on this day or later. */
  from: day.optional(),
  to: day.optional(),
  /** Corrections alone. */
  corrections: flag,
});

const found = entryView
  .extend({
    /** The texts of it in which the words stand; none where no words were asked for. */
    matches: z.array(z.string()),
  })
  .openapi('Found');

/** `nextCursor` is there as long as the record goes on, also where a page holds nothing: what was looked at is bounded. */
export const foundPage = pageOf(found)
  .extend({ setting, /** Entries that this page looked at. */ looked: z.number().int() })
  .openapi('FoundPage');
export type FoundPage = z.infer<typeof foundPage>;

export const differenceQuery = pageQuery.extend({ day });

const stood = z.object({ phase: z.string().nullable(), phaseLabel: text.nullable(), live: z.boolean() });
const moved = z.object({
  system: z.string(),
  name: text,
  /** As it was known on that day; null where nothing of it had been recorded. */
  known: stood.nullable(),
  /** As it was on that day, by all that is known now; null where it had not begun. */
  was: stood.nullable(),
});

export const difference = pageOf(entryView)
  .extend({
    setting,
    day,
    /** Where the record begins: the first day it tells of, and the day on which it was first written; null before its first entry. */
    begins,
    /** The systems that stood otherwise than was known. */
    systems: z.array(moved),
  })
  .openapi('Difference');
export type Difference = z.infer<typeof difference>;
