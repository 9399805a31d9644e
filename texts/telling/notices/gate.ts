// Notices of a gate and of going back behind one.
import { type Asks, choose, decide, type NoticeSentences } from './notice-sentences.ts';

export const gateNotices: NoticeSentences<
  | 'review.requested'
  | 'review.continued'
  | 'review.voiced'
  | 'review.returned'
  | 'review.withdrawn'
  | 'review.carriedOver'
  | 'review.fell'
  | 'gate.passed'
  | 'goingBack.proposed'
  | 'goingBack.decided'
  | 'goingBack.withdrawn'
> = {
  'review.requested': ({ phase, by }) => ({
    ja: `「${phase.ja}」の審査を${by}さんが依頼しました。`,
    en: `${by} asks for the review of "${phase.en}".`,
  }),
  'review.continued': ({ phase, approvedBy }) => ({
    ja: `「${phase.ja}」を${approvedBy}さんが承認しました。次の承認をお願いします。`,
    en: `${approvedBy} approved "${phase.en}". The next approval is yours.`,
  }),
  'review.voiced': ({ phase, approvedBy, missing }) => ({
    ja: `「${phase.ja}」を${approvedBy}さんが承認しました。承認は、あと${missing}名です。まだ承認していない方は、審査をお願いします。`,
    en: `${approvedBy} approved "${phase.en}". ${missing} more of the same body ${missing === 1 ? 'is' : 'are'} needed: whoever has not approved yet is asked for it.`,
  }),
  'review.returned': ({ phase, by, reason }) => ({
    ja: `「${phase.ja}」を${by}さんが差し戻しました。理由: ${reason}`,
    en: `${by} returned "${phase.en}". Reason: ${reason}`,
  }),
  'review.withdrawn': ({ phase, by, reason }) => ({
    ja: `「${phase.ja}」の審査依頼を${by}さんが引き上げました。理由: ${reason}`,
    en: `${by} withdrew "${phase.en}" from review. Reason: ${reason}`,
  }),
  'review.carriedOver': ({ phase, body, reason }) => ({
    ja: `「${phase.ja}」は${body.ja}で継続審議になりました。${reason === '' ? '' : `理由: ${reason}`}`,
    en: `${body.en} carried "${phase.en}" over to another meeting.${reason === '' ? '' : ` Reason: ${reason}`}`,
  }),
  'review.fell': ({ phase, system }, names) => ({
    ja: `「${names.system(system).ja}」の節目が取り消されたため、「${phase.ja}」のこれまでの承認は無効になりました。`,
    en: `A milestone of ${names.system(system).en} no longer stands: the approvals of "${phase.en}" so far have fallen.`,
  }),
  'gate.passed': ({ phase, next }) => ({
    ja: `「${phase.ja}」の関門を通過し、「${next.ja}」に進みました。`,
    en: `"${phase.en}" passed its gate; "${next.en}" has begun.`,
  }),
  'goingBack.proposed': ({ from, to, by, reason }) => ({
    ja: `「${from.ja}」から「${to.ja}」への手戻りを${by}さんが申し出ました。理由: ${reason}`,
    en: `${by} proposes going back from "${from.en}" to "${to.en}". Reason: ${reason}`,
  }),
  'goingBack.decided': ({ to, approved, by }) => ({
    ja: `「${to.ja}」への手戻りを${by}さんが${approved ? '承認' : '却下'}しました。`,
    en: `${by} ${approved ? 'approved' : 'dismissed'} going back to "${to.en}".`,
  }),
  'goingBack.withdrawn': ({ to, by, reason }) => ({
    ja: `「${to.ja}」への手戻りの申出を${by}さんが取り下げました。理由: ${reason}`,
    en: `${by} withdrew the proposal to go back to "${to.en}". Reason: ${reason}`,
  }),
};

export const gateAsks: Asks = {
  'review.requested': decide,
  'review.continued': decide,
  'review.voiced': decide,
  'review.returned': {
    ja: '指摘に応じて直し、もう一度審査を依頼してください（sekimori submit）。',
    en: 'Mend what was found, then ask for the review again (sekimori submit).',
  },
  'goingBack.proposed': choose,
};
