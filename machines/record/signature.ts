// The form of a signature in an entry. What is signed is claim.ts.
import * as z from 'zod';

/** Ed25519 over `claimText`: by which key, and its 64 bytes in base64. */
export const signature = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{16}$/),
  value: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type Signature = z.infer<typeof signature>;
