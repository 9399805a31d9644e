// What came into a system's record after a version: all of it, however much that is. Only reads.
import type { EntryPage, EntryView } from '../../../server/contract/entries.ts';
import { get } from '../../api.ts';
import { systemPath } from '../../asks.ts';

type PageAt = (cursor: string | undefined) => Promise<Pick<EntryPage, 'items' | 'nextCursor'>>;

/** Newest first. */
export async function readSince(seenVersion: number, pageAt: PageAt): Promise<EntryView[]> {
  const found: EntryView[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await pageAt(cursor);
    const since = items.filter(({ seq }) => seq > seenVersion);
    found.push(...since);
    cursor = since.length === items.length ? (nextCursor ?? undefined) : undefined;
  } while (cursor !== undefined);
  return found;
}

export const entriesSince = (code: string, system: string, seenVersion: number): Promise<EntryView[]> =>
  readSince(seenVersion, (cursor) =>
    get<EntryPage>(`${systemPath(code, system)}/entries`, { limit: 100, cursor }),
  );
