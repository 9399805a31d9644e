// What each act is called: on a button, in a refusal, in a log. Exhaustive by type.
import type { Text } from '../machines/definition/definition.ts';
import type { Fact } from '../machines/migration/acts.ts';
import type { ProgrammeFact } from '../machines/programme/programme.ts';

type FactType = Fact['type'] | ProgrammeFact['type'];

const acts: Record<FactType, Text> = {
  'evidence.attached': { ja: '証拠文書の添付', en: 'attach evidence' },
  'phase.submitted': { ja: '審査の依頼', en: 'submit for review' },
  'submission.withdrawn': { ja: '審査依頼の引上げ', en: 'withdraw the submission' },
  'gate.approved': { ja: '承認', en: 'approve' },
  'gate.returned': { ja: '差戻し', en: 'return' },
  'goingBack.proposed': { ja: '前工程への手戻りの申出', en: 'propose going back' },
  'goingBack.approved': { ja: '手戻りの承認', en: 'approve going back' },
  'goingBack.dismissed': { ja: '手戻りの却下', en: 'dismiss going back' },
  'steps.recorded': { ja: '40ステップの進捗登録', en: 'record national steps' },
  'migration.held': { ja: '移行の中断', en: 'put on hold' },
  'migration.resumed': { ja: '移行の再開', en: 'resume' },
  'migration.cancelled': { ja: '移行の中止', en: 'cancel the migration' },
  'plan.changed': { ja: '計画日程の変更', en: 'change the plan' },
  'deadline.extended': { ja: '期限の延長', en: 'extend a deadline' },
  'budget.voted': { ja: '予算議決の登録', en: 'record the voted budget' },
  'selection.recorded': { ja: '選定結果の登録', en: 'record the selection' },
  'contract.recorded': { ja: '契約の登録', en: 'record the contract' },
  'regime.flagged': { ja: '特定移行支援の候補とする', en: 'flag for special transition' },
  'regime.applied': { ja: '特定移行支援の申出', en: 'apply for special transition' },
  'regime.designated': { ja: '特定移行支援の指定の登録', en: 'record the designation' },
  'regime.withdrawn': { ja: '特定移行支援の取下げ', en: 'withdraw the special transition' },
  'gate.imported': { ja: '過去の工程完了の取込み', en: 'import a passed gate' },
  'deadline.reached': { ja: '期限の到来', en: 'deadline reached' },
  'milestone.reached': { ja: '他システムの節目の到達', en: "another system's milestone" },
  'milestone.withdrawn': { ja: '他システムの節目の取消し', en: "another system's milestone withdrawn" },
  'occurrence.recorded': { ja: '出来事の登録', en: 'record an event' },
  'meetings.recorded': { ja: '会議開催回数の登録', en: 'record meetings' },
  'clock.moved': { ja: '演習時計を進める', en: 'move the clock' },
};

const isFactType = (type: string): type is FactType => Object.hasOwn(acts, type);

/** The label of an act; a type from elsewhere is shown as it is. */
export function actText(type: string): Text {
  return isFactType(type) ? acts[type] : { ja: type, en: type };
}
