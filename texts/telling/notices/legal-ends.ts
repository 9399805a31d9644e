// Notices of a requirement that a system conforms to, and of functions that follow later (経過措置).
import { dayText } from '../../names.ts';
import { requirementText } from '../../word-texts.ts';
import type { NoticeSentences } from './notice-sentences.ts';

export const legalEndNotices: NoticeSentences<'conformity.recorded' | 'measure.filed' | 'measure.ended'> = {
  'conformity.recorded': ({ requirement, on, by }) => ({
    ja: `${requirementText[requirement].ja}への適合（${dayText(on).ja}）を${by}さんが登録しました。`,
    en: `${by} recorded that it conforms with the ${requirementText[requirement].en} (${dayText(on).en}).`,
  }),
  'measure.filed': ({ function: name, until, by }) => ({
    ja: `機能「${name}」の経過措置（${dayText(until).ja}まで）を${by}さんが登録しました。稼働後に、その日までの適合が要ります。`,
    en: `${by} recorded that the function "${name}" follows by ${dayText(until).en}: it must conform by then.`,
  }),
  'measure.ended': ({ function: name, on, by }) => ({
    ja: `経過措置の機能「${name}」が${dayText(on).ja}に適合したと、${by}さんが登録しました。`,
    en: `${by} recorded that the function "${name}" conforms since ${dayText(on).en}.`,
  }),
};
