// Single words of the domain in both languages: stages, statuses, regimes, facts. Closed tables.

import type { Text } from '../machines/definition/definition.ts';
import type { Requirement } from '../machines/migration/conformity/shape.ts';
import type { AskedFact } from '../machines/migration/gate/basis.ts';
import type { DeadlineState, Regime, Stage, Standing } from '../machines/migration/state.ts';

const stages: Record<Stage | 'final', Text> = {
  working: { ja: '作業中', en: 'working' },
  underReview: { ja: '審査中', en: 'under review' },
  goingBack: { ja: '手戻り協議中', en: 'going back' },
  final: { ja: '最終工程', en: 'final phase' },
};
const activities: Record<Standing['activity'], Text> = {
  active: { ja: '進行中', en: 'active' },
  onHold: { ja: '中断中', en: 'on hold' },
  cancelled: { ja: '中止', en: 'cancelled' },
  retired: { ja: '終了（改定）', en: 'retired' },
};
const regimes: Record<Regime, Text> = {
  standard: { ja: '通常の移行期限', en: 'standard deadline' },
  candidate: { ja: '特定移行支援の候補', en: 'special transition: candidate' },
  applied: { ja: '特定移行支援を申出中', en: 'special transition: applied for' },
  designated: { ja: '特定移行支援システム', en: 'special transition: designated' },
};
const regions: Record<'path' | 'activity' | 'regime', Text> = {
  path: { ja: '工程', en: 'path' },
  activity: { ja: '進行', en: 'activity' },
  regime: { ja: '移行期限の区分', en: 'deadline regime' },
};
const deadlineStatuses: Record<DeadlineState['status'] | 'dropped', Text> = {
  waiting: { ja: '起算前', en: 'not counting yet' },
  pending: { ja: '期限前', en: 'pending' },
  missed: { ja: '期限超過', en: 'missed' },
  met: { ja: '達成済み', en: 'met' },
  metLate: { ja: '期限後に達成', en: 'met late' },
  dropped: { ja: '移行の終了により対象外', en: 'dropped with the migration' },
};
const facts = {
  budgetVoted: { ja: '予算の議決', en: 'budget voted' },
  selectionRecorded: { ja: '選定結果', en: 'selection' },
  contractRecorded: { ja: '契約', en: 'contract' },
  wentLive: { ja: '稼働', en: 'went live' },
  dataConforms: { ja: 'データ要件への適合', en: 'conformity with the data requirements' },
  linkageConforms: { ja: '連携要件への適合', en: 'conformity with the linkage requirements' },
  obligationVoted: { ja: '債務負担行為の議決', en: 'debt obligation voted' },
  estimateRecorded: { ja: '見積', en: 'estimate' },
  contractRequested: { ja: '契約執行伺書', en: 'contract asked for' },
  piaDone: { ja: '特定個人情報保護評価', en: 'privacy impact assessment' },
  ordinancesPromulgated: { ja: '条例・規則の公布', en: 'ordinances promulgated' },
  ordinancesInForce: { ja: '条例・規則の施行', en: 'ordinances in force' },
  rehearsalPassed: { ja: 'データ移行リハーサルの合格', en: 'data migration rehearsal passed' },
  readinessJudged: { ja: '移行判定', en: 'judged ready to go live' },
  stabilised: { ja: '安定化期間の終了', en: 'stabilised' },
} satisfies Record<AskedFact, Text>;
export const requirementText: Record<Requirement, Text> = {
  data: { ja: 'データ要件', en: 'data requirements' },
  linkage: { ja: '連携要件', en: 'linkage requirements' },
};
const parts = {
  technical: { ja: '技術点', en: 'technical score' },
  price: { ja: '価格点', en: 'price score' },
};

const lookUp =
  (table: Record<string, Text>) =>
  (word: string): Text =>
    Object.hasOwn(table, word) ? (table[word] as Text) : { ja: word, en: word };

export const deadlineStatusText = lookUp(deadlineStatuses);
export const factText = lookUp(facts);
export const partText = lookUp(parts);
/** The label of a machine's state that the definition does not name. */
export const stateText = lookUp({ ...stages, ...activities, ...regimes, ...regions });
