// The sentences of refusals about budget, selection, contract and the regime of a deadline.
import { dayText, fiscalYearText, yenText } from '../names.ts';
import { undisclosedUntil } from '../undisclosed-texts.ts';
import { partText } from '../word-texts.ts';
import { moneySentences } from './money-texts.ts';
import type { RefusalSentences, SentencesOf } from './refusal-sentences.ts';

export const procurementSentences: SentencesOf<
  'budget' | 'contract' | 'selection' | 'procurement' | 'regime' | 'estimate' | 'noted'
> &
  Pick<RefusalSentences, 'limit.notes'> = {
  ...moneySentences,
  'procurement.undisclosed': ({ who }, names) => {
    const { ja, en } = undisclosedUntil(who, names);
    return { ja: `受け付けられない理由：${ja}。`, en: `Why it is not taken: ${en}.` };
  },
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
    ja: `契約の相手方（${vendor}）が、選定された事業者（${selected}）と異なります。そうする理由があれば添えてください（--other-vendor-reason）。`,
    en: `The contract is with ${vendor}, but ${selected} was selected. If there is a reason for that, say it (--other-vendor-reason).`,
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
  'budget.afterContract': ({ occurredOn, contractOn }) => ({
    ja: `予算の議決の日（${dayText(occurredOn).ja}）が、契約（${dayText(contractOn).ja}）より後です。契約の前に議決された予算を、先に登録してください。`,
    en: `The vote (${dayText(occurredOn).en}) lies after the contract (${dayText(contractOn).en}). Record first the budget that was voted before it.`,
  }),
  'contract.yearContinues': ({ fiscalYear }) => ({
    ja: `${fiscalYearText(fiscalYear).ja}は、金額のある年度と、金額の未定な年度の両方に挙げられています。`,
    en: `${fiscalYearText(fiscalYear).en} is listed with an amount and among the years without one.`,
  }),
  'contract.farYear': ({ fiscalYear, occurredOn }) => ({
    ja: `${dayText(occurredOn).ja}の契約に、${fiscalYearText(fiscalYear).ja}の金額や継続はありえません。年度を確かめてください。`,
    en: `A contract of ${dayText(occurredOn).en} does not reach ${fiscalYearText(fiscalYear).en}. Look at the year.`,
  }),
  'contract.beforeSelection': ({ occurredOn, selectedOn }) => ({
    ja: `契約の日（${dayText(occurredOn).ja}）が、事業者の選定（${dayText(selectedOn).ja}）より前です。`,
    en: `The contract (${dayText(occurredOn).en}) lies before the selection (${dayText(selectedOn).en}).`,
  }),
  'selection.otherVendor': ({ candidate, vendor }) => ({
    ja: `選定された事業者（${candidate}）が、既に記録されている契約の相手方（${vendor}）と異なります。`,
    en: `${candidate} is selected, but the contract on record is with ${vendor}.`,
  }),
  'selection.afterContract': ({ occurredOn, contractOn }) => ({
    ja: `選定の日（${dayText(occurredOn).ja}）が、契約（${dayText(contractOn).ja}）より後です。`,
    en: `The selection (${dayText(occurredOn).en}) lies after the contract (${dayText(contractOn).en}).`,
  }),
  'regime.pendingAlready': ({ on, basis }) => ({
    ja: `判断保留は、${dayText(on).ja}の日付で既に登録されています（根拠: ${basis}）。決まったら指定か取下げを、誤りならその記録の訂正を登録してください。`,
    en: `It stands recorded as left pending since ${dayText(on).en} (${basis}). Record the designation or the withdrawal once it is decided, or have that entry corrected.`,
  }),
  'regime.reasonTwice': ({ reasonType }) => ({
    ja: `事由${reasonType}が二度挙げられています。`,
    en: `Reason type ${reasonType} is listed twice.`,
  }),
};
