// How a gate is decided, in lines for people: who does so alone, on which conditions, who takes no part, what there is to decide on.
import type { ProvisoView } from '../../../server/contract/decisions.ts';
import type { ExplanationView } from '../../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import { type Language, speak, type Text } from '../speech.ts';
import { dayWord, yenWord } from '../words.ts';

type Gate = NonNullable<ExplanationView['gate']>;

const amountFrom: Record<NonNullable<NonNullable<Gate['matter']>['amount']>['from'], Text> = {
  contract: { ja: '契約', en: 'contract' },
  estimate: { ja: '見積', en: 'estimate' },
  budget: { ja: '予算', en: 'budget' },
};

/** 専決: the matter, what it comes to, who decides it. */
export function matterLines({ matter }: Gate, language: Language): string[] {
  if (matter === null) return [];
  const say = speak(language);
  const { label, amount, decides, powers } = matter;
  const comes =
    amount === null
      ? say('金額の記録なし', 'no amount on record')
      : `${yenWord(amount.yen, language)}（${amountFrom[amount.from][language]}）`;
  const who =
    decides === null
      ? say('金額が登録されるまで決められません', 'nobody can decide it before an amount is recorded')
      : say(`${decides.label.ja}が決めます`, `decided by ${decides.label.en}`);
  const table = powers.map(
    ({ label: post, upToYen }) =>
      `${post[language]} ${upToYen === null ? say('上限なし', 'any amount') : say(`${yenWord(upToYen, language)}まで`, `up to ${yenWord(upToYen, language)}`)}`,
  );
  return [
    `  ${say('専決', 'Decided alone')}`,
    `    ${label[language]}  ${comes}  ${who}`,
    `    ${say('専決規程：', 'by the table: ')}${table.join(say('、', ', '))}`,
  ];
}

export function bundleLines({ bundle }: Gate, language: Language): string[] {
  if (bundle === null) return [];
  const say = speak(language);
  const { sha256, since } = bundle;
  const changed =
    since === null
      ? []
      : [
          `    ${say(`差戻し（${dayWord(since.on, language)}）の後に変わったこと`, `changed since it was returned (${dayWord(since.on, language)})`)}`,
          ...(since.changes.length === 0 ? [`      ${say('（なし）', '(nothing)')}`] : []),
          ...since.changes.map((change) => `      ${change[language]}`),
        ];
  return [`  ${say('決裁の対象（SHA-256）', 'What is decided on (SHA-256)')}`, `    ${sha256}`, ...changed];
}

function metWord({ met, overdue, dueOn }: ProvisoView, language: Language): string {
  const say = speak(language);
  if (met) {
    const on = dayWord(met.on, language);
    return say(
      `充足 ${on} ${met.by}（${met.title} ${met.documentNo}）`,
      `met ${on}, ${met.by} (${met.title} ${met.documentNo})`,
    );
  }
  const due = dayWord(dueOn, language);
  return overdue
    ? say(`期日 ${due} を過ぎ未充足（関門を閉じています）`, `unmet past ${due}: it shuts the gate`)
    : say(`${due}まで`, `due ${due}`);
}

export const provisoLines = (provisos: readonly ProvisoView[], language: Language): string[] =>
  provisos.map((one) => {
    const { id, text, bodyLabel, by, ownerLabel, met, overdue } = one;
    const mark = met ? '✔' : overdue ? '✘' : '・';
    return `  ${mark} ${id} ${text}  ${speak(language)('担当', 'with')} ${ownerLabel[language]}  ${metWord(one, language)}  （${bodyLabel[language]} ${by}）`;
  });

export const recusalLines = ({ recused }: SystemView, language: Language): string[] =>
  recused.map(({ name, bodyLabel, on, reason, phase }) => {
    const say = speak(language);
    const where = phase === null ? say('すべての関門', 'every gate') : phase;
    return `  ・${dayWord(on, language)} ${bodyLabel[language]} ${name}  ${where}${reason === null ? '' : `  ${reason}`}`;
  });
