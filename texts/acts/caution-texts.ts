// What speaks against an act without stopping it, as it is told before the act is recorded.
import type { Text } from '../../machines/definition/definition.ts';
import type { Caution } from '../../machines/record/caution.ts';
import { choiceText } from '../choices.ts';
import { dayText, listed, yenText } from '../names.ts';

const named = (conditions: readonly Text[]): Text =>
  listed(conditions.map(({ ja, en }) => ({ ja: `「${ja}」`, en: `“${en}”` })));

export function cautionText(caution: Caution): Text {
  switch (caution.code) {
    case 'gate.open': {
      const { ja, en } = named(caution.conditions);
      const { length } = caution.conditions;
      return caution.hard
        ? {
            ja: `関門の条件 ${length} 件がまだ満たされていません：${ja}。このまま進められますが、そろうまで、この関門の最後の承認はできません。`,
            en: `Of the gate’s conditions, ${length} unmet still: ${en}. This can be recorded; the gate’s last approval waits for them.`,
          }
        : {
            ja: `注意だけの条件 ${length} 件が満たされていません：${ja}。このまま通せますが、満たさないまま承認したことが承認の記録に残ります。`,
            en: `Of the conditions that only warn, ${length} unmet: ${en}. The gate can be passed; that they were unmet is kept with the approval.`,
          };
    }
    case 'evidence.sameFile': {
      const others = caution.others.map(({ title, documentNo }) => `${title}（${documentNo}）`).join('、');
      return {
        ja: `「${caution.title}」のファイルは、別の文書「${others}」と同じ中身です（SHA-256 が同じ）。選び間違いでないか確かめてください。`,
        en: `The file of “${caution.title}” is the very file of another document, ${others} (same SHA-256). Is it the right one?`,
      };
    }
    case 'evidence.again':
      return {
        ja: `「${caution.title}」は、同じ文書がすでに付いています。`,
        en: `“${caution.title}” is attached already.`,
      };
    case 'rfp.overCeiling': {
      const { name, priceYen, ceilingYen } = caution;
      const [price, ceiling] = [yenText(priceYen), yenText(ceilingYen)];
      return {
        ja: `${name}の提案価格（${price.ja}）は、提案上限額（${ceiling.ja}）を超えています。受領は記録されますが、この提案は採点の対象になりません。金額の誤りでないか確かめてください。`,
        en: `The price of ${name} (${price.en}) is above the ceiling (${ceiling.en}): the proposal is received and is not scored. Is the amount right?`,
      };
    }
    case 'pia.belowThreshold': {
      const { evaluation, subjects, least } = caution;
      const [said, wanted] = [choiceText('evaluation', evaluation), choiceText('evaluation', least)];
      return {
        ja: `対象人数が${subjects.toLocaleString('ja')}人のときは、少なくとも${wanted.ja}です（特定個人情報保護評価に関する規則4条～7条）。${said.ja}でよいか、人数とともに確かめてください。`,
        en: `${subjects.toLocaleString('en')} people ask for this at least: ${wanted.en} (PIA rule, arts. 4 to 7). Is it ${said.en}, and is the number right?`,
      };
    }
    case 'readiness.rollbackMet': {
      const named = caution.criteria.map(({ no, title }) => `第${no}号「${title}」`).join('、');
      const english = caution.criteria.map(({ no, title }) => `${no} “${title}”`).join(', ');
      return {
        ja: `切戻し基準に該当すると確認されています：${named}。それでも移行可とするのか、確かめてください。`,
        en: `Criteria of rolling back are found to be met: ${english}. Is it to be judged go all the same?`,
      };
    }
    case 'regime.completionPast': {
      const [completion, on] = [dayText(caution.completionOn), dayText(caution.occurredOn)];
      return {
        ja: `移行完了時期（${completion.ja}）が、指定の日（${on.ja}）より前です。記録すると、その期限は直ちに期限超過になります。年の誤りでないか確かめてください。`,
        en: `The completion date (${completion.en}) lies before the designation (${on.en}): once recorded, its deadline is missed at once. Is the year right?`,
      };
    }
  }
}
