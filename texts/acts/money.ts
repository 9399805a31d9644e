// Budgets with their amounts, estimates, and what stands around a contract.
import { choiceText } from '../choices.ts';
import { dayText, fiscalYearText, yenText } from '../names.ts';
import { type ActTexts, because } from './said.ts';

interface OfYear {
  fiscalYear: number;
  supplement?: number | undefined;
}

/** 令和7年度当初予算, 令和7年度補正予算（第3号） */
export const budgetText = ({ fiscalYear, supplement }: OfYear) => {
  const { ja, en } = fiscalYearText(fiscalYear);
  return supplement === undefined
    ? { ja: `${ja}当初予算`, en: `initial budget of ${en}` }
    : { ja: `${ja}補正予算（第${supplement}号）`, en: `supplementary budget ${supplement} of ${en}` };
};

const costs = (migrationYen: number, operationYen: number) => ({
  ja: `移行経費 ${yenText(migrationYen).ja}、運用経費 ${yenText(operationYen).ja}`,
  en: `migration ${yenText(migrationYen).en}, operation ${yenText(operationYen).en}`,
});

interface Amounts {
  migrationYen: number;
  operationYen: number;
  direction?: 'increase' | 'decrease' | undefined;
}

/** With how a supplement changes the budget, where it makes it less. */
function costsOf({ migrationYen, operationYen, direction }: Amounts) {
  const { ja, en } = costs(migrationYen, operationYen);
  return direction === 'decrease' ? { ja: `減額 ${ja}`, en: `less ${en}` } : { ja, en };
}

const budget = (ja: string, en: string) => (fact: OfYear & Amounts) => {
  const [of, yen] = [budgetText(fact), costsOf(fact)];
  return { ja: `${of.ja}を${ja}（${yen.ja}）`, en: `${of.en} ${en} (${yen.en})` };
};

const yearly = (amounts: readonly { fiscalYear: number; amountYen: number }[]) => ({
  ja: amounts
    .map(({ fiscalYear, amountYen }) => `${fiscalYearText(fiscalYear).ja} ${yenText(amountYen).ja}`)
    .join('、'),
  en: amounts
    .map(({ fiscalYear, amountYen }) => `${fiscalYearText(fiscalYear).en} ${yenText(amountYen).en}`)
    .join(', '),
});

export const moneyActs: ActTexts<
  | 'budget.requested'
  | 'budget.assessed'
  | 'budget.voted'
  | 'obligation.voted'
  | 'estimate.recorded'
  | 'contract.requested'
  | 'contract.councilVoted'
  | 'contract.amended'
  | 'contract.terminated'
> = {
  'budget.requested': {
    label: { ja: '予算要求の登録', en: 'record the budget request' },
    said: budget('要求', 'requested'),
  },
  'budget.assessed': {
    label: { ja: '予算査定の登録', en: 'record the budget assessment' },
    said: budget('査定', 'assessed'),
  },
  'budget.voted': {
    label: { ja: '予算議決の登録', en: 'record the voted budget' },
    said: ({ fiscalYear, supplement, migrationYen, operationYen, direction }) => {
      if (migrationYen !== undefined && operationYen !== undefined)
        return budget('議決', 'voted')({ fiscalYear, supplement, migrationYen, operationYen, direction });
      return {
        ja: `${fiscalYearText(fiscalYear).ja}予算の議決を登録`,
        en: `budget of ${fiscalYearText(fiscalYear).en} voted`,
      };
    },
  },
  'obligation.voted': {
    label: { ja: '債務負担行為の登録', en: 'record a voted debt obligation' },
    said: ({ matter, limits }) => ({
      ja: `債務負担行為「${matter}」の議決を登録（限度額 ${yearly(limits).ja}）`,
      en: `debt obligation "${matter}" voted (limits ${yearly(limits).en})`,
    }),
  },
  'estimate.recorded': {
    label: { ja: '見積の登録', en: 'record an estimate' },
    said: ({ no, estimateKind, vendor, costs: years, reason }) => {
      const sum = (part: 'migrationYen' | 'operationYen') => years.reduce((all, year) => all + year[part], 0);
      const yen = costs(sum('migrationYen'), sum('operationYen'));
      const kind = choiceText('estimateKind', estimateKind);
      const why = because(reason);
      return {
        ja: `見積 第${no}版（${kind.ja}、${vendor}）を登録（${yen.ja}）${why.ja}`,
        en: `estimate ${no} (${kind.en}, ${vendor}) recorded (${yen.en})${why.en}`,
      };
    },
  },
  'contract.requested': {
    label: { ja: '契約執行伺書の登録', en: 'record what is asked before a contract' },
    said: ({ subject, plannedYen }) => ({
      ja: `契約執行伺書「${subject}」を登録（契約予定金額 ${yenText(plannedYen).ja}）`,
      en: `contract "${subject}" asked for (planned ${yenText(plannedYen).en})`,
    }),
  },
  'contract.councilVoted': {
    label: { ja: '契約についての議会の議決の登録', en: "record the council's vote on a contract" },
    said: ({ bill, totalYen, vote }) => {
      const fell = vote === 'rejected' ? { ja: '、否決', en: ', rejected' } : { ja: '', en: '' };
      return {
        ja: `契約についての議会の議決を登録（${bill}、${yenText(totalYen).ja}${fell.ja}）`,
        en: `the council voted on the contract (${bill}, ${yenText(totalYen).en}${fell.en})`,
      };
    },
  },
  'contract.amended': {
    label: { ja: '変更契約の登録', en: 'record an amendment of the contract' },
    said: ({ no, totalYen, until, reason }) => ({
      ja: `第${no}回変更契約を登録（総額 ${yenText(totalYen).ja}${until ? `、${dayText(until).ja}まで` : ''}）${because(reason).ja}`,
      en: `contract amendment ${no} recorded (total ${yenText(totalYen).en}${until ? `, until ${dayText(until).en}` : ''})${because(reason).en}`,
    }),
  },
  'contract.terminated': {
    label: { ja: '契約解除の登録', en: 'record the end of the contract' },
    said: ({ paidYen, reason }) => ({
      ja: `契約の解除を登録${paidYen === undefined ? '' : `（支払額 ${yenText(paidYen).ja}）`}${because(reason).ja}`,
      en: `contract terminated${paidYen === undefined ? '' : ` (${yenText(paidYen).en} paid)`}${because(reason).en}`,
    }),
  },
};
