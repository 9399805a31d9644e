// What happens around a programme: what it would do to the deadlines that are counted from it, before it is recorded or put right.
import { z } from '@hono/zod-openapi';
import { id, type Text } from '../../../machines/definition/definition.ts';
import type { Occurrence } from '../../../machines/programme/occurrences/shape.ts';
import { day, setting, text, vagueDay } from '../values.ts';

/** What an occurrence is, in words. */
export const occurrenceKinds = {
  cabinetDecision: { ja: '閣議決定', en: 'cabinet decision' },
  standard: { ja: '標準仕様', en: 'standard' },
  rfi: { ja: '情報提供依頼', en: 'request for information' },
  notice: { ja: '公告・通知', en: 'notice' },
  application: { ja: '申請', en: 'application' },
  adoption: { ja: '採択', en: 'adoption' },
  report: { ja: '報告', en: 'report' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<Occurrence['kind'], Text>;

export const occurrencePreviewBody = z
  .object({
    /** Which of those that the programme names. */
    id,
    /** Null: that it did not happen. */
    on: vagueDay.nullable(),
  })
  .openapi('OccurrencePreviewed');

export const occurrencePreview = z
  .object({
    setting,
    /** Systems of which a deadline is counted from it. */
    waiting: z.number().int(),
    moved: z.array(
      z.object({
        system: z.string(),
        systemName: text,
        deadline: z.string(),
        label: text,
        was: day.nullable(),
        dueOn: day.nullable(),
      }),
    ),
  })
  .openapi('OccurrencePreview');
export type OccurrencePreview = z.infer<typeof occurrencePreview>;
