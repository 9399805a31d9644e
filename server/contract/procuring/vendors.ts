// Vendors and what collides, as routes answer them.
import { z } from '@hono/zod-openapi';
import { noticeAnswer, servingAs, vendorNoticeKind } from '../../../machines/programme/vendors/shape.ts';
import { day, setting, text, vagueDay } from '../values.ts';

const systemNamed = z.object({ system: z.string(), name: text });

export const touchedView = systemNamed.extend({
  is: z.enum(['underWay', 'live', 'over']),
  cutOver: z.object({ planned: vagueDay.nullable(), told: vagueDay.nullable() }),
  deadlines: z
    .array(
      z.object({
        deadline: z.string(),
        label: text,
        dueOn: day,
        hard: z.boolean(),
        outcome: z.enum(['wouldMiss', 'open']),
      }),
    )
    .openapi({
      description: 'wouldMiss: by its word not met in time; open: nobody can say, its day is 未定.',
    }),
  dependents: z.array(systemNamed),
  regime: z.enum(['standard', 'candidate', 'applied', 'designated']),
  /** 判断保留 since then. */
  pendingOn: vagueDay.nullable(),
  reasonType: z.union([z.literal(3), z.literal(4)]).nullable(),
  answer: z
    .object({ answer: noticeAnswer, label: text, on: vagueDay, by: z.string() })
    .nullable()
    .openapi({ description: 'What is done about it; null while nobody has said.' }),
});

export const vendorList = z
  .object({
    setting,
    vendors: z.array(
      z.object({
        vendor: z.string(),
        name: z.string(),
        serves: z.array(systemNamed.extend({ as: servingAs })),
        aMonth: z.number().int().nullable(),
      }),
    ),
    notices: z
      .array(
        z.object({
          notice: z.number().int().openapi({ description: "The entry of the programme's chain." }),
          vendor: z.string(),
          name: z.string(),
          kind: vendorNoticeKind,
          label: text,
          on: vagueDay,
          until: vagueDay.nullable(),
          letter: z.object({ title: z.string(), documentNo: z.string(), sha256: z.string(), decidedOn: day }),
          note: z.string().nullable(),
          systems: z.array(touchedView),
        }),
      )
      .openapi({
        description: 'Oldest first, with what each does to the systems that it touches, as they stand now.',
      }),
  })
  .openapi('Vendors');
export type VendorList = z.infer<typeof vendorList>;

export const collisionList = z
  .object({
    setting,
    collisions: z.array(
      z.object({
        code: z.enum(['sameWeek', 'capacity', 'busyTime']),
        systems: z.array(z.string()),
        fromOn: day,
        untilOn: day,
        sure: z.boolean().openapi({ description: 'False where a month alone is planned.' }),
        message: text,
      }),
    ),
    busyTimes: z.array(
      z.object({
        id: z.string(),
        label: text,
        from: z.string(),
        until: z.string(),
        businesses: z.array(z.string()).nullable(),
        basis: text.nullable(),
        everyYear: z.boolean(),
      }),
    ),
  })
  .openapi('Collisions');
export type CollisionList = z.infer<typeof collisionList>;
