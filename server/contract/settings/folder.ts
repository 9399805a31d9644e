// What decides a programme as the folder that would give it.
import { z } from '@hono/zod-openapi';
import { asOfQuery, setting, text } from '../values.ts';

export const folderQuery = asOfQuery.extend({
  amendment: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .optional()
    .openapi({
      description:
        '改定の番号（省くと今の計画） / of an amendment, whatever became of it; what is in force where left out',
    }),
  format: z.enum(['json', 'zip']).default('json'),
});

export const programmeFolder = z
  .object({
    setting,
    version: z.number().int(),
    files: z.array(
      z.object({ path: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?\.yaml$/), text: z.string() }),
    ),
    /** Places that the files would not give again as they are: what an early edition had otherwise than folders say it. */
    differs: z.array(text),
  })
  .openapi('ProgrammeFolder');
