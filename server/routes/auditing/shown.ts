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
  const hidingOf = hidingKnown(ledger, viewer);
  let from = cursor;
  let looked = 0;
  for (;;) {
    const page = await ledger.newestEntries(filter, { cursor: from, limit: STRIDE });
    const read = page.items.map((entry) => ({ entry, body: bodyOf(entry) }));
    const hides = await hidingOf(read.map(({ body }) => body.chain));
    for (const { entry, body } of read) {
      // One beyond the page says that it goes on.
      if (items.length > limit) break;
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

/** `hidingIn`, asked of each chain once: one answer looks at everything as it stood when its chain was met first. */
function hidingKnown(ledger: Ledger, viewer: Viewer): (chains: readonly string[]) => Promise<Hides> {
  const known = new Map<string, Hides>();
  return async (chains) => {
    const fresh = [...new Set(chains)].filter((chain) => !known.has(chain));
    if (fresh.length > 0) {
      const hides = await hidingIn(ledger, viewer, fresh);
      for (const chain of fresh) known.set(chain, hides);
    }
    return (body) => known.get(body.chain)?.(body) ?? null;
  };
}

/** Where the record goes on behind an entry, as newestEntries reads it. */
function after(entry: Kept): string {
  const { recordedAt, chain, seq } = bodyOf(entry);
  return writeCursor([recordedAt, chain, seq]);
}
