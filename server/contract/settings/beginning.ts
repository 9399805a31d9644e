// Whether an installation has begun: what its first page asks before anybody can sign in.
import { z } from '@hono/zod-openapi';

export const beginning = z
  .object({
    /** Somebody administers the machine: nothing is left to be begun. */
    begun: z.boolean(),
  })
  .openapi('Beginning');
export type Beginning = z.infer<typeof beginning>;
