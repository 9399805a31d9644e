// Single words of deadlines in both languages: kinds, causes of a slip. Closed tables.
import type { Text } from '../../machines/definition/definition.ts';
import type { DeadlineKind, SlipCause } from '../../machines/definition/ladder.ts';

export const deadlineKindText: Record<DeadlineKind, Text> = {
  statutory: { ja: '法定', en: 'statutory' },
  budget: { ja: '予算', en: 'budget' },
  council: { ja: '議会', en: 'council' },
  procurement: { ja: '調達', en: 'procurement' },
  contract: { ja: '契約', en: 'contract' },
  planned: { ja: '計画', en: 'planned' },
  internal: { ja: '内部', en: 'internal' },
};

/** Why a day moves, with the cause where one is given. */
export const slipReasonText = (reason: string, cause?: SlipCause): Text => ({
  ja: `（${cause ? `原因: ${slipCauseText[cause].ja}、` : ''}理由: ${reason}）`,
  en: ` (${cause ? `cause: ${slipCauseText[cause].en}; ` : ''}reason: ${reason})`,
});

export const slipCauseText: Record<SlipCause, Text> = {
  vendor: { ja: '事業者', en: 'vendor' },
  spec: { ja: '仕様', en: 'specification' },
  budget: { ja: '予算', en: 'budget' },
  staff: { ja: '人員', en: 'staff' },
  other: { ja: 'その他', en: 'other' },
};
