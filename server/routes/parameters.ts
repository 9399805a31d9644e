// What stands in the routes' paths.
import { z } from '@hono/zod-openapi';

export const programmePath = z.object({
  code: z
    .string()
    .regex(/^\d{6}$/)
    .openapi({ description: '団体コード（6桁） / municipality code', example: '131121' }),
});
export const systemPath = programmePath.extend({
  system: z.string().max(100).openapi({ description: 'システムの識別子 / system id' }),
});
