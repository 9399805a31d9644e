// What the stream of changes says: which system moved, or the programme itself, and up to which entry; never what was recorded.
import { z } from '@hono/zod-openapi';
import { day, instant } from '../values.ts';

/** A system, or with null the programme itself. */
const change = z
  .object({ system: z.string().nullable(), seq: z.number().int().positive() })
  .openapi('Change');
export type ChangeView = z.infer<typeof change>;

/** `change`: these have moved. */
export const changesTold = z.object({ items: z.array(change) }).openapi('ChangesTold');

/** `beat`: the stream stands; what the programme's clock says. */
export const beatTold = z.object({ now: instant, today: day }).openapi('ChangesBeat');
export type Beat = z.infer<typeof beatTold>;

/** `ended`: why it is told no more: the code of a problem. */
export const endTold = z.object({ code: z.string() }).openapi('ChangesEnd');

/** `all`: anything may have moved; `away`: the server hears nothing itself for now. Both say `{}`. */
export const changeEvents = ['change', 'all', 'beat', 'away', 'ended'] as const;
export type ChangeEvent = (typeof changeEvents)[number];
