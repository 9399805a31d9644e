// Lists that the server gives page by page, read up to a number of items.
import type { z } from 'zod';
import type { Client, Query } from './session/client.ts';

const pageSize = 200;

interface Page {
  items: unknown[];
  nextCursor: string | null;
}

/** All items up to `most`, and whether more stand on the server. The last page's other fields are kept. */
export async function readPages<T extends z.ZodType<Page>>(
  client: Client,
  shape: T,
  path: string,
  query: Query,
  most = Number.POSITIVE_INFINITY,
): Promise<{ page: z.infer<T>; more: boolean }> {
  const items: unknown[] = [];
  let cursor: string | undefined;
  for (;;) {
    const limit = Math.min(pageSize, most - items.length);
    const page: z.infer<T> = await client.get(shape, path, { ...query, limit, cursor });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    if (cursor === undefined || items.length >= most) {
      return { page: { ...page, items, nextCursor: page.nextCursor }, more: cursor !== undefined };
    }
  }
}
