// What the server is asked and tells of who stands in for whom, and of posts that change hands on one day.
import { z } from '@hono/zod-openapi';
import { deputyKinds } from '../../machines/record/deputy.ts';
import { ITEMS, LENGTH } from '../../machines/record/limits.ts';
import { chosenId, written } from '../../machines/values/text.ts';
import { account } from './accounts.ts';
import { day, setting, text } from './values.ts';

const reason = written(LENGTH.paragraph);
const requestId = chosenId(LENGTH.requestId);
const known = z.string().min(1).max(LENGTH.id);

export const newDeputy = z
  .strictObject({
    account,
    post: known,
    /** Every system of the programme where left out. */
    systems: z.array(known).min(1).max(ITEMS.deputySystems).optional(),
    kind: z.enum(deputyKinds),
    /** In whose stead; left out while the post is vacant. */
    holder: account.optional(),
    /** Today where left out, on the programme's clock. */
    from: day.optional(),
    until: day,
    /** The day by which the holder is to have looked at what was decided (後閲). */
    seenBy: day.optional(),
    reason,
    requestId,
  })
  .openapi('NewDeputy');
export const deputyEnd = z
  .strictObject({
    /** The last day; at once where left out. */
    on: day.optional(),
    reason,
    requestId,
  })
  .openapi('DeputyEnd');

export const deputyView = z
  .object({
    /** The entry of the programme's chain that appointed them. */
    number: z.number().int(),
    account: z.string(),
    name: z.string(),
    post: z.string(),
    postLabel: text,
    /** Null: every system. */
    systems: z.array(z.string()).nullable(),
    kind: z.enum(deputyKinds),
    kindLabel: text,
    holder: z.string().nullable(),
    from: day,
    until: day,
    seenBy: day.nullable(),
    reason: z.string(),
    /** Whether it is still to come, held today, or over. */
    state: z.enum(['coming', 'now', 'over']),
  })
  .openapi('Deputy');
export type DeputyView = z.infer<typeof deputyView>;
export const deputyList = z.object({ setting, items: z.array(deputyView) }).openapi('DeputyList');
export const deputyRecorded = z
  .object({ setting, repeated: z.boolean(), deputy: deputyView })
  .openapi('DeputyRecorded');
