// What is done around a decision: a condition met or overdue, a recusal.
import { dayText } from '../names.ts';
import { type ActTexts, because } from './said.ts';

export const decidingActs: ActTexts<'approver.recused' | 'proviso.met' | 'proviso.lapsed'> = {
  'approver.recused': {
    label: { ja: '除斥の申出', en: 'recuse oneself' },
    said({ phase, everyGate, reason }, names) {
      const [label, why] = [names.phase(phase), because(reason)];
      return everyGate
        ? { ja: `すべての関門の決定から除斥${why.ja}`, en: `recused from every gate${why.en}` }
        : {
            ja: `「${label.ja}」の決定から除斥${why.ja}`,
            en: `recused from deciding on "${label.en}"${why.en}`,
          };
    },
  },
  'proviso.met': {
    label: { ja: '承認の条件の充足', en: "an approval's condition met" },
    said: ({ proviso, evidence: { title, documentNo, decidedOn } }) => ({
      ja: `承認の条件（${proviso}）の充足を、文書「${title}」（${documentNo}、${dayText(decidedOn).ja}）により記録`,
      en: `condition ${proviso} of an approval met, by "${title}" (${documentNo}, ${dayText(decidedOn).en})`,
    }),
  },
  'proviso.lapsed': {
    label: { ja: '承認の条件の期日超過', en: "an approval's condition unmet past its day" },
    said: ({ proviso }) => ({
      ja: `承認の条件（${proviso}）が、満たされないまま期日を過ぎた`,
      en: `the day of condition ${proviso} of an approval is over, and it is not met`,
    }),
  },
};
