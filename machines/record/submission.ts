// What comes to a door besides its fact: who acts, when it happened, under which id, on which sight of the case. The
// same for every machine of ours; knows no fact.
import * as z from 'zod';
import { id, line, paragraph, vagueDay } from '../definition/definition.ts';
import { chosenId } from '../values/text.ts';
import { deputy } from './deputy.ts';
import { grantId } from './grant-id.ts';
import { LENGTH } from './limits.ts';

export const actorKinds = ['person', 'timer', 'import', 'migration', 'programme'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Who acts: an account in one of its posts, or one of the four that are no person. */
export const actor = z.strictObject({
  kind: z.enum(actorKinds),
  account: line,
  name: line,
  /** The body or post acted in; the kind again where there is no person. */
  post: id,
  /** By which grant of the programme's chain a person acts; entries of 0.2.0 name none. */
  grant: grantId.optional(),
  /** In whose stead, where that grant makes a deputy. */
  deputy: deputy.optional(),
});
export type Actor = z.infer<typeof actor>;

export const envelope = {
  actor,
  /** When it happened (決裁日); the month where no more is known. */
  occurredOn: vagueDay,
  /** The same id twice is one entry. */
  requestId: chosenId(LENGTH.requestId),
  /** The version the actor saw; older than the last act is refused as a conflict. Left out by timer and import. */
  seenVersion: z.number().int().min(0).optional(),
  /** Why this stands here although no source says it. */
  assumed: paragraph.optional(),
  /** Where an imported fact was read. */
  source: paragraph.optional(),
};
const enveloped = z.strictObject(envelope);

/** An event without its fact, with the instant at which it is taken up, on the programme's clock. */
export type Stamp = z.infer<typeof enveloped> & { at: string };
