// Notices of what has become another: definition, plan, regime, going live, and milestones of others.
import { actText } from '../../acts/act-texts.ts';
import { undecidedText } from '../../fallen-texts.ts';
import { dayText } from '../../names.ts';
import { datesText } from './dates.ts';
import type { Asks, NoticeSentences } from './notice-sentences.ts';

export const changeNotices: NoticeSentences<
  | 'definition.adopted'
  | 'decision.inName'
  | 'plan.changed'
  | 'regime.changed'
  | 'system.wentLive'
  | 'system.rolledBack'
  | 'occurrence.told'
  | 'milestone.reached'
  | 'milestone.withdrawn'
  | 'milestone.forsaken'
  | 'milestone.waived'
> = {
  'definition.adopted': ({ reason, phase, approvals, moved, falls = [] }, names) => {
    const [fell, dates] = [approvals.length > 0, datesText(moved)];
    const gone = undecidedText(falls, names);
    return {
      ja: `計画が改定されました（「${phase.ja}」）。理由: ${reason}。${fell ? `関門の条件が変わったため、${approvals.join('、')}さんの承認は無効になりました。` : ''}${gone.ja}${dates.ja}`,
      en: `The programme was amended ("${phase.en}"). Reason: ${reason}. ${fell ? `The gate is another: the approvals of ${approvals.join(', ')} have fallen. ` : ''}${gone.en === '' ? '' : `${gone.en} `}${dates.en}`,
    };
  },
  'decision.inName': ({ entry, act, holder: account, by, seenBy }, names) => {
    const holder = names.person(account);
    const until = seenBy === undefined ? null : dayText(seenBy);
    return {
      ja: `${holder}さんの名で、${by}さんが「${actText(act).ja}」を代決しました（第${entry}件）。${holder}さんは、内容を確かめて後閲してください${until ? `（後閲の期限 ${until.ja}）` : ''}。`,
      en: `${by} decided "${actText(act).en}" as deputy in the name of ${holder} (entry ${entry}), who is to look at it afterwards${until ? ` by ${until.en}` : ''}.`,
    };
  },
  'plan.changed': ({ phase, startOn, endOn, by, reason, moved }) => ({
    ja: `「${phase.ja}」の計画を${by}さんが${dayText(startOn).ja}〜${dayText(endOn).ja}に変えました。理由: ${reason}。${datesText(moved).ja}`,
    en: `${by} changed the plan of "${phase.en}" to ${dayText(startOn).en} – ${dayText(endOn).en}. Reason: ${reason}. ${datesText(moved).en}`,
  }),
  'regime.changed': ({ act, by, moved }) => ({
    ja: `${by}さんが「${actText(act).ja}」を行いました。${datesText(moved).ja}`,
    en: `${by}: ${actText(act).en}. ${datesText(moved).en}`,
  }),
  'system.wentLive': ({ on, by }) => ({
    ja: `${dayText(on).ja}に稼働しました（記録: ${by}さん）。`,
    en: `The system went live on ${dayText(on).en} (recorded by ${by}).`,
  }),
  'system.rolledBack': ({ by, reason }) => ({
    ja: `切戻しを${by}さんが記録しました。理由: ${reason}`,
    en: `${by} recorded a roll-back. Reason: ${reason}`,
  }),
  'occurrence.told': ({ occurrence, on, moved }) => ({
    ja: `「${occurrence.ja}」は${on === null ? '、なかったと訂正されました' : `${dayText(on).ja}のこととして登録されました`}。${datesText(moved).ja}`,
    en: `"${occurrence.en}" ${on === null ? 'did not happen after all' : `is recorded for ${dayText(on).en}`}. ${datesText(moved).en}`,
  }),
  'milestone.reached': ({ system }, names) => ({
    ja: `「${names.system(system).ja}」が、この移行の待つ節目に達しました。`,
    en: `${names.system(system).en} reached a milestone this migration waits for.`,
  }),
  'milestone.withdrawn': ({ system }, names) => ({
    ja: `「${names.system(system).ja}」の手戻りにより、この移行の待つ節目が取り消されました。`,
    en: `${names.system(system).en} went back: a milestone this migration waits for no longer stands.`,
  }),
  'milestone.forsaken': ({ system }, names) => ({
    ja: `「${names.system(system).ja}」の移行が中止され、この移行の待つ節目は来なくなりました。「来ない節目を省く決定」が必要です。`,
    en: `${names.system(system).en} was cancelled: a milestone this migration waits for cannot come. It takes a decision to go on without it.`,
  }),
  'milestone.waived': ({ system, complete, by, reason }, names) =>
    complete
      ? {
          ja: `「${names.system(system).ja}」の節目なしで進めることが決まりました（${by}さんの承認で必要な人数に達しました）。理由: ${reason}`,
          en: `It is decided to go on without the milestone of ${names.system(system).en} (${by}'s voice was the last one missing). Reason: ${reason}`,
        }
      : {
          ja: `「${names.system(system).ja}」の節目なしで進めることを${by}さんが承認しました。まだ承認していない方は、判断をお願いします。理由: ${reason}`,
          en: `${by} agrees to go on without the milestone of ${names.system(system).en}. More voices are needed: whoever has not decided yet is asked to. Reason: ${reason}`,
        },
};

export const changeAsks: Asks = {
  'milestone.forsaken': {
    ja: '節目なしで進めるかを決めてください（sekimori waive）。',
    en: 'Decide whether to go on without it (sekimori waive).',
  },
};
