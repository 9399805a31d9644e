// The pair of an entry and its correction, beside either of them.
import type { MadeCorrection } from '../../server/contract/auditing/pairs.ts';
import type { EntryView } from '../../server/contract/entries.ts';
import type { Language, Say } from './speech.ts';

export function correctionWord({ corrects, correctedBy }: EntryView, say: Say): string {
  const by = correctedBy.map(({ seq, voids }) =>
    voids
      ? say(`［第${seq}件で取消し］`, ` [voided by entry ${seq}]`)
      : say(`［第${seq}件で訂正］`, ` [corrected by entry ${seq}]`),
  );
  const of = corrects === null ? '' : say(`［第${corrects}件について］`, ` [about entry ${corrects}]`);
  return `${by.join('')}${of}`;
}

/** What stood and what stands, field by field. */
export const differsLines = (differs: MadeCorrection['differs'], language: Language): string[] =>
  differs.map(({ field, wrong, right }) => `    ${field[language]}: ${wrong[language]} → ${right[language]}`);

/** By each correction of it that this reader is shown. */
export const madeLines = ({ correctedBy }: EntryView, language: Language): string[] =>
  correctedBy.flatMap(({ made }) => differsLines(made?.differs ?? [], language));
