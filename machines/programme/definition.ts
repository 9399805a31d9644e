// What a programme is made of, as data: whose it is, its waves, businesses, bodies and systems. Shape only.
import * as z from 'zod';
import { decisions } from '../definition/decisions.ts';
import { awaitedOccurrence, body, id, line, paragraph, text } from '../definition/definition.ts';
import { programmeKeyForm } from '../record/chain.ts';

/** What is said beside a name, in both languages. */
export const note = z.strictObject({ ja: paragraph, en: paragraph });

export const programmeDefinition = z.strictObject({
  version: z.number().int().min(1),
  /** Its key: the municipality's code, and of a rehearsal beside the real programme its mark (record/chain.ts). */
  code: z.string().regex(programmeKeyForm),
  name: text,
  /** A rehearsal runs on its own clock from `startAt`; a real programme on the real one. */
  rehearsal: z.boolean(),
  startAt: z.string(),
  waves: z.array(z.strictObject({ id, label: text, note: note.optional() })).min(1),
  /** All 20 businesses and 共通機能: whether this municipality has them. */
  businesses: z.array(z.strictObject({ name: line, applies: z.boolean(), reason: paragraph.optional() })),
  bodies: z.array(body).min(1),
  /** Posts that may record events and meetings, and move a rehearsal's clock. */
  control: z.array(id).min(1),
  /** Who proposes that something of all this be changed, and how many of whom approve it: two at least, none of whom proposed it. */
  amend: z
    .strictObject({
      propose: z.array(id).min(1),
      approve: z.array(id).min(1),
      quorum: z.number().int().min(2).default(2),
    })
    .optional(),
  /** What who holds posts in some systems sees of the others: nothing (also where it is left out), or the board's outline. */
  sight: z.strictObject({ otherSystems: z.enum(['hidden', 'outline']) }).optional(),
  /** How it decides: of all its migrations. */
  decisions: decisions.optional(),
  /** What may happen around it and is named, so that deadlines are counted from it; left out where nothing is. */
  occurrences: z.array(awaitedOccurrence).min(1).optional(),
  systems: z.array(id).min(1),
  /** Why it is closed; left out while it is not. */
  closed: paragraph.optional(),
});
export type ProgrammeDefinition = z.infer<typeof programmeDefinition>;
