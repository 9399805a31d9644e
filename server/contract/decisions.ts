// What the server tells of how a gate is decided: who does so alone, on which conditions, who takes no part, what there is to decide on.
import { z } from '@hono/zod-openapi';
import { day, refusalView, text, vagueDay } from './values.ts';

const post = z.object({ post: z.string(), label: text });

export const matterView = z
  .object({
    label: text,
    /** What the record says that it comes to; null while it says nothing. */
    amount: z.object({ yen: z.number().int(), from: z.enum(['contract', 'estimate', 'budget']) }).nullable(),
    /** Who decides it alone (専決); null while the amount is not known. */
    decides: post.nullable(),
    powers: z.array(post.extend({ upToYen: z.number().int().nullable() })),
  })
  .openapi('Matter');

export const recusalView = z.object({
  account: z.string(),
  name: z.string(),
  on: vagueDay,
  reason: z
    .string()
    .nullable()
    .openapi({ description: 'Null where the phase is not disclosed to the reader.' }),
});

export const provisoView = z
  .object({
    id: z.string().openapi({ description: 'The entry of the approval, and the how manieth of it: `12-1`.' }),
    text: z.string(),
    phase: z.string(),
    phaseLabel: text,
    body: z.string(),
    bodyLabel: text,
    by: z.string(),
    on: vagueDay,
    owner: z.string(),
    ownerLabel: text,
    dueOn: day,
    reopens: z.enum(['nextGate', 'approval']),
    met: z.object({ by: z.string(), on: vagueDay, title: z.string(), documentNo: z.string() }).nullable(),
    /** Its day is over and it is not met: the gate that the path stands before is shut. */
    overdue: z.boolean(),
  })
  .openapi('ApprovalCondition');
export type ProvisoView = z.infer<typeof provisoView>;

export const bundleView = z
  .object({
    sha256: z.string(),
    /** What is otherwise than when the phase was last returned, each in a sentence; null where it never was. */
    since: z.object({ on: vagueDay, changes: z.array(text) }).nullable(),
  })
  .openapi('Bundle');

/** How a body stands beside its voices. */
export const bodyStanding = {
  /** Why its members cannot make its quorum, and who can help. */
  outOfReach: refusalView.nullable(),
  recused: z.array(recusalView),
};
