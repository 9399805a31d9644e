// The sentences of refusals about deadlines: extending, asking, acknowledging, setting a day, and why a day slips.
import { slipCauseText } from '../deadline/words.ts';
import { dayText, listed } from '../names.ts';
import type { RefusalSentences, SentencesOf } from './refusal-sentences.ts';

type Own = SentencesOf<'slip' | 'extension' | 'acknowledgement'> &
  Pick<RefusalSentences, 'deadline.ruled' | 'deadline.alreadySet' | 'deadline.setPast'>;

export const deadlineSentences: Own = {
  'slip.causeMissing': ({ causes }) => {
    const { ja, en } = listed(causes.map((cause) => ({ ja: slipCauseText[cause].ja, en: cause })));
    return {
      ja: `日が後ろへ動くときは、その原因（${ja}のどれか）を選んでください。`,
      en: `The day moves later: say why it slips (one of ${en}).`,
    };
  },
  'extension.alreadyAsked': ({ deadline, by }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」の延長は、${by}さんが申請中です。`,
    en: `${by} has already asked to extend "${names.deadline(deadline).en}".`,
  }),
  'extension.notAsked': ({ deadline }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」の延長は、申請されていません。`,
    en: `Nobody has asked to extend "${names.deadline(deadline).en}".`,
  }),
  'extension.ownAsking': ({ deadline, by }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」の延長を申請した${by}さん（その代決をする人を含む）は、これを決められません。別の人が決めるか、申請を取り下げてください。`,
    en: `${by} asked to extend "${names.deadline(deadline).en}" and does not decide on it, nor does whoever decides in their name. Let another decide, or withdraw it.`,
  }),
  'acknowledgement.overdue': ({ deadline, dueOn }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」（${dayText(dueOn).ja}）は過ぎています。確認しても督促は止まりません。達成するか、延長を申請してください。`,
    en: `"${names.deadline(deadline).en}" (${dayText(dueOn).en}) is overdue: acknowledging it stops nothing. Meet it, or ask for an extension.`,
  }),
  'acknowledgement.donePast': ({ deadline, doneBy, today }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」について、行う日（${dayText(doneBy).ja}）は、もう過ぎています。本日（${dayText(today).ja}）以後の日にしてください。`,
    en: `"${names.deadline(deadline).en}": ${dayText(doneBy).en} is over already. Give today (${dayText(today).en}) or a later day.`,
  }),
  'deadline.ruled': ({ deadline }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」の日は規則で決まります。変えるには、延長か、計画の改定です。`,
    en: `The day of "${names.deadline(deadline).en}" follows from its rule: extend it, or amend the programme.`,
  }),
  'deadline.alreadySet': ({ deadline, dueOn }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」の日は、${dayText(dueOn).ja}に決まっています。変えるには、延長か、その記録の訂正です。`,
    en: `The day of "${names.deadline(deadline).en}" is set to ${dayText(dueOn).en}: extend it, or have that entry put right.`,
  }),
  'deadline.setPast': ({ deadline, dueOn, today }, names) => ({
    ja: `期限「${names.deadline(deadline).ja}」の日（${dayText(dueOn).ja}）は、もう過ぎています。本日（${dayText(today).ja}）以後の日にしてください。`,
    en: `The day of "${names.deadline(deadline).en}" (${dayText(dueOn).en}) is over already: give today (${dayText(today).en}) or a later day.`,
  }),
};
