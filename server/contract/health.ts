// What is told of the server's own health: to machines at /readyz, to operators by the doctor.
import { z } from '@hono/zod-openapi';
import { instant, text } from './values.ts';

const illness = z.enum(['gone', 'behind', 'ahead', 'strayed', 'held', 'foreign', 'failing', 'silent']);

/** Open to everyone: no cause, no person. */
export const readiness = z.object({
  ready: z.boolean(),
  database: z.boolean(),
  temporal: z.boolean(),
  worker: z.boolean(),
  loaded: z.boolean(),
  /** False where every run that must exist is ill. */
  runs: z.boolean(),
  detail: z.object({
    workers: z.number().int(),
    backlog: z.number().int().nullable(),
    runs: z.number().int(),
    ill: z.array(z.object({ chain: z.string(), kind: illness, since: instant })),
    moreIll: z.number().int(),
    waitedFor: z.number().int(),
    lookedAt: instant.nullable(),
  }),
});
export type ReadinessReport = z.infer<typeof readiness>;

export const partNames = [
  'server',
  'database',
  'temporal',
  'worker',
  'dataFolder',
  'keys',
  'clock',
  'outbox',
  'notices',
  'loading',
  'runs',
  'record',
  'ahead',
  'reach',
] as const;

export const doctorReport = z
  .object({
    /** Every part is well. */
    ok: z.boolean(),
    at: instant,
    parts: z.array(
      z.object({
        part: z.enum(partNames),
        ok: z.boolean(),
        message: text,
        /** What somebody should look to in time; no illness, and left out where there is none. */
        notes: z.array(text).optional(),
        facts: z.record(z.string(), z.unknown()),
      }),
    ),
    /** At most 200 are named; `runs` among the parts has the number. */
    ill: z.array(
      z.object({ chain: z.string(), kind: illness, message: text, since: instant, cause: z.string() }),
    ),
  })
  .openapi('Doctor');
export type DoctorReport = z.infer<typeof doctorReport>;
