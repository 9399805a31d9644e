// The sentences of what speaks against scoring, ranking, negotiating and contracting.

import { dayText, listed, type Names } from '../names.ts';
import type { SentencesOf } from '../refusals/refusal-sentences.ts';
import { formulaText, instantText, tieRuleText } from './words.ts';

type Scoring = Pick<
  SentencesOf<'rfp'>,
  | 'rfp.evaluatorRecused'
  | 'rfp.evaluatorNotApart'
  | 'rfp.evaluatorUnknown'
  | 'rfp.evaluatorOtherName'
  | 'rfp.evaluatorNoPost'
  | 'rfp.notScored'
  | 'rfp.scoringClosed'
  | 'rfp.scoringNotClosed'
  | 'rfp.scoringEarly'
  | 'rfp.noProposal'
  | 'rfp.otherRound'
  | 'rfp.roundsLeft'
  | 'rfp.roundIsLast'
  | 'rfp.goesOnOther'
  | 'rfp.roundNotOver'
  | 'rfp.single'
  | 'rfp.notSingle'
  | 'rfp.pointsMissing'
  | 'rfp.pointsOver'
  | 'rfp.sheetsMissing'
  | 'rfp.noEvaluators'
  | 'rfp.pricesMissing'
  | 'rfp.pricesByFormula'
  | 'rfp.tieOpen'
  | 'rfp.noSuchTie'
  | 'rfp.tieRule'
  | 'rfp.notRanked'
  | 'rfp.notFirst'
  | 'rfp.outcomeThere'
  | 'rfp.noOutcome'
  | 'rfp.failingAlready'
  | 'rfp.notFailing'
  | 'rfp.contractStands'
  | 'rfp.decidesSelection'
  | 'rfp.noCandidate'
  | 'rfp.candidateFailing'
>;

const posts = (who: readonly string[], names: Names) => listed(who.map(names.post));
const groupsOf = (groups: readonly string[][]) => groups.map((group) => group.join(' = ')).join('; ');
const isIn = <T extends object>(table: T, key: string): key is keyof T & string => Object.hasOwn(table, key);

export const scoringSentences: Scoring = {
  'rfp.evaluatorRecused': ({ name, on }) => ({
    ja: `${name}さんは${dayText(on).ja}に除斥されたため、採点できません。`,
    en: `${name} was recused on ${dayText(on).en} and scores nothing.`,
  }),
  'rfp.evaluatorNotApart': ({ account }) => ({
    ja: `${account} はこの調達手続の事務を行っているため、採点できません。別の人を指名してください。`,
    en: `${account} runs this procurement and does not score it. Appoint somebody else.`,
  }),
  'rfp.evaluatorUnknown': ({ account, near }) => {
    const alike = near.map((one) => ({
      ja: `${one.account}（${one.name}）`,
      en: `${one.account} (${one.name})`,
    }));
    const close = near.length > 0 ? listed(alike) : null;
    return {
      ja: `「${account}」という人は、この計画にいないため、評価者に指名できません。${close ? `近いのは ${close.ja} です。` : 'アカウントを確かめてください。'}`,
      en: `The programme knows nobody as "${account}", who therefore scores nothing. ${close ? `Near is ${close.en}.` : 'Look up the account.'}`,
    };
  },
  'rfp.evaluatorOtherName': ({ account, name, known }) => ({
    ja: `${account} の氏名は「${known}」で、評価者として書かれた「${name}」ではありません。`,
    en: `${account} is called "${known}", not "${name}" as the evaluator is written.`,
  }),
  'rfp.evaluatorNoPost': ({ account, name, posts }, names) => {
    const which = listed(posts.map(names.post));
    return {
      ja: `${name}（${account}）は${which.ja}の職になく、これから就く予定もないため、採点できません。先に職を与えてください（sekimori people grant）。`,
      en: `${name} (${account}) is not ${which.en} and is not to be: they could not score. Give them the post first (sekimori people grant).`,
    };
  },
  'rfp.notScored': () => ({
    ja: '情報提供依頼（RFI）では採点も選定もしません。',
    en: 'A request for information scores and selects nobody.',
  }),
  'rfp.scoringClosed': ({ on }) => ({
    ja: `採点は${dayText(on).ja}に締め切り、採点表は開かれています。変更できません。`,
    en: `Scoring was closed on ${dayText(on).en} and the sheets are open: nothing of them changes.`,
  }),
  'rfp.scoringNotClosed': () => ({
    ja: '採点がまだ締め切られていません（sekimori rfp close-scoring）。',
    en: 'Scoring is not closed yet (sekimori rfp close-scoring).',
  }),
  'rfp.scoringEarly': ({ until }) => ({
    ja: `提案書の提出は${instantText(until).ja}までです。締め切ってから採点してください。`,
    en: `Proposals are taken until ${instantText(until).en}: score after that.`,
  }),
  'rfp.otherRound': ({ round, current, label }) => {
    if (current === null)
      return {
        ja: `この調達手続の採点は審査に分かれていません（「${round}」という審査はありません）。`,
        en: `This procurement is scored at once: it has no round "${round}".`,
      };
    const named = round === null ? { ja: 'どの審査かが書かれていません', en: 'No round is named' } : null;
    return {
      ja: `いま行っているのは「${label}」（${current}）です。${named?.ja ?? `「${round}」ではありません`}。採点表の様式を出し直してください（sekimori rfp sheet）。`,
      en: `"${label}" (${current}) is scored now. ${named?.en ?? `It is not "${round}"`}: take the form anew (sekimori rfp sheet).`,
    };
  },
  'rfp.roundsLeft': ({ round, next }) => ({
    ja: `まだ「${round}」で、「${next}」が残っています。候補者は最後の審査で決まります。「${round}」の結果を通知してください（sekimori rfp notify）。`,
    en: `"${next}" is still to come after "${round}": the candidate comes of the last round. Tell the result of "${round}" (sekimori rfp notify).`,
  }),
  'rfp.roundIsLast': ({ round }) => ({
    ja: `「${round}」は最後の審査です。次に進む者はなく、候補者を特定します（sekimori rfp candidate）。`,
    en: `"${round}" is the last round: nobody goes on, the candidate is named (sekimori rfp candidate).`,
  }),
  'rfp.roundNotOver': ({ round }) => ({
    ja: `${round === null ? '結果を通知した審査はまだありません' : `審査「${round}」の結果はまだ通知していません`}（sekimori rfp notify）。`,
    en: `${round === null ? 'No round has been told of yet' : `The result of round "${round}" is not told yet`} (sekimori rfp notify).`,
  }),
  'rfp.goesOnOther': ({ round, said, rule }) => ({
    ja: `「${round}」を通過するのは、決められた規則により ${rule.join('、') || 'なし'} です（${said.join('、') || 'なし'} ではありません）。`,
    en: `By its rules ${rule.join(', ') || 'nobody'} goes on from "${round}", not ${said.join(', ') || 'nobody'}.`,
  }),
  'rfp.noProposal': () => ({
    ja: '採点の対象となる提案書がありません。',
    en: 'There is no proposal that counts.',
  }),
  'rfp.single': ({ name, who }, names) => ({
    ja: `採点の対象が${name}の一者だけです。競争がないまま続ける理由を、先に${posts(who, names).ja}が記録してください（sekimori rfp single）。`,
    en: `${name} is the only one to be scored. ${posts(who, names).en} must first record why it goes on without competition (sekimori rfp single).`,
  }),
  'rfp.notSingle': ({ count }) => ({
    ja: `採点の対象は${count}者で、一者ではありません。`,
    en: `There are ${count} to be scored, not one.`,
  }),
  'rfp.pointsMissing': ({ cells }) => {
    const shown = cells.slice(0, 5).map(({ name, label }) => `${name}: ${label}`);
    const more = cells.length - shown.length;
    return {
      ja: `点のない欄が${cells.length}あります（${shown.join('、')}${more > 0 ? ` ほか${more}` : ''}）。すべての応募者のすべての項目に点を付けてください。`,
      en: `${cells.length} points are missing (${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}). Score every criterion of every bidder.`,
    };
  },
  'rfp.pointsOver': ({ name, label, points, most }) => ({
    ja: `${name}の「${label}」の点（${points}）が配点（${most}）を超えています。`,
    en: `${name} has ${points} on "${label}", more than its ${most}.`,
  }),
  'rfp.sheetsMissing': ({ names: people }) => ({
    ja: `採点表がそろっていません（${people.join('、')}）。提出を待つか、除斥してください。`,
    en: `Sheets are missing or not whole (${people.join(', ')}). Wait for them, or recuse.`,
  }),
  'rfp.noEvaluators': ({ who }, names) => ({
    ja: `評価者がいません。${posts(who, names).ja}が指名してください（sekimori rfp evaluators）。`,
    en: `There are no evaluators: ${posts(who, names).en} appoints them (sekimori rfp evaluators).`,
  }),
  'rfp.pricesMissing': ({ bidders, isManual }) => ({
    ja: `${isManual ? '価格点' : '提案価格'}のない応募者があります（${bidders.join('、')}）。`,
    en: `${isManual ? 'Price points' : 'Prices'} are missing (${bidders.join(', ')}).`,
  }),
  'rfp.pricesByFormula': ({ formula }) => {
    const { ja, en } = isIn(formulaText, formula) ? formulaText[formula] : { ja: 'なし', en: 'none' };
    return {
      ja: `価格点は計算式（${ja}）で決まるため、手では入力しません。`,
      en: `Price points follow from the formula (${en}) and are not entered.`,
    };
  },
  'rfp.tieOpen': ({ groups, who }, names) => ({
    ja: `決められた規則でも並ぶ応募者があります（${groupsOf(groups)}）。先に${posts(who, names).ja}が順位を決めてください（sekimori rfp tie。会議で決めるなら議案に「同点」）。`,
    en: `Some are equal under every written rule (${groupsOf(groups)}). ${posts(who, names).en} decides their order first (sekimori rfp tie; where it meets, an item "tie").`,
  }),
  'rfp.noSuchTie': ({ groups }) => ({
    ja: `その応募者は同点ではありません（決めるべき同点: ${groups.length > 0 ? groupsOf(groups) : 'なし'}）。`,
    en: `Those are no tie (open ties: ${groups.length > 0 ? groupsOf(groups) : 'none'}).`,
  }),
  'rfp.tieRule': ({ how, rules }) => ({
    ja: `同点の決め方に「${tieRuleText[how].ja}」はありません（定めは: ${rules.map((rule) => (isIn(tieRuleText, rule) ? tieRuleText[rule].ja : rule)).join('、')}）。`,
    en: `Ties are not decided "${tieRuleText[how].en}" here (but: ${rules.map((rule) => (isIn(tieRuleText, rule) ? tieRuleText[rule].en : rule)).join(', ')}).`,
  }),
  'rfp.notRanked': ({ name }) => ({
    ja: `${name}は順位の対象ではありません（最低基準点未満・失格・辞退など）。`,
    en: `${name} is not ranked (too few technical points, rejected or withdrawn).`,
  }),
  'rfp.notFirst': ({ name, first }) => ({
    ja: `第一順位は${first}です。${name}を候補者とするなら、理由が必要です（--reason）。`,
    en: `${first} is first. To name ${name} takes a reason (--reason).`,
  }),
  'rfp.outcomeThere': ({ candidate }) => ({
    ja: `候補者（${candidate}）は特定済みです。協議が不調のときは、不調として登録してください（sekimori rfp negotiate-failed）。`,
    en: `The candidate (${candidate}) is named. Where the negotiation fails, record that it did (sekimori rfp negotiate-failed).`,
  }),
  'rfp.noOutcome': () => ({
    ja: '協議中の候補者がいません。',
    en: 'There is no candidate to negotiate with.',
  }),
  'rfp.failingAlready': ({ by }) => ({
    ja: `協議不調は${by}さんが申し出ており、承認を待っています。`,
    en: `${by} has said already that it failed: it waits for approval.`,
  }),
  'rfp.notFailing': () => ({
    ja: '協議不調の申出がありません。',
    en: 'Nobody has said that the negotiation failed.',
  }),
  'rfp.contractStands': ({ vendor }) => ({
    ja: `${vendor}との契約が記録されています。`,
    en: `A contract with ${vendor} is on record.`,
  }),
  'rfp.decidesSelection': ({ number, title }) => ({
    ja: `第${number}回の調達手続「${title}」が進行中です。選定結果はその採点から決まります（sekimori rfp candidate）。`,
    en: `Procurement ${number}, "${title}", is open: its scores decide the selection (sekimori rfp candidate).`,
  }),
  'rfp.noCandidate': ({ title }) => ({
    ja: `「${title}」には今、候補者がいません。候補者を特定するか、手続を終えてから契約してください。`,
    en: `"${title}" has no candidate now. Name one, or end it, before a contract is made.`,
  }),
  'rfp.candidateFailing': ({ name, by, who }, names) => ({
    ja: `${name}との協議不調を${by}さんが申し出ています。${posts(who, names).ja}の判断を待ってください。`,
    en: `${by} says that the negotiation with ${name} failed. Wait for ${posts(who, names).en} to decide.`,
  }),
};
