// How a system is looked for by what people write of it: its names, and every name of its businesses. The one comparison for boards, lists and
// pages; a key is for finding, never shown.
import { businessWords, meantBy } from './business.ts';
import { searchKey } from './name.ts';

/** What of a system is compared. */
export interface Findable {
  system: string;
  name: { ja: string; en: string };
  businesses: readonly string[];
  /** Which part of its businesses it carries; null where all of them whole. */
  part: string | null;
}

/** How texts are compared in a search: widths, kana, letter case, look-alikes and variant characters do not matter. */
export const folded = (text: string): string => text.split('\n').map(searchKey).join('\n');

/** What somebody writes who looks for a system, as it is compared; null where nothing of it can be compared, and so nothing is found. */
export function sought(written: string): string | null {
  const key = folded(meantBy(written));
  return key === '' && written.trim() !== '' ? null : key;
}

/** Everything under which a system is looked for: its names, and all names of its businesses. */
export const wordsOf = ({ system, name, businesses, part }: Findable): string[] => [
  system,
  name.ja,
  name.en,
  ...businesses.flatMap(businessWords),
  part ?? '',
];

/** Whether a system is among those that are looked for. */
export function isLookedFor(row: Findable, written: string): boolean {
  const key = sought(written);
  return key !== null && folded(wordsOf(row).join('\n')).includes(key);
}
