// The sentences of refusals about requirements that a system conforms to, and about functions that follow later (経過措置).
import { dayText, listed } from '../names.ts';
import { requirementText } from '../word-texts.ts';
import type { RefusalSentences, SentencesOf } from './refusal-sentences.ts';

export const conformitySentences: SentencesOf<'conformity' | 'measure'> &
  Pick<RefusalSentences, 'limit.measures'> = {
  'conformity.already': ({ requirement, on }) => ({
    ja: `${requirementText[requirement].ja}への適合は、${dayText(on).ja}の日付で既に登録されています。誤りなら、その記録の訂正を申し出てください（sekimori correct）。`,
    en: `Conformity with the ${requirementText[requirement].en} stands recorded for ${dayText(on).en}. If that is wrong, propose to correct that entry (sekimori correct).`,
  }),
  'measure.past': ({ until, filedOn }) => ({
    ja: `経過措置の期限（${dayText(until).ja}）が、届出の日（${dayText(filedOn).ja}）より前です。`,
    en: `Its last day (${dayText(until).en}) lies before the day on which it was filed (${dayText(filedOn).en}).`,
  }),
  'measure.same': ({ function: name, until }) => ({
    ja: `機能「${name}」の経過措置は、同じ期限（${dayText(until).ja}）で既に登録されています。期限が変わったときは、新しい期限で届け出た日に登録してください。`,
    en: `The function "${name}" is already on record with that day (${dayText(until).en}). Record it anew where the day is another.`,
  }),
  'measure.spelled': ({ function: name, there }) => ({
    ja: `機能「${name}」は、「${there}」として既に登録されています。同じ機能なら、同じ書き方で登録してください（--function "${there}"）。`,
    en: `The function "${name}" is on record as "${there}". If it is the same one, write it the same way.`,
  }),
  'measure.unknown': ({ function: name, open }) => {
    const { ja, en } = listed(
      open.map((one) => ({ ja: `「${one}」`, en: `"${one}"` })),
      { ja: 'ありません', en: 'none' },
    );
    return {
      ja: `機能「${name}」の、終わっていない経過措置はありません。登録されているもの: ${ja}。`,
      en: `No function "${name}" is on record as following later. On record: ${en}.`,
    };
  },
  'limit.measures': ({ most }) => ({
    ja: `経過措置を登録できる機能は、一つのシステムに${most}件までです。`,
    en: `A system holds at most ${most} functions that follow later.`,
  }),
};
