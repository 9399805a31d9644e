// The address of one's own calendar of deadlines.
import { z } from '@hono/zod-openapi';
import { instant } from '../values.ts';

export const feedView = z
  .object({
    /** Null where there is none. */
    feed: z.object({ madeAt: instant, lastReadAt: instant.nullable() }).nullable(),
  })
  .openapi('CalendarFeed');
export type FeedView = z.infer<typeof feedView>;

export const issuedFeed = z
  .object({
    /** Below the server's own address; told this once. Whoever has it reads, without signing in. */
    path: z.string(),
    madeAt: instant,
  })
  .openapi('IssuedCalendarFeed');
export type IssuedFeed = z.infer<typeof issuedFeed>;
