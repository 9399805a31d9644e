// Words of a procurement in both languages: its forms and stages, formulas and rules. Closed tables.
import type { Text } from '../../machines/definition/definition.ts';
import type { StageId } from '../../machines/definition/rfp-control.ts';
import type { PriceFormula, roundings, TieRule, WhosePrices } from '../../machines/definition/scoring.ts';
import type { Uncounted } from '../../machines/migration/rfp/bidders.ts';
import type { Form } from '../../machines/migration/rfp/terms.ts';
import { dayOf, timeOf } from '../../machines/values/date.ts';
import { dayText } from '../names.ts';

export const stageText: Record<StageId, Text> = {
  announced: { ja: '公告', en: 'announcement' },
  questionsUntil: { ja: '質問受付締切', en: 'end of questions' },
  answersBy: { ja: '回答公表', en: 'answers published' },
  applicationsUntil: { ja: '参加表明締切', en: 'end of applications' },
  proposalsUntil: { ja: '提案書提出締切', en: 'end of proposals' },
  firstReview: { ja: '一次審査', en: 'first review' },
  secondReview: { ja: '二次審査', en: 'second review' },
  decision: { ja: '候補者特定・通知・公表', en: 'candidate named and published' },
  contract: { ja: '契約協議', en: 'negotiation of the contract' },
};

export const formText: Record<Form, Text> = {
  publicProposal: { ja: '公募型プロポーザル', en: 'public proposal' },
  invitedProposal: { ja: '指名型プロポーザル', en: 'proposal by invitation' },
  overallEvaluation: { ja: '総合評価落札方式', en: 'overall evaluation' },
  lowestPrice: { ja: '最低価格', en: 'lowest price' },
  rfi: { ja: '情報提供依頼（RFI）', en: 'request for information' },
};

export const formulaText: Record<PriceFormula, Text> = {
  lowestOverPrice: { ja: '配点 × 最低価格 ÷ 提案価格', en: 'points × lowest price ÷ price' },
  belowCeiling: {
    ja: '配点 ×（上限額 − 提案価格）÷ 上限額',
    en: 'points × (ceiling − price) ÷ ceiling',
  },
  betweenLowestAndCeiling: {
    ja: '配点 ×（上限額 − 提案価格）÷（上限額 − 最低価格）',
    en: 'points × (ceiling − price) ÷ (ceiling − lowest price)',
  },
  manual: { ja: '手で入力（理由を付す）', en: 'entered, with a reason' },
};

export const whosePricesText: Record<WhosePrices, Text> = {
  all: { ja: '採点の対象となった者すべての価格を比べる', en: 'the prices of all who are scored' },
  reachingMinimum: {
    ja: '最低基準点に達した者の価格だけを比べる（達しない者の価格点は0）',
    en: 'the prices of those alone who reach the least technical points (no price points for others)',
  },
};

export const roundingText: Record<(typeof roundings)[number], Text> = {
  halfUp: { ja: '四捨五入', en: 'half up' },
  down: { ja: '切捨て', en: 'down' },
  up: { ja: '切上げ', en: 'up' },
};

export const tieRuleText: Record<TieRule, Text> = {
  technical: { ja: '技術点の高い者', en: 'more technical points' },
  price: { ja: '価格の低い者', en: 'the lower price' },
  lot: { ja: 'くじ', en: 'by lot' },
  committee: { ja: '委員会の決定', en: 'the committee decides' },
};

export const uncountedText: Record<Uncounted, Text> = {
  notDecided: { ja: '参加資格の確認前', en: 'qualification not decided' },
  rejected: { ja: '資格なし・失格', en: 'rejected' },
  withdrew: { ja: '辞退', en: 'withdrew' },
  noProposal: { ja: '提案書なし', en: 'no proposal' },
  late: { ja: '締切後の提出（受け付けない）', en: 'came late: never counted' },
  out: { ja: '審査を通過しない', en: 'did not go on' },
  overCeiling: { ja: '提案上限額を超過', en: 'over the ceiling' },
};

/** `令和6年2月5日 17:00`. */
export function instantText(at: string): Text {
  const { ja, en } = dayText(dayOf(at));
  return { ja: `${ja} ${timeOf(at)}`, en: `${en}, ${timeOf(at)}` };
}

/** To the second, where two of the same minute are told apart. */
export const exactInstantText = (at: string): Text => {
  const { ja, en } = instantText(at);
  const seconds = /:\d{2}:(\d{2})/.exec(at)?.[1] ?? '00';
  return seconds === '00' ? { ja, en } : { ja: `${ja}:${seconds}`, en: `${en}:${seconds}` };
};
