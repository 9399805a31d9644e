// What looks at each entry in the order of its chain, beside the proof of its bytes.
import type { EntryBody } from '../../../machines/record/entry.ts';
import type { EntryText } from './entry-rows.ts';

export interface Visited {
  row: EntryText;
  body: EntryBody;
  /** The entry before it, with the state that it led to; null before a chain's first. */
  rowBefore: EntryText | null;
}

export interface Visitor {
  /** A promise only where it must wait: most entries are passed over at once. */
  visit: (visited: Visited) => Promise<void> | undefined;
  /** After the last entry. */
  done?: () => Promise<void> | undefined;
}
