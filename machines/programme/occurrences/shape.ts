// What happened around a programme: a cabinet decision, a notice, an adoption. Shape only.
import * as z from 'zod';
import { id, vagueDay } from '../../definition/definition.ts';
import { LENGTH } from '../../record/limits.ts';
import { written, writtenLine } from '../../values/text.ts';

const line = writtenLine(LENGTH.line);

export const occurrenceFacts = {
  /** Which of those that the programme names, so that deadlines are counted from it. */
  id: id.optional(),
  title: z.strictObject({ ja: line, en: line }),
  /** What it is: 閣議決定, 公告, 採択, 応募, RFI … */
  kind: z.enum([
    'cabinetDecision',
    'standard',
    'rfi',
    'notice',
    'application',
    'adoption',
    'report',
    'other',
  ]),
  endedOn: vagueDay.optional(),
  source: written(LENGTH.paragraph).optional(),
};
const occurrence = z.strictObject(occurrenceFacts);
export type Occurrence = z.infer<typeof occurrence>;
