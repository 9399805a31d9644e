// What stands in the routes' paths.
import { z } from '@hono/zod-openapi';
import { programmeKeyForm } from '../../machines/record/chain.ts';

export const programmePath = z.object({
  code: z.string().regex(programmeKeyForm).openapi({
    description:
      '団体コード（6桁）。実運用の計画と並ぶ演習では、その印が付く（131121-r） / municipality code; of a rehearsal beside the real programme with its mark',
    example: '131121',
  }),
});
export const systemPath = programmePath.extend({
  system: z.string().max(100).openapi({ description: 'システムの識別子 / system id' }),
});

const seq = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'entryNumber')
  .openapi({ description: '記録の番号 / number of the entry in its chain', example: '1' });
export const entryPath = programmePath.extend({ seq });
export const systemEntryPath = systemPath.extend({ seq });
export const amendmentPath = programmePath.extend({
  number: z.coerce
    .number()
    .int()
    .min(1)
    .max(999_999_999)
    .openapi({ description: '改定の番号 / number of the amendment', example: 12 }),
});
export const deputyPath = programmePath.extend({
  number: z.coerce.number().int().min(1).max(999_999_999).openapi({
    description: '代理を指定した記録の番号 / number of the entry that appointed the deputy',
    example: 12,
  }),
});
export const meetingPath = programmePath.extend({
  number: z.coerce.number().int().min(1).max(999_999_999).openapi({
    description: '会議の番号（招集した記録の番号） / number of the meeting: of the entry that convened it',
    example: 12,
  }),
});
