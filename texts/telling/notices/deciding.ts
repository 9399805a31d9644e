// Notices around a decision: somebody takes no part any more, an approval asks for something besides, that is met or overdue.
import { dayText } from '../../names.ts';
import type { Asks, NoticeSentences } from './notice-sentences.ts';

const meet = {
  ja: '満たしたら、証拠の文書を添えて記録してください（sekimori condition met）。',
  en: 'Once it is met, record so with the document that shows it (sekimori condition met).',
};

export const decidingNotices: NoticeSentences<
  'review.recused' | 'proviso.asked' | 'proviso.met' | 'proviso.lapsed'
> = {
  'review.recused': ({ phase, by, body, fell, short }, names) => ({
    ja: `${names.post(body).ja}の${by}さんが、「${phase.ja}」の決定から除斥を申し出ました。${fell ? 'この方の承認は数えなくなりました。' : ''}${short ? `残る方では${names.post(body).ja}の必要な人数に足りません。` : ''}`,
    en: `${by} of ${names.post(body).en} takes no part in deciding on "${phase.en}".${fell ? ' Their approval counts no more.' : ''}${short ? ` Those left of ${names.post(body).en} are too few.` : ''}`,
  }),
  'proviso.asked': ({ phase, by, text, dueOn }) => ({
    ja: `「${phase.ja}」の承認に、${by}さんが条件を付けました：${text}（${dayText(dueOn).ja}まで）。`,
    en: `${by} approves "${phase.en}" on a condition: ${text} (by ${dayText(dueOn).en}).`,
  }),
  'proviso.met': ({ proviso, text, by }) => ({
    ja: `承認の条件「${text}」（${proviso}）が満たされたと、${by}さんが記録しました。`,
    en: `${by} recorded that the condition "${text}" (${proviso}) is met.`,
  }),
  'proviso.lapsed': ({ proviso, text, dueOn, owner, body, falls }, names) => ({
    ja: `承認の条件「${text}」（${proviso}、担当 ${names.post(owner).ja}）が、期日（${dayText(dueOn).ja}）を過ぎても満たされていません。${falls ? `${names.post(body).ja}の承認は数えなくなり、もう一度要ります。` : '満たされるまで、次の関門は閉じています。'}`,
    en: `The condition "${text}" (${proviso}, with ${names.post(owner).en}) is unmet past its day (${dayText(dueOn).en}). ${falls ? `The approval by ${names.post(body).en} counts no more and is needed again.` : 'The next gate is shut until it is met.'}`,
  }),
};

export const decidingAsks: Asks = {
  'review.recused': {
    ja: '人数が足りなければ、職務代理か後任を置いてください（sekimori explain で確かめられます）。',
    en: 'Where too few are left, have a deputy or another holder appointed (sekimori explain).',
  },
  'proviso.asked': meet,
  'proviso.lapsed': meet,
};
