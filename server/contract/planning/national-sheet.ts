// The State's sheet: 40 steps of each business.
import { z } from '@hono/zod-openapi';
import { stepStatuses } from '../../../machines/values/national-step.ts';
import { setting } from '../values.ts';

const stepStatus = z.enum(stepStatuses);
/** The 40 columns of each business; `systems` is empty for a business that is 対象外. */
export const nationalSheet = z
  .object({
    setting,
    steps: z.array(z.object({ id: z.string(), name: z.string() })),
    rows: z.array(
      z.object({
        business: z.string(),
        applies: z.boolean(),
        reason: z.string().nullable(),
        systems: z.array(z.string()),
        /** Which part of it each of them carries, by system; one that carries all of it is not there. */
        parts: z.record(z.string(), z.string()),
        statuses: z.record(z.string(), stepStatus),
        completedPermille: z.number().int(),
        inProgressPermille: z.number().int(),
        notStartedPermille: z.number().int(),
        /** Steps the rates are over; kept with the figure because it has changed before. */
        denominator: z.number().int(),
        /** One of the 20 businesses; 共通機能 is listed outside them. */
        counted: z.boolean(),
        live: z.boolean(),
      }),
    ),
    /** Counts of steps over the counted businesses (20 × 40 = 800). */
    total: z.object({
      businesses: z.number().int(),
      denominator: z.number().int(),
      completed: z.number().int(),
      inProgress: z.number().int(),
      notStarted: z.number().int(),
      live: z.number().int(),
    }),
  })
  .openapi('NationalSheet');
export type NationalSheet = z.infer<typeof nationalSheet>;
