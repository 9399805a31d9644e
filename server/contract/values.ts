// The values every route speaks in. The console and the command know the server by this folder alone.
import { z } from '@hono/zod-openapi';
import { isDay, isVagueDay } from '../../machines/values/date.ts';

export const text = z.object({ ja: z.string(), en: z.string() }).openapi('Text');
/** A day that exists: `2023-02-29` is none. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'day', abort: true })
  .refine(isDay, 'day');
/** A day, or a month where no more is known. */
export const vagueDay = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/, { error: 'vagueDay', abort: true })
  .refine(isVagueDay, 'vagueDay');
export const instant = z.string().datetime({ offset: true });

/** A machine's "no": code and facts for programs, sentences for people. */
export const refusalView = z
  .object({ code: z.string(), facts: z.record(z.string(), z.unknown()), message: text })
  .openapi('Refusal');
export type RefusalView = z.infer<typeof refusalView>;

/** One mistake in what was sent: where it is, what is wrong, what would be right. */
export const inputIssue = z
  .object({
    file: z.string().optional(),
    line: z.number().int().optional(),
    field: z.string(),
    code: z.string(),
    message: text,
    expected: text.optional(),
  })
  .openapi('InputIssue');
export type InputIssue = z.infer<typeof inputIssue>;

/** RFC 9457 problem details; `code` is stable, the sentences are not. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: text,
    facts: z.record(z.string(), z.unknown()).optional(),
    refusals: z.array(refusalView).optional(),
    /** The first fifty. */
    issues: z.array(inputIssue).optional(),
    /** How many mistakes there are besides those listed. */
    moreIssues: z.number().int().optional(),
    instance: z.string().optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problem>;

/** Which past is asked for: none (now), or a day by one of the two dates. */
export const asOfQuery = z.object({
  asOf: day.optional(),
  /**
   * `occurred`: what was true on that day, a month counting from its last day or from the day within it on which it was
   * recorded; `recorded`: what was known on that day.
   */
  by: z.enum(['occurred', 'recorded']).default('occurred'),
});
export const pageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Under which clock and past an answer was made; every answer about migrations carries it. */
export const setting = z
  .object({
    programme: z.string(),
    /** Its 団体コード; the same, but for a rehearsal beside the real programme. */
    municipality: z.string(),
    programmeName: text,
    rehearsal: z.boolean(),
    /** The programme's clock. */
    now: instant,
    today: day,
    asOf: day.nullable(),
    by: z.enum(['occurred', 'recorded']).nullable(),
  })
  .openapi('Setting');
export type Setting = z.infer<typeof setting>;
