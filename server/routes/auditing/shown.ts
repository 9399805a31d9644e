// The record newest first, of which only what its reader is shown is given: pages are full and none follows the last, so that neither
// a short page nor an empty one tells that something is hidden.
import type { EntryFilter } from '../../../ledger/chain/entries.ts';
import { type Page, type PageRequest, writeCursor } from '../../../ledger/models/cursor.ts';
import type { Ledger } from '../../../ledger/open.ts';
import type { Entry, EntryBody } from '../../../machines/record/entry.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { type Hides, hidingIn } from '../../door/disclosing.ts';
import type { Viewer } from '../../http/request.ts';

export type Kept = Pick<Entry, 'body' | 'hash'>;

interface Wanted {
  /** Of what is shown, what is asked for. */
  isWanted?: (body: EntryBody, hides: Hides) => boolean | Promise<boolean>;
  /** Entries that one answer looks at, at most; then a page may be short, and the cursor goes on. */
  lookedAtMost?: number;
}

const STRIDE = 200;

export async function shownEntries(
  ledger: Ledger,
  viewer: Viewer,
  filter: EntryFilter,
  { cursor, limit }: PageRequest,
  { isWanted = () => true, lookedAtMost = Number.POSITIVE_INFINITY }: Wanted = {},
): Promise<Page<Kept> & { looked: number }> {
  const items: Kept[] = [];
  let from = cursor;
  let looked = 0;
  for (;;) {
    const page = await ledger.newestEntries(filter, { cursor: from, limit: STRIDE });
    const hides = await hidingIn(ledger, viewer, [...new Set(page.items.map((one) => bodyOf(one).chain))]);
    for (const entry of page.items) {
      // One beyond the page says that it goes on.
      if (items.length > limit) break;
      const body = bodyOf(entry);
      if (hides(body) === null && (await isWanted(body, hides))) items.push(entry);
    }
    looked += page.items.length;
    const last = items[limit - 1];
    if (last && items.length > limit)
      return { items: items.slice(0, limit), nextCursor: after(last), looked };
    if (page.nextCursor === null || looked >= lookedAtMost)
      return { items, nextCursor: page.nextCursor, looked };
    from = page.nextCursor;
  }
}

/** Where the record goes on behind an entry, as newestEntries reads it. */
function after(entry: Kept): string {
  const { recordedAt, chain, seq } = bodyOf(entry);
  return writeCursor([recordedAt, chain, seq]);
}
