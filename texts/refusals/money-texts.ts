// The sentences of refusals about the amounts of budgets, estimates, and what a contract needs before it is made or amended.
import type { RefusalFacts } from '../../machines/record/refusal.ts';
import { actText } from '../acts/act-texts.ts';
import { choiceText } from '../choices.ts';
import { dayText, fiscalYearText, listed, type Names, yenText } from '../names.ts';
import type { RefusalSentences } from './refusal-sentences.ts';

const recorders = (ids: readonly string[], names: Names) =>
  listed(ids.map(names.post), { ja: '（権限を持つ職はありません）', en: '(no post may)' });

const numbers = (known: readonly number[]): string => (known.length === 0 ? '－' : known.join('、'));

const costText = {
  migrationYen: { ja: '移行経費', en: 'Cost of migration' },
  operationYen: { ja: '運用経費', en: 'Cost of operation' },
};

const rejectedText = (rejected: { bill: string; on: string } | null) =>
  rejected
    ? {
        ja: `${rejected.bill}は${dayText(rejected.on).ja}に否決されています。`,
        en: ` ${rejected.bill} was rejected on ${dayText(rejected.on).en}.`,
      }
    : { ja: '', en: '' };

/** What of a change was left to the head, and is no vote's. */
function delegatedText(delegated: RefusalFacts['contract.voteAgain']['delegated']) {
  if (!delegated) return { ja: '', en: '' };
  const { upToPercent, upToYen, basis } = delegated;
  const also = upToYen === null ? null : yenText(upToYen);
  return {
    ja: `専決できるのは増減${upToPercent}%${also ? `かつ${also.ja}` : ''}までです（${basis}）。`,
    en: ` The head decides a change of up to ${upToPercent} %${also ? ` and ${also.en}` : ''} alone (${basis}).`,
  };
}

type MoneyCode =
  | 'noted.alreadyThere'
  | 'noted.paperMissing'
  | 'limit.notes'
  | 'budget.amountsMissing'
  | `budget.${'decreaseInitial' | 'decreaseTooMuch'}`
  | 'budget.before'
  | `estimate.${'unknown' | 'reasonMissing'}`
  | `contract.${'yearUncovered' | 'overBudget' | 'overObligation' | 'decidedOnMissing' | 'decidedAfter'}`
  | `contract.${'overPlanned' | 'typeMissing' | 'voteMissing' | 'voteAgain' | 'none' | 'ended' | 'paidTooMuch'}`;

export const moneySentences: Pick<RefusalSentences, MoneyCode> = {
  'noted.alreadyThere': ({ type, key, on }) => ({
    ja: `「${actText(type).ja}」の ${key} は、${dayText(on).ja}付けで既に記録されています。誤りなら、その記録を訂正してください。`,
    en: `"${actText(type).en}" ${key} is already recorded, of ${dayText(on).en}. If it is wrong, have that entry corrected.`,
  }),
  'noted.paperMissing': ({ type }) => ({
    ja: `「${actText(type).ja}」には、根拠の文書が要ります。`,
    en: `"${actText(type).en}" needs the document that it rests on.`,
  }),
  'limit.notes': ({ type, would, most }) => ({
    ja: `「${actText(type).ja}」は一つのシステムに${most}件までです（${would}件になります）。`,
    en: `A system takes ${most} of "${actText(type).en}" at most (this would be ${would}).`,
  }),
  'budget.amountsMissing': ({ fiscalYear }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}予算の議決に金額か補正の号数を書くときは、移行経費と運用経費の両方を書いてください（ないほうは 0）。`,
    en: `Where the vote of ${fiscalYearText(fiscalYear).en} says an amount or a supplement, give both migration and operation costs (0 for none).`,
  }),
  'budget.decreaseInitial': ({ fiscalYear }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}の当初予算は減額では登録できません。減額補正なら、補正の号数を書いてください。`,
    en: `The initial budget of ${fiscalYearText(fiscalYear).en} is no decrease. Of a supplement that decreases it, say its number.`,
  }),
  'budget.decreaseTooMuch': ({ fiscalYear, cost, decreaseYen, votedYen }) => {
    const [of, year] = [costText[cost], fiscalYearText(fiscalYear)];
    return {
      ja: `${of.ja}の減額（${yenText(decreaseYen).ja}）が、${year.ja}に議決された額（${yenText(votedYen).ja}）を超えています。`,
      en: `${of.en}: the decrease (${yenText(decreaseYen).en}) is over what was voted for ${year.en} (${yenText(votedYen).en}).`,
    };
  },
  'budget.before': ({ type, before, fiscalYear }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}の「${actText(type).ja}」の前に、同じ予算の「${actText(before).ja}」が要ります。`,
    en: `"${actText(type).en}" of ${fiscalYearText(fiscalYear).en} comes after "${actText(before).en}" of the same budget.`,
  }),
  'estimate.unknown': ({ no, known }) => ({
    ja: `比べる見積 第${no}版がありません（ある版：${numbers(known)}）。`,
    en: `There is no estimate ${no} to compare with (there are: ${numbers(known)}).`,
  }),
  'estimate.reasonMissing': ({ no, against, amountYen, percent, over }) => {
    const sign = amountYen < 0 ? '▲' : '+';
    const yen = yenText(Math.abs(amountYen));
    return {
      ja: `見積 第${no}版は第${against}版と ${sign}${yen.ja}${percent === null ? '' : `（${percent}%）`}違います。${over}%を超える増減には理由（--reason）を書いてください。`,
      en: `Estimate ${no} differs from ${against} by ${amountYen < 0 ? '-' : '+'}${yen.en}${percent === null ? '' : ` (${percent}%)`}. More than ${over}% needs a reason (--reason).`,
    };
  },
  'contract.yearUncovered': ({ fiscalYear, amountYen, who }, names) => {
    const [year, yen, by] = [fiscalYearText(fiscalYear), yenText(amountYen), recorders(who, names)];
    return {
      ja: `${year.ja}の${yen.ja}を賄う予算の議決も債務負担行為も、契約の決裁日までに記録されていません。先に登録してください（${by.ja}）。`,
      en: `Neither a voted budget nor a debt obligation covers ${yen.en} of ${year.en} by the day the contract was decided. Record it first (${by.en}).`,
    };
  },
  'contract.overBudget': ({ fiscalYear, amountYen, votedYen, who }, names) => {
    const [year, by] = [fiscalYearText(fiscalYear), recorders(who, names)];
    return {
      ja: `${year.ja}の契約金額（${yenText(amountYen).ja}）が、議決された予算（${yenText(votedYen).ja}）を${yenText(amountYen - votedYen).ja}超えています。補正予算か債務負担行為の議決を先に登録してください（${by.ja}）。`,
      en: `The contract of ${year.en} (${yenText(amountYen).en}) is ${yenText(amountYen - votedYen).en} over the voted budget (${yenText(votedYen).en}). Record a supplementary budget or a debt obligation first (${by.en}).`,
    };
  },
  'contract.overObligation': ({ fiscalYear, amountYen, limitYen, who }, names) => {
    const [year, by] = [fiscalYearText(fiscalYear), recorders(who, names)];
    return {
      ja: `${year.ja}の契約金額（${yenText(amountYen).ja}）が、債務負担行為の限度額（${yenText(limitYen).ja}）を${yenText(amountYen - limitYen).ja}超えています。限度額を改める議決を先に登録するか、年度の割振りを見直してください（${by.ja}）。`,
      en: `The contract of ${year.en} (${yenText(amountYen).en}) is ${yenText(amountYen - limitYen).en} over the limit of the debt obligation (${yenText(limitYen).en}). Record the vote that raises it, or share the years out otherwise (${by.en}).`,
    };
  },
  'contract.decidedOnMissing': () => ({
    ja: '契約執行伺書のある契約には、その決裁日（--decided-on）が要ります。支出負担行為は決裁日の日付になります。',
    en: 'A contract that was asked for needs the day it was decided (--decided-on): the expenditure act is dated by it.',
  }),
  'contract.decidedAfter': ({ decidedOn, occurredOn }) => ({
    ja: `決裁日（${dayText(decidedOn).ja}）が契約日（${dayText(occurredOn).ja}）より後です。決裁の前に契約はできず、日付を遡らせることもできません。`,
    en: `It was decided (${dayText(decidedOn).en}) after it was made (${dayText(occurredOn).en}). Nothing is contracted before it is decided, nor back-dated.`,
  }),
  'contract.overPlanned': ({ totalYen, plannedYen }) => ({
    ja: `総額（${yenText(totalYen).ja}）が契約執行伺書の契約予定金額（${yenText(plannedYen).ja}）を超えています。伺い直してください。`,
    en: `The total (${yenText(totalYen).en}) is over the planned amount that was asked for (${yenText(plannedYen).en}). Ask anew.`,
  }),
  'contract.typeMissing': ({ totalYen, floorYen, basis }) => ({
    ja: `総額が${yenText(totalYen).ja}で、種別によっては議会の議決が要ります（${yenText(floorYen).ja}以上、${basis}）。契約の種別（--contract-type）を書いてください。`,
    en: `The total is ${yenText(totalYen).en}: by its type the council may have to vote (from ${yenText(floorYen).en}, ${basis}). Say the type (--contract-type).`,
  }),
  'contract.voteAgain': ({ contractType, totalYen, votedYen, basis, delegated, who, rejected }, names) => {
    const [type, by] = [choiceText('contractType', contractType), recorders(who, names)];
    const [now, voted] = [yenText(totalYen), yenText(votedYen)];
    const [left, fell] = [delegatedText(delegated), rejectedText(rejected)];
    return {
      ja: `${voted.ja}で議決された${type.ja}を${now.ja}に変えるには、議会の議決が先に要ります（${basis}）。${left.ja}${fell.ja}変更後の総額の議決を登録してからやり直してください（${by.ja}）。`,
      en: `A contract of ${type.en} voted at ${voted.en} is changed to ${now.en} by a vote of the council first (${basis}).${left.en}${fell.en} Record the vote on the new total, then repeat (${by.en}).`,
    };
  },
  'contract.voteMissing': ({ contractType, totalYen, floorYen, basis, votedYen, who, rejected }, names) => {
    const [type, by] = [choiceText('contractType', contractType), recorders(who, names)];
    const voted =
      votedYen === null
        ? { ja: '議決が記録されていません', en: 'no vote is on record' }
        : { ja: `議決は${yenText(votedYen).ja}までです`, en: `the vote goes up to ${yenText(votedYen).en}` };
    const fell = rejectedText(rejected);
    return {
      ja: `総額${yenText(totalYen).ja}の${type.ja}は、${yenText(floorYen).ja}以上なので議会の議決が先に要ります（${basis}）。${voted.ja}。${fell.ja}議決を登録してからやり直してください（${by.ja}）。`,
      en: `A contract of ${type.en} for ${yenText(totalYen).en} is voted by the council first, from ${yenText(floorYen).en} on (${basis}); ${voted.en}.${fell.en} Record the vote, then repeat (${by.en}).`,
    };
  },
  'contract.none': () => ({
    ja: '契約が記録されていません。先に契約を登録してください。',
    en: 'No contract is on record. Record it first.',
  }),
  'contract.ended': ({ on }) => ({
    ja: `契約は${dayText(on).ja}に解除されています。`,
    en: `The contract was terminated on ${dayText(on).en}.`,
  }),
  'contract.paidTooMuch': ({ paidYen, totalYen }) => ({
    ja: `支払額（${yenText(paidYen).ja}）が契約の総額（${yenText(totalYen).ja}）を超えています。`,
    en: `What is paid (${yenText(paidYen).en}) is over the contract's total (${yenText(totalYen).en}).`,
  }),
};
