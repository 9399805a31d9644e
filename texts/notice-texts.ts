// The sentence of every notice in the inbox. One closed table; a notice without its sentence does not compile.

import type { Text } from '../machines/definition/definition.ts';
import type { MovedDate, Notice } from '../machines/record/effect.ts';
import { actText } from './acts.ts';
import { deadlineNoticeTexts } from './deadline/notice-texts.ts';
import { retirementText } from './ending-words.ts';
import { allFallenText } from './fallen-texts.ts';
import { dayText, listed, type Names } from './names.ts';
import { saidUnder } from './under-code.ts';

type Sentences = { [C in Notice['code']]: (notice: Extract<Notice, { code: C }>, names: Names) => Text };

/** The due days that changed, each with the one before. */
function datesText(moved: readonly MovedDate[]): Text {
  if (moved.length === 0) return { ja: '期日の変わる期限はありません。', en: 'No due day changes.' };
  const day = (on: string | null): Text => (on ? dayText(on) : { ja: '未定', en: 'not set' });
  const { ja, en } = listed(
    moved.map(({ deadline, was, dueOn, hours }) =>
      hours
        ? {
            ja: `「${deadline.ja}」${day(dueOn).ja} ${hours.was}→${hours.now}`,
            en: `"${deadline.en}" ${day(dueOn).en} ${hours.was} → ${hours.now}`,
          }
        : {
            ja: `「${deadline.ja}」${day(was).ja}→${day(dueOn).ja}`,
            en: `"${deadline.en}" ${day(was).en} → ${day(dueOn).en}`,
          },
    ),
  );
  return { ja: `変わった期日: ${ja}`, en: `Due days that changed: ${en}` };
}

function fallenText(deadlines: readonly Text[]): Text {
  if (deadlines.length === 0) return { ja: 'なくなる期限はありません。', en: 'No deadline falls.' };
  const { ja, en } = listed(deadlines.map((one) => ({ ja: `「${one.ja}」`, en: `"${one.en}"` })));
  return { ja: `なくなる期限: ${ja}`, en: `Deadlines that fall: ${en}` };
}

const sentences: Sentences = {
  ...deadlineNoticeTexts,
  'definition.adopted': ({ reason, phase, approvals, moved }) => {
    const [fell, dates] = [approvals.length > 0, datesText(moved)];
    return {
      ja: `計画が改定されました（「${phase.ja}」）。理由: ${reason}。${fell ? `関門の条件が変わったため、${approvals.join('、')}さんの承認は無効になりました。` : ''}${dates.ja}`,
      en: `The programme was amended ("${phase.en}"). Reason: ${reason}. ${fell ? `The gate is another: the approvals of ${approvals.join(', ')} have fallen. ` : ''}${dates.en}`,
    };
  },
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
  'gate.passed': ({ phase, next }) => ({
    ja: `「${phase.ja}」の関門を通過し、「${next.ja}」に進みました。`,
    en: `"${phase.en}" passed its gate; "${next.en}" has begun.`,
  }),
  'review.fell': ({ phase, system }, names) => ({
    ja: `「${names.system(system).ja}」の節目が取り消されたため、「${phase.ja}」のこれまでの承認は無効になりました。`,
    en: `A milestone of ${names.system(system).en} no longer stands: the approvals of "${phase.en}" so far have fallen.`,
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
  'correction.proposed': ({ entry, act, voids, by, reason }) => ({
    ja: `第${entry}件（${actText(act).ja}）の${voids ? '取消し' : '訂正'}を${by}さんが申し出ました。理由: ${reason}`,
    en: `${by} proposes to ${voids ? 'void' : 'correct'} entry ${entry} (${actText(act).en}). Reason: ${reason}`,
  }),
  'correction.decided': ({ entry, act, voids, approved, by, moved }) => {
    const what = voids ? '取消し' : '訂正';
    const dates = approved ? datesText(moved) : { ja: '', en: '' };
    return {
      ja: `第${entry}件（${actText(act).ja}）の${what}を${by}さんが${approved ? '承認' : '却下'}しました。${dates.ja}`,
      en: `${by} ${approved ? 'approved' : 'dismissed'} ${voids ? 'voiding' : 'correcting'} entry ${entry} (${actText(act).en}). ${dates.en}`.trimEnd(),
    };
  },
  'correction.withdrawn': ({ entry, act, by, reason }) => ({
    ja: `第${entry}件（${actText(act).ja}）の訂正の申出を${by}さんが取り下げました。理由: ${reason}`,
    en: `${by} withdrew the proposal to put entry ${entry} (${actText(act).en}) right. Reason: ${reason}`,
  }),
  'cancellation.proposed': ({ by, reason, waiting }, names) => {
    const { ja, en } = listed(waiting.map(names.system), { ja: 'なし', en: 'none' });
    return {
      ja: `移行の中止を${by}さんが申し出ました。理由: ${reason}。この移行の節目を待つシステム: ${ja}`,
      en: `${by} proposes to cancel the migration. Reason: ${reason}. Systems that wait for its milestones: ${en}`,
    };
  },
  'cancellation.dismissed': ({ by, reason }) => ({
    ja: `移行の中止の申出を${by}さんが却下しました。理由: ${reason}`,
    en: `${by} dismissed the proposal to cancel. Reason: ${reason}`,
  }),
  'cancellation.withdrawn': ({ by, reason }) => ({
    ja: `移行の中止の申出を${by}さんが取り下げました。理由: ${reason}`,
    en: `${by} withdrew the proposal to cancel. Reason: ${reason}`,
  }),
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
  'migration.held': ({ by, reason }) => ({
    ja: `${by}さんが移行を中断しました。中断中も期限は進みます。理由: ${reason}`,
    en: `${by} put the migration on hold; its deadlines run on. Reason: ${reason}`,
  }),
  'migration.resumed': ({ by, reason }) => ({
    ja: `${by}さんが移行を再開しました。理由: ${reason}`,
    en: `${by} resumed the migration. Reason: ${reason}`,
  }),
  'migration.cancelled': ({ by, reason, deadlines = [] }) => {
    const fallen = deadlines.length > 0 ? fallenText(deadlines) : { ja: '', en: '' };
    return {
      ja: `${by}さんが移行を中止しました。達成していない期限はなくなります。理由: ${reason}${fallen.ja ? `。${fallen.ja}` : ''}`,
      en: `${by} cancelled the migration: deadlines not met fall with it. Reason: ${reason}${fallen.en ? `. ${fallen.en}` : ''}`,
    };
  },
  'migration.retired': ({ as, reason, deadlines, heirs = [], falls = [] }, names) => {
    const fell = allFallenText(falls, names);
    const { ja, en } = listed(heirs.map(names.system));
    const goesOn: Text =
      heirs.length === 0
        ? { ja: '', en: '' }
        : { ja: `引き継ぐシステム: ${ja}。`, en: ` ${en} go on with it.` };
    return {
      ja: `計画の改定により、このシステムは${retirementText[as].ja}となり、移行は終わりました。${goesOn.ja}理由: ${reason}。${fallenText(deadlines).ja}${fell.ja}`,
      en: `By an amendment this system is ${retirementText[as].en}: its migration has ended.${goesOn.en} Reason: ${reason}. ${fallenText(deadlines).en}${fell.en}`,
    };
  },
  'migration.continued': ({ reason, from, phase, falls = [] }, names) => {
    const fell = allFallenText(falls, names);
    const { ja, en } = listed(from.map(names.system));
    return phase === undefined
      ? {
          ja: `${ja}の業務・ステップ・文書を引き継ぎました。理由: ${reason}。${fell.ja}`,
          en: `It goes on with the businesses, steps and documents of ${en}. Reason: ${reason}.${fell.en}`,
        }
      : {
          ja: `${ja}を引き継ぎ、「${phase.ja}」から始まりました。理由: ${reason}。${fell.ja}`,
          en: `It goes on with ${en} and begins in "${phase.en}". Reason: ${reason}.${fell.en}`,
        };
  },
  'programme.closed': ({ reason, deadlines }) => ({
    ja: `計画が終了しました。理由: ${reason}。${fallenText(deadlines).ja}`,
    en: `The programme is closed. Reason: ${reason}. ${fallenText(deadlines).en}`,
  }),
};

export function noticeText(notice: Notice, names: Names): Text {
  return saidUnder(sentences, notice.code, notice, names);
}
