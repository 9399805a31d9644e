// What waits for somebody and what was told them.
import { z } from '@hono/zod-openapi';
import { deadlineView } from '../migrations/deadline.ts';
import { day, instant, setting, text } from '../values.ts';
import { carriedBy } from './contacts.ts';

export const noticeView = z
  .object({
    id: z.string(),
    system: z.string(),
    systemName: text,
    post: z.string(),
    postLabel: text,
    code: z.string(),
    message: text,
    recordedAt: instant,
    read: z.boolean(),
  })
  .openapi('Notice');
/** What waits for one of the reader's posts. */
export const taskView = z
  .object({
    system: z.string(),
    systemName: text,
    post: z.string(),
    postLabel: text,
    phaseLabel: text,
    stage: z.string(),
    nextDeadline: deadlineView.nullable(),
  })
  .openapi('Task');
export const inboxView = z
  .object({
    setting,
    tasks: z.array(taskView),
    notices: z.array(noticeView),
    nextCursor: z.string().nullable(),
    unread: z.number().int(),
    /** The newest digest; null before the first. */
    digest: z
      .object({
        day,
        madeAt: instant,
        late: z.boolean(),
        readAt: instant.nullable(),
        /** How it went to the reader besides the inbox, and what came of it. */
        channels: z.array(carriedBy),
        lines: z.array(
          z.object({
            kind: z.enum(['deadline', 'task', 'told']),
            text,
            act: text.nullable(),
            /** Of a deadline: how its date comes about. */
            derivation: text.nullable(),
            late: z.boolean(),
            /** Told before, and still so. */
            standing: z.boolean(),
            /** Each with the post in which the reader does it there. */
            systems: z.array(z.object({ system: z.string(), systemName: text, post: z.string().nullable() })),
          }),
        ),
      })
      .nullable(),
  })
  .openapi('Inbox');
export type InboxView = z.infer<typeof inboxView>;
