// The sentence of every refusal: which rule, what is missing, who can supply it. One closed table; a code without
// its sentence does not compile.

import type { Text } from '../../machines/definition/definition.ts';
import type { ProgrammeRefusal } from '../../machines/programme/refusal.ts';
import type { Refusal, RefusalFacts } from '../../machines/record/refusal.ts';
import { actText } from '../acts/act-texts.ts';
import { amendmentSentences } from '../amending/amendment-texts.ts';
import { deputySentences } from '../deputy-texts.ts';
import { meetingSentences } from '../meetings/refusal-texts.ts';
import { dayText, listed, type Names } from '../names.ts';
import { rfpSentences } from '../rfp/refusal-texts.ts';
import { transferSentences } from '../sheets/transfer-texts.ts';
import { saidUnder } from '../under-code.ts';
import { vendorSentences } from '../vendor-texts.ts';
import { deadlineStatusText, factText, stateText } from '../word-texts.ts';
import { conformitySentences } from './conformity-texts.ts';
import { correctionSentences } from './correction-texts.ts';
import { deadlineSentences } from './deadline-texts.ts';
import { decisionSentences } from './decision-texts.ts';
import { endingSentences } from './ending-texts.ts';
import { legalSentences } from './legal-texts.ts';
import { powersSentences } from './powers-texts.ts';
import { procurementSentences } from './procurement-texts.ts';
import { programmeSentences } from './programme-texts.ts';
import type { RefusalSentences } from './refusal-sentences.ts';
import { seenSentences } from './seen-texts.ts';
import { termSentences } from './term-texts.ts';

const posts = (ids: readonly string[], names: Names) =>
  listed(ids.map(names.post), { ja: '（権限を持つ職はありません）', en: '(no post may)' });

function kinds(known: RefusalFacts['evidence.unknownKind']['known']): Text {
  const named = known.map(({ kind, label }) => ({ ja: `${kind}：${label.ja}`, en: `${kind}: ${label.en}` }));
  const { ja, en } = listed(named, { ja: 'なし', en: 'none' });
  return { ja: `（${ja}）`, en: `(${en})` };
}

const sentences: RefusalSentences = {
  ...endingSentences,
  ...correctionSentences,
  ...deadlineSentences,
  ...deputySentences,
  ...meetingSentences,
  ...seenSentences,
  ...termSentences,
  ...decisionSentences,
  ...transferSentences,
  ...powersSentences,
  ...procurementSentences,
  ...conformitySentences,
  ...legalSentences,
  ...rfpSentences,
  ...programmeSentences,
  ...amendmentSentences,
  ...vendorSentences,
  'event.notNow': ({ type, phase, state }, names) => ({
    ja: `「${actText(type).ja}」は、現在の状態（${names.phase(phase).ja}・${stateText(state).ja}）では行えません。`,
    en: `"${actText(type).en}" cannot be done now (${names.phase(phase).en}, ${stateText(state).en}).`,
  }),
  'version.stale': ({ seen, current }) => ({
    ja: `ご覧の画面（第${seen}版）の後に記録が加わりました（現在 第${current}版）。最新の内容を確認のうえ、やり直してください。`,
    en: `Something was recorded after what you saw (version ${seen}; now ${current}). Look again, then repeat.`,
  }),
  'version.ahead': ({ seen, current }) => ({
    ja: `第${seen}版はまだありません（現在 第${current}版）。最新の内容を確認のうえ、やり直してください。`,
    en: `There is no version ${seen} yet (now ${current}). Look again, then repeat.`,
  }),
  'request.repeated': ({ requestId }) => ({
    ja: `この依頼（${requestId}）は既に記録されています。`,
    en: `This request (${requestId}) is already recorded.`,
  }),
  'machine.failed': ({ type }) => ({
    ja: `「${actText(type).ja}」は、システムの誤りのため判断できませんでした。記録されていません。管理者に知らせてください。`,
    en: `"${actText(type).en}" could not be decided because of a fault of the system. Nothing was recorded. Tell the administrator.`,
  }),
  'actor.wrongPost': ({ type, post, who }, names) =>
    who.length === 0
      ? {
          ja: `「${actText(type).ja}」を行える職はありません。`,
          en: `No post may do "${actText(type).en}".`,
        }
      : {
          ja: `「${actText(type).ja}」は${posts(who, names).ja}が行います。${names.post(post).ja}としては行えません。`,
          en: `"${actText(type).en}" is for ${posts(who, names).en}, not for ${names.post(post).en}.`,
        },
  'actor.notPermitted': ({ type, kind }, names) => ({
    ja: `「${actText(type).ja}」は、${kind === 'person' ? '人の操作' : names.post(kind).ja}としては受け付けられません。`,
    en: `"${actText(type).en}" is not accepted from ${kind === 'person' ? 'a person' : names.post(kind).en}.`,
  }),
  'date.future': ({ occurredOn, today }) => ({
    ja: `日付（${dayText(occurredOn).ja}）が本日（${dayText(today).ja}）より後です。起きた日を入力してください。`,
    en: `The date (${dayText(occurredOn).en}) lies after today (${dayText(today).en}). Give the day it happened.`,
  }),
  'date.beforeBegin': ({ occurredOn, begunOn }) => ({
    ja: `日付（${dayText(occurredOn).ja}）が、この移行の工程の始まり（${dayText(begunOn).ja}）より前です。`,
    en: `The date (${dayText(occurredOn).en}) lies before this migration's path began (${dayText(begunOn).en}).`,
  }),
  'date.beforePrevious': ({ occurredOn, previous }) => ({
    ja: `日付（${dayText(occurredOn).ja}）が、直前の工程の動き（${dayText(previous).ja}）より前です。`,
    en: `The date (${dayText(occurredOn).en}) lies before the previous move (${dayText(previous).en}).`,
  }),
  'date.beforeCause': ({ occurredOn, cause, on }) => ({
    ja: `日付（${dayText(occurredOn).ja}）が、先に起きたはずの「${actText(cause).ja}」（${dayText(on).ja}）より前です。`,
    en: `The date (${dayText(occurredOn).en}) lies before the act that it follows, "${actText(cause).en}" (${dayText(on).en}).`,
  }),
  'date.whileHeld': ({ occurredOn, from, until }) => ({
    ja: `日付（${dayText(occurredOn).ja}）には、この移行は保留中でした（${dayText(from).ja}〜${dayText(until).ja}）。その間に工程は動きません。`,
    en: `The migration was on hold on that date (${dayText(occurredOn).en}): from ${dayText(from).en} to ${dayText(until).en}. The path does not move meanwhile.`,
  }),
  'phase.notCurrent': ({ phase, current }, names) => ({
    ja: `対象は「${names.phase(phase).ja}」ですが、現在は「${names.phase(current).ja}」です。`,
    en: `This is about "${names.phase(phase).en}", but the current one is "${names.phase(current).en}".`,
  }),
  'phase.unknown': ({ phase }) => ({
    ja: `「${phase}」という工程は、この移行にはありません。`,
    en: `This migration has no phase "${phase}".`,
  }),
  'phase.notEarlier': ({ phase, current }, names) => ({
    ja: `手戻り先には、現在（${names.phase(current).ja}）より前の工程を選んでください（「${names.phase(phase).ja}」は前の工程ではありません）。`,
    en: `Going back needs a phase before "${names.phase(current).en}"; "${names.phase(phase).en}" is not.`,
  }),
  'gate.samePerson': ({ role }) =>
    role === 'submitter'
      ? {
          ja: 'この移行で審査を依頼した方、関門の拠り所となる文書・予算・選定・契約・稼働・ステップを登録した方は、その承認や差戻しを行えません。別の方が行ってください。',
          en: 'Whoever submitted, or recorded what a gate of this migration rests on, may not decide on it. Another person must.',
        }
      : {
          ja: '申し出た方は、それを承認できません。別の方が行ってください。',
          en: 'Whoever proposed it may not approve it. Another person must.',
        },
  'gate.alreadyApproved': ({ body }, names) => ({
    ja: `${names.post(body).ja}として既に承認しています。同じ方の承認は一度だけ数えます。`,
    en: `You have already approved as ${names.post(body).en}; a person counts once.`,
  }),
  'gate.ownApproval': ({ body }, names) => ({
    ja: `「${names.post(body).ja}」としてこの審査で承認した人は、審査が終わるまで、関門の根拠になるものを登録できません。`,
    en: `You approved in this review as "${names.post(body).en}": until it is over, you record nothing that a gate rests on.`,
  }),
  'gate.bodyComplete': ({ body }, names) => ({
    ja: `${names.post(body).ja}の承認は、必要な人数に達しています。`,
    en: `${names.post(body).en} already has the approvals it needs.`,
  }),
  'gate.earlierBodyPending': ({ body, pending }, names) => ({
    ja: `${names.post(body).ja}の承認の前に、${posts(pending, names).ja}の承認が必要です。`,
    en: `Before ${names.post(body).en}, ${posts(pending, names).en} must approve.`,
  }),
  'gate.restsOn': ({ gate, what }) => {
    const { ja, en } = listed(what.map(factText));
    return {
      ja: `審査中の関門「${gate.ja}」が拠り所としているため、変更できません（${ja}）。先に審査の依頼を引き上げるか、差し戻してください（手戻りの申出があるときは、その決定の後に）。`,
      en: `The gate "${gate.en}" under review rests on this (${en}). Withdraw or return the submission first (after the decision, where going back is proposed).`,
    };
  },
  'proposal.notOwn': ({ by }) => ({
    ja: `取り下げられるのは、申し出た${by}さんだけです。`,
    en: `Only ${by}, who proposed it, may take it back.`,
  }),
  'cancellation.notProposed': () => ({
    ja: '中止の申出がありません。先に申し出てください。',
    en: 'Nobody has proposed to cancel. Propose it first.',
  }),
  'cancellation.alreadyProposed': ({ by }) => ({
    ja: `中止は${by}さんが既に申し出ています。`,
    en: `${by} has already proposed to cancel.`,
  }),
  'evidence.future': ({ title, decidedOn, today }) => ({
    ja: `文書「${title}」の決裁日（${dayText(decidedOn).ja}）が本日（${dayText(today).ja}）より後です。`,
    en: `The document "${title}" is decided on ${dayText(decidedOn).en}, after today (${dayText(today).en}).`,
  }),
  'evidence.afterAct': ({ title, decidedOn, occurredOn }) => ({
    ja: `文書「${title}」の決裁日（${dayText(decidedOn).ja}）が、それを示す操作の日（${dayText(occurredOn).ja}）より後です。`,
    en: `The document "${title}" is decided on ${dayText(decidedOn).en}, after the day of the act that shows it (${dayText(occurredOn).en}).`,
  }),
  'evidence.unknownKind': ({ kind, known }) => ({
    ja: `この工程の関門が求める文書${kinds(known).ja}に、種類「${kind}」はありません。そのほかの文書の種類は other です。`,
    en: `Among the documents that the gate of this phase asks for ${kinds(known).en} none is of the kind "${kind}". Any other document is of the kind "other".`,
  }),
  'condition.evidenceMissing': ({ label, who }, names) => ({
    ja: `証拠文書「${label.ja}」がありません。${posts(who, names).ja}が添付してください。`,
    en: `The document "${label.en}" is missing. ${posts(who, names).en} can attach it.`,
  }),
  'condition.milestoneMissing': ({ system, label, who }, names) => ({
    ja: `「${label.ja}」がまだ済んでいません（${names.system(system).ja}、担当: ${posts(who, names).ja}）。`,
    en: `"${label.en}" is not reached yet (${names.system(system).en}; it is with ${posts(who, names).en}).`,
  }),
  'condition.milestoneGone': ({ system, label, who }, names) => ({
    ja: `「${label.ja}」は、${names.system(system).ja}の移行が中止されたため来ません。${posts(who, names).ja}による「${actText('milestone.waived').ja}」が必要です。`,
    en: `"${label.en}" cannot come: ${names.system(system).en} was cancelled. ${posts(who, names).en} can decide to go on without it.`,
  }),
  'condition.stepsOpen': ({ steps, label, who }, names) => ({
    ja: `「${label.ja}」が済んでいません（ステップ ${steps.join('、')}）。${posts(who, names).ja}が登録してください。`,
    en: `"${label.en}" is open (steps ${steps.join(', ')}). ${posts(who, names).en} can record them.`,
  }),
  'condition.factMissing': ({ fact, label, who }, names) => ({
    ja: `「${label.ja}」（${factText(fact).ja}）がまだ登録されていません。${posts(who, names).ja}が登録してください。`,
    en: `"${label.en}" (${factText(fact).en}) is not recorded yet. ${posts(who, names).en} can record it.`,
  }),
  'deadline.passed': ({ label, dueOn, who }, names) => ({
    ja: `期限「${label.ja}」（${dayText(dueOn).ja}）を過ぎたため、関門は閉じています。${who.length === 0 ? '延長できる職はありません。' : `延長できるのは${posts(who, names).ja}です。`}`,
    en: `The deadline "${label.en}" (${dayText(dueOn).en}) has passed and shuts the gate. ${who.length === 0 ? 'No post may extend it.' : `${posts(who, names).en} may extend it.`}`,
  }),
  'deadline.unknown': ({ deadline }) => ({
    ja: `「${deadline}」という期限は、この移行にはありません。`,
    en: `This migration has no deadline "${deadline}".`,
  }),
  'deadline.notPending': ({ deadline, status }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」は${deadlineStatusText(status).ja}のため、変更できません。`,
    en: `The deadline "${names.deadline(deadline).en}" is ${deadlineStatusText(status).en} and cannot change.`,
  }),
  'deadline.notLater': ({ deadline, dueOn, current }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」の新しい日（${dayText(dueOn).ja}）は、現在の日（${dayText(current).ja}）より後にしてください。`,
    en: `The new day of "${names.deadline(deadline).en}" (${dayText(dueOn).en}) must lie after ${dayText(current).en}.`,
  }),
  'deadline.extendedPast': ({ deadline, dueOn, today }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」の新しい日（${dayText(dueOn).ja}）は、もう過ぎています。本日（${dayText(today).ja}）以後の日にしてください。`,
    en: `The new day of "${names.deadline(deadline).en}" (${dayText(dueOn).en}) is over already: give today (${dayText(today).en}) or a later day.`,
  }),
  'deadline.notExtendable': ({ deadline }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」は、誰も延長できません。`,
    en: `Nobody may extend the deadline "${names.deadline(deadline).en}".`,
  }),
  'deadline.alreadyFired': ({ deadline, point }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」のこの時点（${point}）は、既に通知済みです。`,
    en: `This point (${point}) of the deadline "${names.deadline(deadline).en}" has already fired.`,
  }),
  'deadline.notDue': ({ deadline, point }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」のこの時点（${point}）は、まだ到来していません。`,
    en: `This point (${point}) of the deadline "${names.deadline(deadline).en}" has not come.`,
  }),
  'milestone.notAwaited': ({ system }, names) => ({
    ja: `この移行は「${names.system(system).ja}」の節目を待っていません。`,
    en: `This migration does not wait for ${names.system(system).en}.`,
  }),
  'milestone.notKnown': ({ system }, names) => ({
    ja: `「${names.system(system).ja}」の節目は、まだ記録されていません。`,
    en: `The milestone of ${names.system(system).en} is not recorded here.`,
  }),
  'milestone.notForsaken': ({ system }, names) => ({
    ja: `「${names.system(system).ja}」の節目は、まだ来ることがあります。中止された移行の節目だけを省けます。`,
    en: `The milestone of ${names.system(system).en} may still come. Only those of a cancelled migration can be done without.`,
  }),
  'milestone.alreadyKnown': ({ system }, names) => ({
    ja: `「${names.system(system).ja}」の節目は、既に記録されています。`,
    en: `The milestone of ${names.system(system).en} is already recorded.`,
  }),
  'steps.unknown': ({ steps, known }) => ({
    ja: `「${steps.join('、')}」という国のステップはありません（${known.join('、')}）。`,
    en: `There is no national step ${steps.join(', ')} (${known.join(', ')}).`,
  }),
  'steps.goLive': ({ step }) => ({
    ja: `${step}（運用開始）は、稼働または切戻しの記録に従います。ステップとしては登録できません。`,
    en: `${step} (in operation) follows from recording that the system went live or was rolled back.`,
  }),
  'live.never': () => ({
    ja: 'この工程には稼働がありません。',
    en: 'This path has no going live.',
  }),
  'live.already': ({ on }) => ({
    ja: `${dayText(on).ja}に稼働したと既に記録されています。`,
    en: `It is already recorded as live since ${dayText(on).en}.`,
  }),
  'live.notYet': () => ({
    ja: '稼働が記録されていません。',
    en: 'It is not recorded as live.',
  }),
  'live.tooEarly': ({ phase, current }, names) => ({
    ja: `稼働は「${names.phase(phase).ja}」から記録できます（現在「${names.phase(current).ja}」）。`,
    en: `Going live can be recorded from "${names.phase(phase).en}" on (now "${names.phase(current).en}").`,
  }),
  'steps.unknownBusiness': ({ business, known }) => ({
    ja: `「${business}」は、このシステムの業務ではありません（${known.join('、')}）。`,
    en: `"${business}" is no business of this system (${known.join(', ')}).`,
  }),
  'steps.reasonMissing': ({ steps }) => ({
    ja: `対象外とするステップ（${steps.join('、')}）には、理由が必要です。`,
    en: `Steps that do not apply (${steps.join(', ')}) need a reason.`,
  }),
  'steps.empty': () => ({
    ja: '登録するステップを一つ以上選んでください。',
    en: 'Choose at least one step to record.',
  }),
  'steps.none': () => ({
    ja: 'この移行の工程には、国の40ステップがありません。',
    en: 'The path of this migration has no national steps.',
  }),
  'plan.reversed': ({ startOn, endOn }) => ({
    ja: `開始（${dayText(startOn).ja}）が終了（${dayText(endOn).ja}）より後です。`,
    en: `The start (${dayText(startOn).en}) lies after the end (${dayText(endOn).en}).`,
  }),
  'limit.papers': ({ within, would, most }) => ({
    ja: `証拠文書は${within === 'phase' ? '一つの工程' : '一つの移行'}に${most}件までです（この操作で${would}件になります）。文書をまとめてください。`,
    en: `${within === 'phase' ? 'A phase' : 'A migration'} holds at most ${most} papers (this would make ${would}). Combine them.`,
  }),
  'limit.state': ({ would, most }) => ({
    ja: `記録の状態が上限（${most}文字）を超えます（この操作で${would}文字）。文書や文章を減らしてください。短い操作は受け付けます。`,
    en: `The state would be larger than ${most} characters (${would}). Send fewer papers or words; short acts are still taken.`,
  }),
  'import.closed': () => ({
    ja: '職員の操作が始まった後は、過去の工程を取り込めません。',
    en: 'A history can be imported only before anyone has acted.',
  }),
};

type AnyRefusal = Refusal | ProgrammeRefusal;

/** A refusal with its sentences, for whoever asked. */
export function refusalView(refusal: AnyRefusal, names: Names) {
  const { code, facts } = refusal;
  return { code, facts: { ...facts }, message: saidUnder(sentences, code, facts, names) };
}
