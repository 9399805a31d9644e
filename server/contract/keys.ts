// The keys that vouch for senders, as each programme's chain names them, and what a change of them came to.
import { z } from '@hono/zod-openapi';
import { instant, problem, text } from './values.ts';

export const keyView = z
  .object({
    id: z.string(),
    /** Raw, in base64. */
    publicKey: z.string(),
    state: z.enum(['active', 'retired']),
    since: instant,
    until: instant.nullable(),
    /** The entry of the programme's chain that names it, and who made that. */
    seq: z.number().int(),
    by: z.object({ kind: z.string(), account: z.string(), name: z.string() }),
    /** Whether this server holds its private half. */
    held: z.boolean(),
  })
  .openapi('SigningKey');
export const keyList = z
  .object({
    /** The one that this server means to be in force everywhere. */
    newest: z.string(),
    /** Whether this server makes its keys itself; otherwise a setting names them. */
    own: z.boolean(),
    programmes: z.array(
      z.object({ programme: z.string(), name: text, rehearsal: z.boolean(), keys: z.array(keyView) }),
    ),
  })
  .openapi('SigningKeys');
export type KeyList = z.infer<typeof keyList>;

export const rotation = z
  .object({
    key: z.string(),
    /** False: ask again, and what is left is done. */
    complete: z.boolean(),
    programmes: z.array(
      z.object({
        programme: z.string(),
        name: text,
        status: z.enum(['rotated', 'inForce', 'failed']),
        seq: z.number().int().nullable(),
        problem: problem.nullable(),
      }),
    ),
  })
  .openapi('KeyRotation');
export type RotationView = z.infer<typeof rotation>;
