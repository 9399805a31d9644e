// What loading a folder answers, and what it would do.
import { z } from '@hono/zod-openapi';
import { inputIssue, text } from '../values.ts';

export const loadBody = z
  .object({
    files: z
      .array(z.object({ path: z.string().max(300), text: z.string().max(2_000_000) }))
      .min(1)
      .max(100),
  })
  .openapi('Load');
export const loaded = z
  .object({
    code: z.string(),
    name: text,
    rehearsal: z.boolean(),
    systems: z.number().int(),
    entries: z.number().int(),
    created: z.boolean(),
    /** A rehearsal's accounts with their passwords, shown once; empty when all had been made before. */
    accounts: z.array(z.object({ account: z.string(), name: z.string(), password: z.string() })),
    /** What should be looked at in the files, though it is no mistake; told however often they are loaded. */
    remarks: z.array(inputIssue),
  })
  .openapi('Loaded');

/** What loading the same files would do. */
export const loadCheck = z
  .object({
    code: z.string(),
    name: text,
    rehearsal: z.boolean(),
    /** `part`: an earlier loading was cut off, and this one would complete it. `whole`: nothing would change. */
    stands: z.enum(['nothing', 'part', 'whole']),
    systems: z.number().int(),
    /** Entries that tell the past. */
    entries: z.number().int(),
    /** A rehearsal's people. */
    accounts: z.number().int(),
    remarks: z.array(inputIssue),
    /** What stands otherwise: with any of them, loading is refused (programmeDiffers). */
    differences: z.array(inputIssue),
  })
  .openapi('LoadCheck');
export type LoadCheck = z.infer<typeof loadCheck>;
