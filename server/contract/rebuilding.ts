// What came of making the read models anew.
import { z } from '@hono/zod-openapi';
import { setting } from './values.ts';

export const rebuilt = z
  .object({
    setting,
    /** Whose board row, deadlines and notices were made anew. */
    systems: z.number().int(),
  })
  .openapi('Rebuilt');
export type Rebuilt = z.infer<typeof rebuilt>;
