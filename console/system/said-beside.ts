// What the maker of an entry wrote beside it, where its sentence does not say so already: shown for ever with the decision.
import type { EntryView } from '../../server/contract/entries.ts';

export interface Said {
  as: 'note' | 'reason';
  words: string;
}

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export function saidBeside({ fact, summary }: Pick<EntryView, 'fact' | 'summary'>): Said[] {
  const asked = (['note', 'reason'] as const).map((as) => ({ as, words: wordsIn(fact[as]) }));
  return asked.filter(({ words }) => words.trim() !== '' && !summary.ja.includes(words));
}
