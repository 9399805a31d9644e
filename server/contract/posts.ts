// What the server is asked and tells of who stands in for whom, and of posts that change hands on one day.
import { z } from '@hono/zod-openapi';
import { deputyKinds } from '../../machines/record/deputy.ts';
import { ITEMS, LENGTH } from '../../machines/record/limits.ts';
import { chosenId, written, writtenLine } from '../../machines/values/text.ts';
import { account } from './accounts.ts';
import { inNameOf } from './entries.ts';
import { SHEET_FILE_BYTES } from './sheets.ts';
import { day, setting, text, vagueDay } from './values.ts';

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
    /** What they are called. */
    holderName: z.string().nullable(),
    from: day,
    until: day,
    seenBy: day.nullable(),
    reason: z.string(),
    /** Whether it is still to come, held today, or over. */
    state: z.enum(['coming', 'now', 'over']),
  })
  .openapi('Deputy');
export type DeputyView = z.infer<typeof deputyView>;
/** What was decided by 代決 and its holder has not yet looked at (後閲). */
export const awaitingView = z
  .object({
    system: z.string(),
    systemName: text,
    entry: z.number().int(),
    summary: text,
    /** To be sent along, as it is, with `decision.seen`; null where the entry is not disclosed to the reader. */
    of: inNameOf.nullable(),
    /** In whose name: the one who is to look at it, in this post. */
    holder: z.string(),
    account: z.string(),
    name: z.string(),
    post: z.string(),
    postLabel: text,
    occurredOn: vagueDay,
    /** Of a meeting, by its number: answered or voted there. */
    meeting: z.number().int().nullable(),
    /** Null where no day was set. */
    seenBy: day.nullable(),
    isLate: z.boolean(),
  })
  .openapi('AwaitingSeeing');
export type AwaitingView = z.infer<typeof awaitingView>;
export const deputyList = z
  .object({ setting, items: z.array(deputyView), awaiting: z.array(awaitingView) })
  .openapi('DeputyList');
export type DeputyList = z.infer<typeof deputyList>;
export const deputyRecorded = z
  .object({ setting, repeated: z.boolean(), deputy: deputyView })
  .openapi('DeputyRecorded');

export const transferBody = z
  .strictObject({
    /** .xlsx, or CSV in UTF-8 or CP932. */
    file: z.object({
      name: writtenLine(LENGTH.line),
      base64: z.string().max(Math.ceil(SHEET_FILE_BYTES / 3) * 4),
    }),
    /** The first day of what begins; needed where the file says none. */
    on: day.optional(),
    /** stay: whoever is not named and would have no post from that day goes on in theirs. */
    others: z.enum(['stay', 'end']).default('end'),
  })
  .openapi('TransferFile');
export const transferApply = transferBody.extend({ reason, requestId }).openapi('TransferApply');

const person = z.object({ account: z.string(), name: z.string() });
const where = {
  account: z.string(),
  name: z.string(),
  post: z.string(),
  postLabel: text,
  system: z.string().nullable(),
};
export const transferPreview = z
  .object({
    setting,
    on: day,
    /** Made by it: they get a password afterwards. */
    people: z.array(person),
    ends: z.array(z.object({ ...where, lastOn: day.nullable() })),
    gives: z.array(z.object({ ...where, from: day, until: day })),
    /** What would no longer go on; nothing of it forbids the transfer. */
    foreseen: z.array(z.object({ code: z.string(), message: text })),
    /** Columns that say nothing we know. */
    unread: z.array(z.string()),
    /** Programmes of other rows of the list, which are looked at there. */
    elsewhere: z.array(z.string()),
  })
  .openapi('TransferPreview');
export type TransferPreview = z.infer<typeof transferPreview>;
export const transferApplied = z
  .object({ setting, number: z.number().int(), repeated: z.boolean(), summary: text })
  .openapi('TransferApplied');
