// What each act is called, on a button, in a refusal, in a log; and what its entry says happened, in one sentence. One
// closed table: an act without its words does not compile.

import type { Text } from '../machines/definition/definition.ts';
import type { Fact } from '../machines/migration/acts.ts';
import { fact as migrationFact } from '../machines/migration/event.ts';
import type { ProgrammeFact } from '../machines/programme/acts.ts';
import { programmeFact } from '../machines/programme/event.ts';
import type { AccountChange } from '../machines/programme/people/acts.ts';
import { dayOf, timeOf } from '../machines/values/date.ts';
import { amendmentActs } from './amendment-texts.ts';
import { deadlineActTexts } from './deadline/act-texts.ts';
import { slipReasonText } from './deadline/words.ts';
import { deputyActTexts } from './deputy-texts.ts';
import { dayText, fiscalYearText, type Names, yenText } from './names.ts';
import { transferActTexts } from './sheets/transfer-texts.ts';

type AnyFact = Fact | ProgrammeFact;
type Said<F> = { label: Text; said: (fact: F, names: Names) => Text };
type Sentences = { [T in AnyFact['type']]: Said<Extract<AnyFact, { type: T }>> };

const because = (reason: string | undefined): Text =>
  reason ? { ja: `（理由: ${reason}）`, en: ` (reason: ${reason})` } : { ja: '', en: '' };

const about = (label: Text, did: Text, reason?: string): Text => ({
  ja: `「${label.ja}」${did.ja}${because(reason).ja}`,
  en: `"${label.en}" ${did.en}${because(reason).en}`,
});

/** One of several voices says no more than that it was given. */
const goingBack = (to: Text, did: Text, reason?: string): Text => ({
  ja: `「${to.ja}」への手戻り${did.ja}${because(reason).ja}`,
  en: `going back to "${to.en}" ${did.en}${because(reason).en}`,
});

const accountChange: Record<AccountChange, Text> = {
  made: { ja: '作成', en: 'made' },
  renamed: { ja: '氏名の変更', en: 'given another name' },
  disabled: { ja: '停止', en: 'disabled' },
  enabled: { ja: '再開', en: 'enabled' },
  passwordReset: { ja: 'パスワード再発行', en: 'given a new password' },
  subjectTied: { ja: '認証基盤との結び付け', en: 'tied to a person of the identity provider' },
  subjectUntied: { ja: '認証基盤との結び付けの解除', en: 'untied from the identity provider' },
  secondFactorReset: { ja: '二段階認証の再設定', en: 'its second factor reset' },
};

const scope = (system: string | null, names: Names): Text =>
  system === null ? { ja: '全システム', en: 'every system' } : names.system(system);

const acts: Sentences = {
  'evidence.attached': {
    label: { ja: '証拠文書の添付', en: 'attach evidence' },
    said: ({ evidence: { title, documentNo } }) => ({
      ja: `証拠文書「${title}」（${documentNo}）を添付`,
      en: `evidence "${title}" (${documentNo}) attached`,
    }),
  },
  'phase.submitted': {
    label: { ja: '審査の依頼', en: 'submit for review' },
    said: ({ phase }, names) => about(names.phase(phase), { ja: 'の審査を依頼', en: 'submitted for review' }),
  },
  'submission.withdrawn': {
    label: { ja: '審査依頼の引上げ', en: 'withdraw the submission' },
    said: ({ phase, reason }, names) =>
      about(names.phase(phase), { ja: 'の審査依頼を引上げ', en: 'withdrawn from review' }, reason),
  },
  'gate.approved': {
    label: { ja: '承認', en: 'approve' },
    said: ({ phase }, names) => about(names.phase(phase), { ja: 'を承認', en: 'approved' }),
  },
  'gate.returned': {
    label: { ja: '差戻し', en: 'return' },
    said: ({ phase, reason }, names) => about(names.phase(phase), { ja: 'を差戻し', en: 'returned' }, reason),
  },
  'goingBack.proposed': {
    label: { ja: '前工程への手戻りの申出', en: 'propose going back' },
    said: ({ to, reason }, names) => goingBack(names.phase(to), { ja: 'を申出', en: 'proposed' }, reason),
  },
  'goingBack.approved': {
    label: { ja: '手戻りの承認', en: 'approve going back' },
    said: ({ to }, names) => goingBack(names.phase(to), { ja: 'を承認', en: 'approved' }),
  },
  'goingBack.dismissed': {
    label: { ja: '手戻りの却下', en: 'dismiss going back' },
    said: ({ to, reason }, names) => goingBack(names.phase(to), { ja: 'を却下', en: 'dismissed' }, reason),
  },
  'goingBack.withdrawn': {
    label: { ja: '手戻りの申出の取下げ', en: 'withdraw the proposal to go back' },
    said: ({ to, reason }, names) =>
      goingBack(names.phase(to), { ja: 'の申出を取下げ', en: 'no longer proposed' }, reason),
  },
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
  'plan.changed': {
    label: { ja: '計画日程の変更', en: 'change the plan' },
    said: ({ phase, startOn, endOn, reason, cause }, names) => ({
      ja: `「${names.phase(phase).ja}」の計画を${dayText(startOn).ja}〜${dayText(endOn).ja}に変更${slipReasonText(reason, cause).ja}`,
      en: `plan of "${names.phase(phase).en}" changed to ${dayText(startOn).en} – ${dayText(endOn).en}${slipReasonText(reason, cause).en}`,
    }),
  },
  'budget.voted': {
    label: { ja: '予算議決の登録', en: 'record the voted budget' },
    said: ({ fiscalYear }) => ({
      ja: `${fiscalYearText(fiscalYear).ja}予算の議決を登録`,
      en: `budget of ${fiscalYearText(fiscalYear).en} voted`,
    }),
  },
  'selection.recorded': {
    label: { ja: '選定結果の登録', en: 'record the selection' },
    said: ({ candidate, technical, price }) => ({
      ja: `選定結果を登録（${candidate}、技術点 ${technical}、価格点 ${price}）`,
      en: `selection recorded (${candidate}, technical ${technical}, price ${price})`,
    }),
  },
  'contract.recorded': {
    label: { ja: '契約の登録', en: 'record the contract' },
    said: ({ vendor, totalYen }) => ({
      ja: `契約を登録（${vendor}、総額 ${yenText(totalYen).ja}）`,
      en: `contract recorded (${vendor}, total ${yenText(totalYen).en})`,
    }),
  },
  'regime.flagged': {
    label: { ja: '特定移行支援の候補とする', en: 'flag for special transition' },
    said: ({ scope }) => ({
      ja: `特定移行支援の候補とする${scope ? `（${scope}）` : ''}`,
      en: `flagged for special transition${scope ? ` (${scope})` : ''}`,
    }),
  },
  'regime.applied': {
    label: { ja: '特定移行支援の申出', en: 'apply for special transition' },
    said: ({ reasonTypes }) => ({
      ja: `特定移行支援を申出（事由${reasonTypes.join('・')}）`,
      en: `special transition applied for (reason types ${reasonTypes.join(', ')})`,
    }),
  },
  'regime.designated': {
    label: { ja: '特定移行支援の指定の登録', en: 'record the designation' },
    said: ({ completionOn }) => ({
      ja: `特定移行支援システムに指定（完了予定: ${completionOn ? dayText(completionOn).ja : '未定'}）`,
      en: `special transition designated (completion: ${completionOn ? dayText(completionOn).en : 'not set'})`,
    }),
  },
  'regime.withdrawn': {
    label: { ja: '特定移行支援の取下げ', en: 'withdraw the special transition' },
    said: ({ reason }) => ({
      ja: `特定移行支援を取下げ${because(reason).ja}`,
      en: `special transition withdrawn${because(reason).en}`,
    }),
  },
  'correction.proposed': {
    label: { ja: '記録の訂正・取消しの申出', en: 'propose to correct or void an entry' },
    said: ({ entry, was, should, reason }, names) => {
      const [old, right] = [entryText(was.fact, names), should && entryText(should.fact, names)];
      const moved = should && should.occurredOn !== was.occurredOn;
      const by = should && should.actor.account !== was.actor.account;
      const [from, to] = [dayText(was.occurredOn), dayText(should?.occurredOn ?? was.occurredOn)];
      const ja = right
        ? `訂正を申出: 正しくは「${right.ja}」${moved ? `、${from.ja}でなく${to.ja}` : ''}${by ? `、${was.actor.name}さんでなく${should.actor.name}さん` : ''}`
        : '取消しを申出';
      const en = right
        ? `proposed to correct: it should say "${right.en}"${moved ? `, on ${to.en} and not ${from.en}` : ''}${by ? `, by ${should.actor.name} and not ${was.actor.name}` : ''}`
        : 'proposed to void';
      return {
        ja: `第${entry}件「${old.ja}」の${ja}${because(reason).ja}`,
        en: `entry ${entry} "${old.en}" ${en}${because(reason).en}`,
      };
    },
  },
  'correction.approved': {
    label: { ja: '記録の訂正・取消しの承認', en: 'approve correcting or voiding an entry' },
    said: ({ entry }) => ({
      ja: `第${entry}件の訂正（取消し）を承認`,
      en: `correcting (voiding) entry ${entry} approved`,
    }),
  },
  'correction.dismissed': {
    label: { ja: '記録の訂正・取消しの却下', en: 'dismiss correcting or voiding an entry' },
    said: ({ entry, reason }) => ({
      ja: `第${entry}件の訂正（取消し）を却下${because(reason).ja}`,
      en: `correcting (voiding) entry ${entry} dismissed${because(reason).en}`,
    }),
  },
  'correction.withdrawn': {
    label: {
      ja: '記録の訂正・取消しの申出の取下げ',
      en: 'withdraw the proposal to correct or void an entry',
    },
    said: ({ entry, reason }) => ({
      ja: `第${entry}件の訂正（取消し）の申出を取下げ${because(reason).ja}`,
      en: `proposal to correct (void) entry ${entry} withdrawn${because(reason).en}`,
    }),
  },
  'decision.seen': {
    label: { ja: '代決の後閲', en: 'look afterwards at what a deputy decided' },
    said: ({ entry, of, note }) => ({
      ja: `第${entry}件（${of.account}が代決した「${actText(of.act).ja}」）を後閲${note ? `（${note}）` : ''}`,
      en: `entry ${entry} ("${actText(of.act).en}", decided by ${of.account} as deputy) seen afterwards${note ? ` (${note})` : ''}`,
    }),
  },
  'gate.imported': {
    label: { ja: '過去の工程完了の取込み', en: 'import a passed gate' },
    said: ({ phase, source }, names) => ({
      ja: `「${names.phase(phase).ja}」の完了を取込み（出典: ${source}）`,
      en: `"${names.phase(phase).en}" imported as passed (source: ${source})`,
    }),
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
  'occurrence.recorded': {
    label: { ja: '出来事の登録', en: 'record an event' },
    said: ({ title }) => title,
  },
  'meetings.recorded': {
    label: { ja: '会議開催回数の登録', en: 'record meetings' },
    said: ({ body, fiscalYear, count }, names) => ({
      ja: `${names.post(body).ja}: ${fiscalYearText(fiscalYear).ja}に${count}回開催`,
      en: `${names.post(body).en}: ${count} meetings in ${fiscalYearText(fiscalYear).en}`,
    }),
  },
  'account.changed': {
    label: { ja: 'アカウントの管理', en: 'manage an account' },
    said: ({ account, name, change }) => ({
      ja: `${name}さん（${account}）のアカウントを${accountChange[change].ja}`,
      en: `account ${account} (${name}) ${accountChange[change].en}`,
    }),
  },
  'post.given': {
    label: { ja: '職の付与', en: 'give a post' },
    said: ({ account, name, post, system, overAll, fromOn, untilOn }, names) => ({
      ja: `${name}さん（${account}）に${names.post(post).ja}の職を付与（${overAll ? '全団体' : scope(system, names).ja}、${dayText(fromOn).ja}〜${dayText(untilOn).ja}）`,
      en: `${name} (${account}) given the post ${names.post(post).en} (${overAll ? 'every programme' : scope(system, names).en}, ${dayText(fromOn).en} – ${dayText(untilOn).en})`,
    }),
  },
  'post.ended': {
    label: { ja: '職の解除', en: 'relieve of a post' },
    said: ({ account, name, post, system, fromOn, lastOn }, names) => ({
      ja: `${name}さん（${account}）の${names.post(post).ja}の職を解除（${scope(system, names).ja}、${dayText(fromOn).ja}からの分${lastOn ? `、${dayText(lastOn).ja}まで` : ''}）`,
      en: `${name} (${account}) relieved of the post ${names.post(post).en} (${scope(system, names).en}, held from ${dayText(fromOn).en}${lastOn ? ` until ${dayText(lastOn).en}` : ''})`,
    }),
  },
  'powers.begun': {
    label: { ja: '初めの職の登録', en: 'begin the powers' },
    said: ({ people, grants }) => ({
      ja: `初めの人${people.length}人と職の付与${grants.length}件を登録`,
      en: `the first ${people.length} people and ${grants.length} grants are recorded`,
    }),
  },
  'powers.carriedOver': {
    label: { ja: '職の引継ぎ', en: 'carry the powers over' },
    said: ({ people, grants }) => ({
      ja: `記録にないまま表に置かれていた人${people.length}人と職の付与${grants.length}件を、記録に引き継ぐ`,
      en: `${people.length} people and ${grants.length} grants that stood in tables alone are carried over into the record`,
    }),
  },
  ...deadlineActTexts,
  ...deputyActTexts,
  ...transferActTexts,
  ...amendmentActs,
  'clock.moved': {
    label: { ja: '演習時計を進める', en: 'move the clock' },
    said: ({ to }) => ({
      ja: `演習時計を${dayText(dayOf(to)).ja} ${timeOf(to)} に進める`,
      en: `rehearsal clock moved to ${dayText(dayOf(to)).en}, ${timeOf(to)}`,
    }),
  },
  'signingKey.pinned': {
    label: { ja: '署名鍵の登録', en: 'pin the signing key' },
    said: ({ publicKey }) => ({
      ja: `この団体の記録に署名する鍵を登録（公開鍵 ${publicKey}）`,
      en: `the key that signs for this programme is pinned (public key ${publicKey})`,
    }),
  },
  'signingKey.rotated': {
    label: { ja: '署名鍵の更新', en: 'rotate the signing key' },
    said: ({ publicKey }) => ({
      ja: `署名する鍵を更新（新しい公開鍵 ${publicKey}）`,
      en: `the signing key is replaced (new public key ${publicKey})`,
    }),
  },
  'signingKey.handedOver': {
    label: { ja: '別の設置への引渡し', en: 'hand over to another installation' },
    said: ({ publicKey }) => ({
      ja: `別の設置に引き渡す。以後はその鍵だけが署名する（公開鍵 ${publicKey}）`,
      en: `handed over to another installation, whose key alone signs from here on (public key ${publicKey})`,
    }),
  },
  'programme.takenUp': {
    label: { ja: '引継ぎ', en: 'take up' },
    said: () => ({
      ja: '引き渡された計画を、この設置で引き継ぐ',
      en: 'the programme that was handed over is taken up by this installation',
    }),
  },
  'signingKey.broken': {
    label: { ja: '署名鍵の断絶', en: 'break of the signing key' },
    said: ({ publicKey, reason }) => ({
      ja: `前の鍵の引渡しなしに、別の鍵で続ける（${reason}、公開鍵 ${publicKey}）`,
      en: `goes on with another key, to which the one before has not handed over (${reason}; public key ${publicKey})`,
    }),
  },
};

const isFactType = (type: string): type is AnyFact['type'] => Object.hasOwn(acts, type);

/** The label of an act; a type from elsewhere is shown as it is. */
export function actText(type: string): Text {
  return isFactType(type) ? acts[type].label : { ja: type, en: type };
}

/** What happened, in one sentence. A fact of a kind this release does not know is named by its type. */
export function entryText(given: { type: string }, names: Names): Text {
  const read = migrationFact.or(programmeFact).safeParse(given);
  if (!read.success) return actText(given.type);
  // TypeScript cannot see that a fact and its sentence belong together once both are unions.
  const { said } = acts[read.data.type] as Said<AnyFact>;
  const sentence = said(read.data, names);
  return 'note' in read.data && read.data.note ? withNote(sentence, read.data.note) : sentence;
}

const withNote = ({ ja, en }: Text, note: string): Text => ({
  ja: `${ja}（備考: ${note}）`,
  en: `${en} (note: ${note})`,
});
