// Single words the server sends as codes, in both languages, and how days, rates and yen are written. Closed tables.
import { dayOf, timeOf } from '../../machines/values/date.ts';
import { formatEraShort } from '../../machines/values/era.ts';
import { boundsOf } from '../../machines/values/term.ts';
import type { BoardRow } from '../../server/contract/migrations/board.ts';
import type { DeadlineView } from '../../server/contract/migrations/deadline.ts';
import type { SlipLine } from '../../server/contract/migrations/explanation.ts';
import type { Setting } from '../../server/contract/values.ts';
import type { Language, Text } from './speech.ts';

export const stageWords: Record<NonNullable<BoardRow['stage']>, Text> = {
  working: { ja: '作業中', en: 'working' },
  underReview: { ja: '審査中', en: 'under review' },
  goingBack: { ja: '手戻り協議中', en: 'going back' },
};
export const activityWords: Record<BoardRow['activity'], Text> = {
  active: { ja: '進行中', en: 'active' },
  onHold: { ja: '中断中', en: 'on hold' },
  cancelled: { ja: '中止', en: 'cancelled' },
  retired: { ja: '終了（改定）', en: 'retired' },
};
export const retirementWords = {
  notApplicable: { ja: '対象外', en: 'not applicable' },
  withdrawn: { ja: '廃止', en: 'given up' },
} as const satisfies Record<string, Text>;
export const regimeWords: Record<BoardRow['regime'], Text> = {
  standard: { ja: '通常の移行期限', en: 'standard deadline' },
  candidate: { ja: '特定移行支援の候補', en: 'special transition: candidate' },
  applied: { ja: '特定移行支援を申出中', en: 'special transition: applied for' },
  designated: { ja: '特定移行支援システム', en: 'special transition: designated' },
};
const PENDING: Text = { ja: '特定移行支援の判断保留', en: 'special transition: left pending' };
/** 判断保留 is of what is applied for: it says more. */
export const regimeWord = ({ regime, pendingOn }: Pick<BoardRow, 'regime' | 'pendingOn'>): Text =>
  pendingOn === null ? regimeWords[regime] : PENDING;
export const vendorNoticeWords = {
  withdrawal: { ja: '撤退', en: 'withdrawal' },
  delay: { ja: '遅延', en: 'delay' },
  capacity: { ja: '要員のひっ迫', en: 'shortage of staff' },
  other: { ja: 'その他', en: 'other' },
} as const;
export const noticeAnswerWords = {
  replanned: { ja: '計画を改めた', en: 'planned anew' },
  specialTransition: { ja: '特定移行支援を申し出る', en: 'applies for special transition' },
  otherVendor: { ja: '別の事業者による', en: 'another vendor' },
  noEffect: { ja: '影響なし', en: 'no effect' },
  other: { ja: 'その他', en: 'other' },
} as const;
export const requirementWords = {
  data: { ja: 'データ要件', en: 'data' },
  linkage: { ja: '連携要件', en: 'linkage' },
} as const;
export const slipCauseWords = {
  vendor: { ja: '事業者', en: 'vendor' },
  spec: { ja: '仕様', en: 'spec' },
  budget: { ja: '予算', en: 'budget' },
  staff: { ja: '人員', en: 'staff' },
  other: { ja: 'その他', en: 'other' },
} as const satisfies Record<SlipLine['cause'], Text>;
export const deadlineWords: Record<DeadlineView['status'], Text> = {
  waiting: { ja: '起算前', en: 'not counting yet' },
  pending: { ja: '期限前', en: 'pending' },
  missed: { ja: '期限超過', en: 'missed' },
  met: { ja: '達成済み', en: 'met' },
  metLate: { ja: '期限後に達成', en: 'met late' },
  dropped: { ja: '対象外（移行の終了）', en: 'dropped (ended)' },
};
export const stepWords = {
  done: { ja: '完了済み', en: 'done' },
  inProgress: { ja: '作業中', en: 'in progress' },
  notStarted: { ja: '未着手', en: 'not started' },
  notApplicable: { ja: '対象外', en: 'not applicable' },
} as const satisfies Record<string, Text>;
/** `R5.11.16` in Japanese, ISO in English; nothing for nothing. */
export function dayWord(day: string | null | undefined, language: Language): string {
  if (!day) return '';
  return language === 'ja' ? formatEraShort(day) : day;
}

/** From when to when a post is held; a bound that there is none of is not made up. */
export function termWord(begins: string, ends: string, language: Language): string {
  const { from, until } = boundsOf(begins, ends);
  if (from === null && until === null) return language === 'ja' ? '期間の定めなし' : 'without a term';
  if (until !== null) return `${dayWord(from, language)}〜${dayWord(until, language)}`;
  return `${dayWord(from, language)}〜${language === 'ja' ? '（終わりの定めなし）' : ' (without an end)'}`;
}

/** An instant to the minute, in Japan. */
export function instantWord(instant: string, language: Language): string {
  return `${dayWord(dayOf(instant), language)} ${timeOf(instant)}`;
}

export const percentWord = (permille: number): string => `${(permille / 10).toFixed(1)}%`;

export function yenWord(yen: number, language: Language): string {
  const grouped = yen.toLocaleString('en-US');
  return language === 'ja' ? `${grouped}円` : `¥${grouped}`;
}

/** `あと12日`, `3日超過`; nothing without a date or once met. */
export function daysLeftWord({ daysLeft, open }: DeadlineView, language: Language): string {
  if (daysLeft === null || !open) return '';
  if (daysLeft === 0) return language === 'ja' ? '本日が期限' : 'due today';
  const days = Math.abs(daysLeft);
  if (daysLeft > 0) return language === 'ja' ? `あと${days}日` : `${days} days left`;
  return language === 'ja' ? `${days}日超過` : `${days} days over`;
}

export function cautionWord({ caution }: DeadlineView, language: Language): string {
  if (caution === null) return '';
  const words = {
    closedDay: { ja: '閉庁日', en: 'closed day' },
    monthOnly: { ja: '月のみ判明（月初から逆算）', en: 'month only (from its first day)' },
    provisionalCalendar: { ja: '祝日未確定', en: 'holidays provisional' },
  } as const;
  return words[caution][language];
}

/** Whose programme this is, and on which day or past it was looked at. */
export function settingWord(setting: Setting, language: Language): string {
  const { programme, municipality, programmeName } = setting;
  // Rehearsals of one municipality are told apart by their keys alone.
  const name = `${programmeName[language]}${programme === municipality ? '' : ` (${programme})`}`;
  if (setting.asOf === null) {
    const clock = language === 'ja' ? '現在' : 'now';
    return `${name}  ${instantWord(setting.now, language)} ${clock}`;
  }
  const by =
    setting.by === 'recorded'
      ? { ja: 'までに記録された内容', en: 'as it had been recorded' }
      : { ja: '時点の状況（過去の表示）', en: 'as it was (the past)' };
  return `${name}  ${dayWord(setting.asOf, language)}${language === 'ja' ? '' : ' '}${by[language]}`;
}
