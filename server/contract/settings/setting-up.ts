// What the server asks and tells while an installation is set up that nobody administers yet.
import { z } from '@hono/zod-openapi';
import { newAccount, newPassword } from '../accounts.ts';
import { text } from '../values.ts';

/** How far the set-up is. */
export const setUpState = z
  .object({
    programme: z
      .object({
        code: z.string(),
        name: text,
        systems: z.number().int(),
        /** False: its loading goes on, or was cut off; the same files again complete it. */
        isIn: z.boolean(),
      })
      .nullable()
      .openapi({ description: 'The real programme; null where none is kept yet.' }),
  })
  .openapi('SetUpState');
export type SetUpState = z.infer<typeof setUpState>;

export const firstAdministrator = newAccount.extend({ password: newPassword }).openapi('FirstAdministrator');
export const firstAppointed = z.object({ account: z.string(), name: z.string() }).openapi('FirstAppointed');
