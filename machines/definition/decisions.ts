// How an office decides, as data of the programme: who decides alone and up to which amount (専決規程), which duties one person may not
// both have, by when a deputy's decision is to be seen (後閲). Shapes only; left out, everything is decided as it was before there was it.
import * as z from 'zod';
import { LENGTH } from '../record/limits.ts';
import { yen } from '../values/schemas.ts';
import { written } from '../values/text.ts';
import { id, paragraph, text } from './words.ts';

/** 起案、積算、採点、承認、契約、検収 */
export const duties = ['drafter', 'estimator', 'scorer', 'approver', 'contract', 'acceptance'] as const;
export const duty = z.enum(duties);
export type Duty = (typeof duties)[number];

/** A post, and the amount in yen up to which it decides; whatever the amount where none is said. */
const power = z.strictObject({ post: id, upToYen: yen.optional() });

/** A kind of matter (契約の締結、仕様の決定…), and who decides it alone: by amount, the lowest first. */
export const matter = z.strictObject({
  id,
  label: text,
  powers: z.array(power).min(1),
  /** The rule it stands in. */
  basis: paragraph.optional(),
  assumed: written(LENGTH.paragraph).optional(),
});
export type Matter = z.infer<typeof matter>;

export const decisions = z.strictObject({
  matters: z.array(matter).optional(),
  /** Pairs of duties: who has had one of them anywhere in a migration takes none of the other. */
  separate: z.array(z.array(duty).length(2)).optional(),
  /** Open days after a 代決 within which its holder looks at it, where its deputy's appointment says no day. */
  seenWithin: z.number().int().min(1).max(250).optional(),
});
export type Decisions = z.infer<typeof decisions>;
