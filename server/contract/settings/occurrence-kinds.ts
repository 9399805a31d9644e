// What an occurrence is, in words: read by the console too, which takes no schema with it.
import type { Text } from '../../../machines/definition/definition.ts';
import type { Occurrence } from '../../../machines/programme/occurrences/shape.ts';

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
