// What speaks against an act without stopping it, as it is told before the act is recorded.
import type { Text } from '../../machines/definition/definition.ts';
import type { Caution } from '../../machines/record/caution.ts';
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
    case 'regime.completionPast': {
      const [completion, on] = [dayText(caution.completionOn), dayText(caution.occurredOn)];
      return {
        ja: `移行完了時期（${completion.ja}）が、指定の日（${on.ja}）より前です。記録すると、その期限は直ちに期限超過になります。年の誤りでないか確かめてください。`,
        en: `The completion date (${completion.en}) lies before the designation (${on.en}): once recorded, its deadline is missed at once. Is the year right?`,
      };
    }
  }
}
