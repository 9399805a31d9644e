// The sentence of every refusal: which rule, what is missing, who can supply it. One closed table; a code without
// its sentence does not compile.

import type { Text } from '../machines/definition/definition.ts';
import type { ProgrammeRefusal, ProgrammeRefusalFacts } from '../machines/programme/refusal.ts';
import type { Refusal, RefusalFacts } from '../machines/record/refusal.ts';
import { actText } from './acts.ts';
import { dayText, fiscalYearText, listed, type Names, yenText } from './names.ts';
import { saidUnder } from './under-code.ts';
import { deadlineStatusText, factText, partText, stateText } from './word-texts.ts';

type AllFacts = RefusalFacts & Omit<ProgrammeRefusalFacts, keyof RefusalFacts>;
type Sentences = { [C in keyof AllFacts]: (facts: AllFacts[C], names: Names) => Text };

const posts = (ids: readonly string[], names: Names) =>
  listed(ids.map(names.post), { ja: '（権限を持つ職はありません）', en: '(no post may)' });

function kinds(known: RefusalFacts['evidence.unknownKind']['known']): Text {
  const named = known.map(({ kind, label }) => ({ ja: `${kind}：${label.ja}`, en: `${kind}: ${label.en}` }));
  const { ja, en } = listed(named, { ja: 'なし', en: 'none' });
  return { ja: `（${ja}）`, en: `(${en})` };
}

const sentences: Sentences = {
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
          ja: 'この移行で審査を依頼した方、関門の拠り所となる文書・選定・契約・ステップを登録した方は、その承認や差戻しを行えません。別の方が行ってください。',
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
  'gate.bodyComplete': ({ body }, names) => ({
    ja: `${names.post(body).ja}の承認は、必要な人数に達しています。`,
    en: `${names.post(body).en} already has the approvals it needs.`,
  }),
  'gate.earlierBodyPending': ({ body, pending }, names) => ({
    ja: `${names.post(body).ja}の承認の前に、${posts(pending, names).ja}の承認が必要です。`,
    en: `Before ${names.post(body).en}, ${posts(pending, names).en} must approve.`,
  }),
  'gate.restsOn': ({ gate, what }) => ({
    ja: `審査中の関門「${gate.ja}」が拠り所としているため、変更できません（${what}）。先に審査の依頼を引き上げるか、差し戻してください。`,
    en: `The gate "${gate.en}" under review rests on this (${what}). Withdraw or return the submission first.`,
  }),
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
  'condition.milestoneGone': ({ system, label }, names) => ({
    ja: `「${label.ja}」は、${names.system(system).ja}の移行が中止されたため来ません。節目なしで進める決定（milestone.waived）が必要です。`,
    en: `"${label.en}" cannot come: ${names.system(system).en} was cancelled. It takes a decision to go on without it.`,
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
    ja: `期限「${label.ja}」（${dayText(dueOn).ja}）を過ぎたため、関門は閉じています。延長できるのは${posts(who, names).ja}です。`,
    en: `The deadline "${label.en}" (${dayText(dueOn).en}) has passed and shuts the gate. ${posts(who, names).en} may extend it.`,
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
  'migration.onHold': ({ since }) => ({
    ja: `この移行は${since === '' ? '' : `${dayText(since).ja}から`}中断しています。先に再開してください。`,
    en: `This migration is on hold${since === '' ? '' : ` since ${dayText(since).en}`}. Resume it first.`,
  }),
  'migration.cancelled': ({ on }) => ({
    ja: `この移行は${on === '' ? '' : `${dayText(on).ja}に`}中止されました。`,
    en: `This migration was cancelled${on === '' ? '' : ` on ${dayText(on).en}`}.`,
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
  'plan.reversed': ({ startOn, endOn }) => ({
    ja: `開始（${dayText(startOn).ja}）が終了（${dayText(endOn).ja}）より後です。`,
    en: `The start (${dayText(startOn).en}) lies after the end (${dayText(endOn).en}).`,
  }),
  'budget.alreadyVoted': ({ fiscalYear, on }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}予算の議決は、${dayText(on).ja}付けで既に記録されています。`,
    en: `The budget of ${fiscalYearText(fiscalYear).en} is already recorded as voted on ${dayText(on).en}.`,
  }),
  'budget.farYear': ({ fiscalYear, occurredOn }) => ({
    ja: `${dayText(occurredOn).ja}に${fiscalYearText(fiscalYear).ja}の予算が議決されることはありません。年度を確かめてください。`,
    en: `A budget of ${fiscalYearText(fiscalYear).en} is not voted on ${dayText(occurredOn).en}. Look at the year.`,
  }),
  'contract.yearTwice': ({ fiscalYear }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}の金額が二つあります。一年度に一つにまとめてください。`,
    en: `${fiscalYearText(fiscalYear).en} has two amounts. Give one for each year.`,
  }),
  'contract.alreadyThere': ({ vendor, on }) => ({
    ja: `契約（${vendor}、${dayText(on).ja}）が既に記録されています。`,
    en: `A contract (${vendor}, ${dayText(on).en}) is already recorded.`,
  }),
  'contract.otherVendor': ({ vendor, selected }) => ({
    ja: `契約の相手方（${vendor}）が、選定された事業者（${selected}）と異なります。`,
    en: `The contract is with ${vendor}, but ${selected} was selected.`,
  }),
  'contract.beforeBudget': ({ occurredOn, votedOn }) => ({
    ja: `契約の日（${dayText(occurredOn).ja}）が、予算の議決（${dayText(votedOn).ja}）より前です。`,
    en: `The contract (${dayText(occurredOn).en}) lies before the budget was voted (${dayText(votedOn).en}).`,
  }),
  'selection.alreadyThere': ({ candidate, on }) => ({
    ja: `選定結果（${candidate}、${dayText(on).ja}）が既に記録されています。`,
    en: `A selection (${candidate}, ${dayText(on).en}) is already recorded.`,
  }),
  'selection.totalMismatch': ({ printed, exact }) => ({
    ja: `総得点（${printed}）が、技術点と価格点の和（${exact}）でも、その端数を丸めた値でもありません。`,
    en: `The total (${printed}) is neither the sum of the scores (${exact}) nor that sum rounded.`,
  }),
  'contract.sumMismatch': ({ totalYen, sumYen }) => ({
    ja: `総額（${yenText(totalYen).ja}）が各年度の合計（${yenText(sumYen).ja}）と合いません。`,
    en: `The total (${yenText(totalYen).en}) is not the sum of the years (${yenText(sumYen).en}).`,
  }),
  'selection.overMaximum': ({ part, score, maximum }) => ({
    ja: `${partText(part).ja}（${score}点）が配点（${maximum}点）を超えています。`,
    en: `The ${partText(part).en} (${score}) is more than its maximum (${maximum}).`,
  }),
  'limit.papers': ({ within, would, most }) => ({
    ja: `証拠文書は${within === 'phase' ? '一つの工程' : '一つの移行'}に${most}件までです（この操作で${would}件になります）。文書をまとめてください。`,
    en: `${within === 'phase' ? 'A phase' : 'A migration'} holds at most ${most} papers (this would make ${would}). Combine them.`,
  }),
  'limit.state': ({ would, most }) => ({
    ja: `記録の状態が上限（${most}文字）を超えます（この操作で${would}文字）。文書や文章を減らしてください。短い操作は受け付けます。`,
    en: `The state would be larger than ${most} characters (${would}). Send fewer papers or words; short acts are still taken.`,
  }),
  'limit.occurrences': ({ most }) => ({
    ja: `出来事は一つの団体に${most}件までです。`,
    en: `A programme holds at most ${most} occurrences.`,
  }),
  'import.closed': () => ({
    ja: '職員の操作が始まった後は、過去の工程を取り込めません。',
    en: 'A history can be imported only before anyone has acted.',
  }),
  'clock.real': () => ({
    ja: 'この団体は実際の時刻で動いています。時計を進められるのは演習だけです。',
    en: 'This programme runs on the real clock. Only a rehearsal can move it.',
  }),
  'clock.notForward': ({ to, now }) => ({
    ja: `時計は先にしか進められません（現在 ${now}、指定 ${to}）。`,
    en: `The clock only moves forward (now ${now}, asked for ${to}).`,
  }),
  'meetings.unknownBody': ({ body, known }, names) => ({
    ja: `「${body}」という会議体・職は、この計画にはありません（${listed(known.map(names.post)).ja}）。`,
    en: `This programme has no body "${body}" (${listed(known.map(names.post)).en}).`,
  }),
  'meetings.yearAhead': ({ fiscalYear, occurredOn }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}は、${dayText(occurredOn).ja}にはまだ始まっていません。`,
    en: `${fiscalYearText(fiscalYear).en} had not begun on ${dayText(occurredOn).en}.`,
  }),
  'signingKey.none': () => ({
    ja: '署名鍵がまだ登録されていないため、更新できません。',
    en: 'No signing key is pinned yet, so none can be replaced.',
  }),
  'signingKey.pinnedAlready': () => ({
    ja: '署名鍵は既に登録されています。変更は鍵の更新で行います。',
    en: 'A signing key is pinned already. It is changed by rotating it.',
  }),
  'signingKey.same': () => ({
    ja: 'その署名鍵は既に使われています。',
    en: 'That signing key is in force already.',
  }),
  'meetings.fewer': ({ count, known }) => ({
    ja: `開催回数（${count}回）が、既に記録された回数（${known}回）を超えていません。`,
    en: `The count (${count}) is not more than the ${known} already recorded.`,
  }),
};

type AnyRefusal = Refusal | ProgrammeRefusal;

/** A refusal with its sentences, for whoever asked. */
export function refusalView(refusal: AnyRefusal, names: Names) {
  const { code, facts } = refusal;
  return { code, facts: { ...facts }, message: saidUnder(sentences, code, facts, names) };
}
