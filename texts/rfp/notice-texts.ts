// Notices of a procurement. Only those with a duty in it are told.
import type { Asks, NoticeSentences } from '../telling/notices/notice-sentences.ts';
import { instantText, stageText } from './words.ts';

export const rfpNotices: NoticeSentences<
  | 'rfp.stageMoved'
  | 'rfp.roundNotified'
  | 'rfp.candidateNamed'
  | 'rfp.negotiationFailed'
  | 'rfp.failureDecided'
> = {
  'rfp.stageMoved': ({ stage, was, at, by, reason }) => ({
    ja: `${by}さんが${stageText[stage].ja}を${instantText(at).ja}に変更しました${was ? `（変更前 ${instantText(was).ja}）` : ''}。理由: ${reason}`,
    en: `${by} moved "${stageText[stage].en}" to ${instantText(at).en}${was ? ` (was ${instantText(was).en})` : ''}. Reason: ${reason}`,
  }),
  'rfp.roundNotified': ({ round, goesOn, out, by }) => ({
    ja: `${round}の結果を${by}さんが通知しました。通過: ${goesOn.join('、') || 'なし'}。通過しない: ${out.join('、') || 'なし'}。`,
    en: `${by} has told the result of "${round}". Going on: ${goesOn.join(', ') || 'nobody'}. Out: ${out.join(', ') || 'nobody'}.`,
  }),
  'rfp.candidateNamed': ({ candidate, by }) => ({
    ja: `${candidate}を候補者に特定しました（${by}さん）。契約ではありません。`,
    en: `${candidate} is the candidate (named by ${by}). That is not a contract yet.`,
  }),
  'rfp.negotiationFailed': ({ candidate, by, reason }) => ({
    ja: `${candidate}との協議が不調であると${by}さんが申し出ました。理由: ${reason}`,
    en: `${by} says that the negotiation with ${candidate} failed. Reason: ${reason}`,
  }),
  'rfp.failureDecided': ({ candidate, next, stands, by }) => {
    if (stands)
      return {
        ja: `${candidate}との協議不調の申出は却下されました（${by}さん）。候補者は変わりません。`,
        en: `That the negotiation with ${candidate} failed was dismissed by ${by}: the candidate stays.`,
      };
    return next === null
      ? {
          ja: `${candidate}との協議は不調に終わり、次点はもういません（${by}さんの承認）。手戻りか再公告で進めてください。`,
          en: `The negotiation with ${candidate} failed (approved by ${by}), and nobody is left: go back, or open it anew.`,
        }
      : {
          ja: `${candidate}との協議は不調に終わり、次点の${next}が候補者となりました（${by}さんの承認）。`,
          en: `The negotiation with ${candidate} failed (approved by ${by}): the runner-up ${next} is the candidate.`,
        };
  },
};

export const rfpAsks: Asks = {
  'rfp.negotiationFailed': {
    ja: '承認か却下をしてください（sekimori rfp failure approve ・ dismiss）。',
    en: 'Approve or dismiss it (sekimori rfp failure approve, dismiss).',
  },
};
