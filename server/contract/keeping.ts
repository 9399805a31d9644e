// What keeps an installation: its read models made anew, and a programme handed over to another installation.
import { z } from '@hono/zod-openapi';
import { publicKey } from '../../machines/record/claim.ts';
import { instant, setting } from './values.ts';

export const rebuilt = z
  .object({
    setting,
    /** Whose board row, deadlines and notices were made anew. */
    systems: z.number().int(),
  })
  .openapi('Rebuilt');
export type Rebuilt = z.infer<typeof rebuilt>;

export const handoverBody = z
  .object({
    /** Of the installation that is to go on: raw, in base64. */
    publicKey,
  })
  .openapi('Handover');

export const handedOver = z
  .object({
    setting,
    /** The name of the key that signs from here on. */
    key: z.string(),
    seq: z.number().int(),
    hash: z.string(),
    recordedAt: instant,
    repeated: z.boolean(),
  })
  .openapi('HandedOver');
export type HandedOver = z.infer<typeof handedOver>;
