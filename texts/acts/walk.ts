// How a migration walks: steps, plan, holds, its end, going live, and the milestones of others.
import { slipReasonText } from '../deadline/words.ts';
import { dayText } from '../names.ts';
import { type ActTexts, about, because } from './said.ts';

export const walkActs: ActTexts<
  | 'system.wentLive'
  | 'system.rolledBack'
  | 'steps.recorded'
  | 'plan.changed'
  | 'migration.held'
  | 'migration.resumed'
  | 'cancellation.proposed'
  | 'cancellation.approved'
  | 'cancellation.dismissed'
  | 'cancellation.withdrawn'
  | 'occurrence.told'
  | 'milestone.reached'
  | 'milestone.withdrawn'
  | 'milestone.forsaken'
  | 'milestone.waived'
> = {
  'system.wentLive': {
    label: { ja: '稼働の記録', en: 'record that the system went live' },
    said: ({ evidence: { title, documentNo } }) => ({
      ja: `稼働を記録（「${title}」${documentNo}）`,
      en: `went live ("${title}" ${documentNo})`,
    }),
  },
  'system.rolledBack': {
    label: { ja: '切戻しの記録', en: 'record a roll-back' },
    said: ({ reason }) => ({
      ja: `切戻しを記録${because(reason).ja}`,
      en: `rolled back${because(reason).en}`,
    }),
  },
  'steps.recorded': {
    label: { ja: '40ステップの進捗登録', en: 'record national steps' },
    said: ({ statuses, reason }) => {
      const steps = Object.keys(statuses);
      return {
        ja: `40ステップの進捗を登録（${steps.length}件: ${steps.join('、')}）${because(reason).ja}`,
        en: `national steps recorded (${steps.length}: ${steps.join(', ')})${because(reason).en}`,
      };
    },
  },
  'plan.changed': {
    label: { ja: '計画日程の変更', en: 'change the plan' },
    said: ({ phase, startOn, endOn, reason, cause }, names) => ({
      ja: `「${names.phase(phase).ja}」の計画を${dayText(startOn).ja}〜${dayText(endOn).ja}に変更${slipReasonText(reason, cause).ja}`,
      en: `plan of "${names.phase(phase).en}" changed to ${dayText(startOn).en} – ${dayText(endOn).en}${slipReasonText(reason, cause).en}`,
    }),
  },
  'migration.held': {
    label: { ja: '移行の中断', en: 'put on hold' },
    said: ({ reason }) => ({
      ja: `移行を中断${because(reason).ja}`,
      en: `put on hold${because(reason).en}`,
    }),
  },
  'migration.resumed': {
    label: { ja: '移行の再開', en: 'resume' },
    said: ({ reason }) => ({
      ja: `移行を再開${because(reason).ja}`,
      en: `resumed${because(reason).en}`,
    }),
  },
  'cancellation.proposed': {
    label: { ja: '移行の中止の申出', en: 'propose to cancel the migration' },
    said: ({ reason }) => ({
      ja: `移行の中止を申出${because(reason).ja}`,
      en: `proposed to cancel${because(reason).en}`,
    }),
  },
  'cancellation.approved': {
    label: { ja: '移行の中止の承認', en: 'approve cancelling the migration' },
    said: () => ({ ja: '移行の中止を承認', en: 'cancelling approved' }),
  },
  'cancellation.dismissed': {
    label: { ja: '移行の中止の却下', en: 'dismiss cancelling the migration' },
    said: ({ reason }) => ({
      ja: `移行の中止を却下${because(reason).ja}`,
      en: `cancelling dismissed${because(reason).en}`,
    }),
  },
  'cancellation.withdrawn': {
    label: { ja: '移行の中止の申出の取下げ', en: 'withdraw the proposal to cancel' },
    said: ({ reason }) => ({
      ja: `移行の中止の申出を取下げ${because(reason).ja}`,
      en: `proposal to cancel withdrawn${because(reason).en}`,
    }),
  },
  'occurrence.told': {
    label: { ja: '計画をめぐる出来事の知らせ', en: 'told of an occurrence' },
    said: ({ occurrence, on }) =>
      on === null
        ? { ja: `出来事「${occurrence}」はなかったと訂正`, en: `"${occurrence}" did not happen after all` }
        : {
            ja: `出来事「${occurrence}」が${dayText(on).ja}にあった`,
            en: `"${occurrence}" happened on ${dayText(on).en}`,
          },
  },
  'milestone.reached': {
    label: { ja: '他システムの節目の到達', en: "another system's milestone" },
    said: ({ system }, names) =>
      about(names.system(system), { ja: 'の節目に到達', en: 'reached its milestone' }),
  },
  'milestone.withdrawn': {
    label: { ja: '他システムの節目の取消し', en: "another system's milestone withdrawn" },
    said: ({ system }, names) =>
      about(names.system(system), { ja: 'の節目を取消し', en: 'withdrew its milestone' }),
  },
  'milestone.forsaken': {
    label: { ja: '他システムの節目が来ないこと', en: "another system's milestone will not come" },
    said: ({ system }, names) =>
      about(names.system(system), {
        ja: 'が中止され、その節目は来ない',
        en: 'was cancelled: its milestone will not come',
      }),
  },
  'milestone.waived': {
    label: { ja: '来ない節目を省く決定', en: 'go on without a milestone' },
    said: ({ system, reason }, names) => ({
      ja: `「${names.system(system).ja}」の節目なしで進めることを承認${because(reason).ja}`,
      en: `going on without the milestone of "${names.system(system).en}" approved${because(reason).en}`,
    }),
  },
};
