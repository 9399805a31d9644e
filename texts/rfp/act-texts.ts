// What the acts of a procurement are called, and what their entries say happened.
import type { Text } from '../../machines/definition/definition.ts';
import type { rfpActs } from '../../machines/migration/rfp/acts.ts';
import { type ActTexts, because } from '../acts/said.ts';
import { resolvedText } from '../meetings/act-texts.ts';
import { exactInstantText, formText, instantText, stageText, tieRuleText } from './words.ts';

/** By its id: whoever reads an entry alone knows no terms. */
const inRound = (round: string | undefined): Text =>
  round === undefined ? { ja: '', en: '' } : { ja: `審査「${round}」の`, en: `round "${round}": ` };

export const rfpActTexts: ActTexts<keyof typeof rfpActs> = {
  'rfp.opened': {
    label: { ja: '調達手続の開始', en: 'open a procurement' },
    said: ({ terms: { form, title } }) => ({
      ja: `${formText[form].ja}「${title}」を開始`,
      en: `${formText[form].en} "${title}" opened`,
    }),
  },
  'rfp.stageMoved': {
    label: { ja: '調達日程の変更', en: 'move a stage of the procurement' },
    said: ({ stage, at, reason }) => ({
      ja: `${stageText[stage].ja}を${instantText(at).ja}に変更${because(reason).ja}`,
      en: `${stageText[stage].en} moved to ${instantText(at).en}${because(reason).en}`,
    }),
  },
  'rfp.ended': {
    label: { ja: '調達手続の取りやめ', en: 'end the procurement' },
    said: ({ reason }) => ({
      ja: `調達手続を取りやめ${because(reason).ja}`,
      en: `procurement ended${because(reason).en}`,
    }),
  },
  'rfp.questionAsked': {
    label: { ja: '質問の受付', en: 'record a question' },
    said: ({ number, question }) => ({
      ja: `質問${number}を受付: ${question}`,
      en: `question ${number} received: ${question}`,
    }),
  },
  'rfp.questionAnswered': {
    label: { ja: '質問への回答の作成', en: 'answer a question' },
    said: ({ number, answer }) => ({
      ja: `質問${number}への回答: ${answer}`,
      en: `question ${number} answered: ${answer}`,
    }),
  },
  'rfp.answersPublished': {
    label: { ja: '回答の公表', en: 'publish the answers' },
    said: () => ({ ja: '質問への回答をすべての者に公表', en: 'answers published to all' }),
  },
  'rfp.bidderApplied': {
    label: { ja: '参加表明の受付', en: 'record an application' },
    said: ({ name, bidder }) => ({ ja: `参加表明: ${name}（${bidder}）`, en: `${name} (${bidder}) applied` }),
  },
  'rfp.bidderQualified': {
    label: { ja: '参加資格の確認', en: 'decide on a qualification' },
    said: ({ rfp, bidder, accepted, reason }, names) => ({
      ja: `${names.bidder(rfp, bidder)}の参加資格${accepted ? 'を認める' : 'を認めない'}${because(reason).ja}`,
      en: `${names.bidder(rfp, bidder)} ${accepted ? 'accepted' : 'rejected'}${because(reason).en}`,
    }),
  },
  'rfp.bidderWithdrew': {
    label: { ja: '辞退の受付', en: 'record a withdrawal' },
    said: ({ rfp, bidder, reason }, names) => ({
      ja: `${names.bidder(rfp, bidder)}が辞退${because(reason).ja}`,
      en: `${names.bidder(rfp, bidder)} withdrew${because(reason).en}`,
    }),
  },
  'rfp.proposalReceived': {
    label: { ja: '提案書の受領', en: 'receive a proposal' },
    said: ({ rfp, bidder, receivedAt }, names) => ({
      ja: `${names.bidder(rfp, bidder)}の提案書を${exactInstantText(receivedAt).ja}に受領`,
      en: `proposal of ${names.bidder(rfp, bidder)} received ${exactInstantText(receivedAt).en}`,
    }),
  },
  'rfp.proposalLate': {
    label: { ja: '締切後の提案書の記録', en: 'record a proposal that came late' },
    said: ({ rfp, bidder, receivedAt }, names) => ({
      ja: `${names.bidder(rfp, bidder)}の提案書は${exactInstantText(receivedAt).ja}に届き、締切後のため受け付けない`,
      en: `proposal of ${names.bidder(rfp, bidder)} came ${exactInstantText(receivedAt).en}, too late: never counted`,
    }),
  },
  'rfp.evaluatorsAppointed': {
    label: { ja: '評価者の指名', en: 'appoint evaluators' },
    said: ({ evaluators }) => ({
      ja: `評価者を指名: ${evaluators.map(({ name }) => name).join('、')}`,
      en: `evaluators appointed: ${evaluators.map(({ name }) => name).join(', ')}`,
    }),
  },
  'rfp.evaluatorRecused': {
    label: { ja: '評価者の除斥', en: 'recuse an evaluator' },
    said: ({ account, reason }, names) => ({
      ja: `評価者 ${names.person(account)} を除斥${because(reason).ja}`,
      en: `evaluator ${names.person(account)} recused${because(reason).en}`,
    }),
  },
  'rfp.singleAccepted': {
    label: { ja: '一者での審査の続行', en: 'go on with a single bidder' },
    said: ({ reason }) => ({
      ja: `応募者一者のまま審査を続ける${because(reason).ja}`,
      en: `a single bidder is scored${because(reason).en}`,
    }),
  },
  'rfp.sheetSigned': {
    label: { ja: '採点表の提出', en: 'sign a score sheet' },
    said: ({ points, round }) => ({
      ja: `${inRound(round).ja}採点表を提出（${Object.keys(points).length}者）`,
      en: `${inRound(round).en}score sheet signed (${Object.keys(points).length} bidders)`,
    }),
  },
  'rfp.pricesEntered': {
    label: { ja: '価格点の入力', en: 'enter price points' },
    said: ({ reason, round }) => ({
      ja: `${inRound(round).ja}価格点を入力${because(reason).ja}`,
      en: `${inRound(round).en}price points entered${because(reason).en}`,
    }),
  },
  'rfp.scoringClosed': {
    label: { ja: '採点の締切と開封', en: 'close the scoring' },
    said: ({ round }) => ({
      ja: `${inRound(round).ja}採点を締め切り、採点表を開く`,
      en: `${inRound(round).en}scoring closed, sheets opened`,
    }),
  },
  'rfp.roundNotified': {
    label: { ja: '審査結果の通知', en: 'tell the result of a round' },
    said: ({ rfp, round, goesOn }, names) => {
      const called = goesOn.map((id) => names.bidder(rfp, id));
      return {
        ja: `審査「${round}」の結果を通知（通過: ${called.join('、') || 'なし'}）`,
        en: `result of round "${round}" told (going on: ${called.join(', ') || 'nobody'})`,
      };
    },
  },
  'rfp.tieDecided': {
    label: { ja: '同点の順位の決定', en: 'decide a tie' },
    said: ({ rfp, order, how, reason }, names) => {
      const called = order.map((id) => names.bidder(rfp, id));
      return {
        ja: `同点の順位を決定（${tieRuleText[how].ja}）: ${called.join('、')}${because(reason).ja}`,
        en: `tie decided (${tieRuleText[how].en}): ${called.join(', ')}${because(reason).en}`,
      };
    },
  },
  'rfp.candidateNamed': {
    label: { ja: '候補者の特定', en: 'name the candidate' },
    said: ({ rfp, bidder, reason }, names) => ({
      ja: `${names.bidder(rfp, bidder)}を候補者に特定${because(reason).ja}`,
      en: `${names.bidder(rfp, bidder)} named as the candidate${because(reason).en}`,
    }),
  },
  'rfp.negotiationFailed': {
    label: { ja: '協議不調の申出', en: 'say that a negotiation failed' },
    said: ({ reason }) => ({
      ja: `候補者との協議が不調${because(reason).ja}`,
      en: `negotiation with the candidate failed${because(reason).en}`,
    }),
  },
  'rfp.failureApproved': {
    label: { ja: '協議不調の承認', en: 'approve that it failed' },
    said: () => ({ ja: '協議不調を承認（次点へ）', en: 'failed negotiation approved (to the runner-up)' }),
  },
  'rfp.failureDismissed': {
    label: { ja: '協議不調の却下', en: 'dismiss that it failed' },
    said: ({ reason }) => ({
      ja: `協議不調の申出を却下${because(reason).ja}`,
      en: `failed negotiation dismissed${because(reason).en}`,
    }),
  },
  'rfp.tieResolved': {
    label: { ja: '会議体の議決（同点の順位）', en: 'resolution of a body on a tie' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
  'rfp.candidateResolved': {
    label: { ja: '会議体の議決（候補者）', en: 'resolution of a body on the candidate' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
  'rfp.failureResolved': {
    label: { ja: '会議体の議決（協議不調）', en: 'resolution of a body on a failed negotiation' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
  'rfp.singleResolved': {
    label: { ja: '会議体の議決（一者での続行）', en: 'resolution of a body on a single bidder' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
  'rfp.endResolved': {
    label: { ja: '会議体の議決（調達手続の取りやめ）', en: 'resolution of a body on ending a procurement' },
    said: ({ resolution }, names) => resolvedText(resolution, names),
  },
};
