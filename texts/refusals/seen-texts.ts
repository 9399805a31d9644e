// Why something is not looked at afterwards (後閲).
import { dayText } from '../names.ts';
import type { SentencesOf } from './refusal-sentences.ts';

export const seenSentences: SentencesOf<'seen'> = {
  'seen.neverSo': ({ entry }) => ({
    ja: `第${entry}件は、そのように代決されたものではありません。後閲が要るものを確かめてください（sekimori deputy list）。`,
    en: `Entry ${entry} was not so decided by a deputy. Look at what is still to be seen (sekimori deputy list).`,
  }),
  'seen.notHolder': ({ entry, holder }) => ({
    ja: `第${entry}件を後閲するのは、代決された本人（${holder}）です。代決した人も、ほかの代理も後閲できません。`,
    en: `Entry ${entry} is seen afterwards by ${holder}, in whose name it was decided: neither by who decided nor by another deputy.`,
  }),
  'seen.already': ({ entry, on }) => ({
    ja: `第${entry}件は${dayText(on).ja}に後閲済みです。`,
    en: `Entry ${entry} was seen on ${dayText(on).en}.`,
  }),
};
