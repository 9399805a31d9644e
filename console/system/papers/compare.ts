// A file before a document of the record: the same bytes, those of another document, or of none that the record knows.
import type { SystemView } from '../../../server/contract/migrations/system.ts';

export interface Paper {
  title: string;
  sha256: string;
  documentNo: string;
}

export type Compared =
  /** Nothing is in it: no document is that. */
  { as: 'empty' } | { as: 'same' } | { as: 'another'; papers: Paper[] } | { as: 'none' };

const nameOf = ({ title, documentNo }: Paper): string => `${title}\n${documentNo}`;

/** `of`: the document that it is said to be. */
export function compared(file: { sha256: string; size: number }, of: Paper, all: readonly Paper[]): Compared {
  if (file.sha256 === of.sha256) return { as: 'same' };
  if (file.size === 0) return { as: 'empty' };
  const others = all.filter(({ sha256 }) => sha256 === file.sha256);
  const named = [...new Map(others.map((paper) => [nameOf(paper), paper])).values()];
  return named.length > 0 ? { as: 'another', papers: named } : { as: 'none' };
}

/** Every document that the page of a system knows: of its phases, and of its estimates. */
export function papersIn({ phases, money }: Pick<SystemView, 'phases' | 'money'>): Paper[] {
  return [
    ...phases.flatMap(({ evidence }) => evidence),
    ...money.estimates.flatMap(({ evidence }) => (evidence ? [evidence] : [])),
  ];
}
