// What to do instead where an entry of a system's chain is of a kind that is not put right by a correction. By the kind, and else by its
// room. A closed table.
import type { Text } from '../../machines/definition/definition.ts';

const ways: Readonly<Record<string, Text>> = {
  'rfp.opened': {
    ja: '日程は変更し（sekimori rfp stage）、ほかの条件を改めるには、理由を付けて取りやめ（sekimori rfp end）、正しい条件で始め直してください。',
    en: 'Move its stages (sekimori rfp stage); where other terms are wrong, end it with the reason (sekimori rfp end) and open it anew.',
  },
  'rfp.stageMoved': {
    ja: '正しい日時で、もう一度変更してください（sekimori rfp stage）。',
    en: 'Move it again, to the right time (sekimori rfp stage).',
  },
  'rfp.bidderQualified': {
    ja: '参加資格を認めた後でも、開封の前なら、理由を付けて失格にできます（sekimori rfp qualify）。',
    en: 'Who was accepted is rejected with a reason until the sheets are opened (sekimori rfp qualify).',
  },
  'rfp.questionAnswered': {
    ja: '公表の前なら、正しい回答を登録し直してください（sekimori rfp answer）。',
    en: 'Until the answers are published, record the right answer again (sekimori rfp answer).',
  },
  'rfp.sheetSigned': {
    ja: '採点の締切の前なら、採点者が採点表を提出し直してください（sekimori rfp score）。後の提出が前に代わります。',
    en: 'Until the scoring is closed its evaluator signs again (sekimori rfp score): the later sheet counts.',
  },
};

const rfp: Text = {
  ja: '調達手続の中で、正しい内容を次の操作として登録してください。進められないときは、理由を付けて取りやめ（sekimori rfp end）、始め直します。誤った記録も残ります。',
  en: 'Record what is right by the next act of the procurement; where that is not possible, end it with the reason (sekimori rfp end) and open another. The wrong entry stays.',
};
const correction: Text = {
  ja: '訂正は、決まる前なら申し出た人が取り下げられます（sekimori correct withdraw）。決まった後は、元の記録の訂正をもう一度申し出てください。',
  en: 'Before it is decided its proposer withdraws it (sekimori correct withdraw); afterwards propose again to correct the entry itself.',
};
const others: Text = {
  ja: '正しい内容をそのための操作で改めて登録するか、通過した工程なら手戻り（sekimori go-back）で改めてください。誤った記録も残ります。',
  en: 'Record what is right by an act of its own, or go back (sekimori go-back) where a phase was passed. The wrong entry stays.',
};

export function wayInSystem(type: string): Text {
  const own = Object.hasOwn(ways, type) ? ways[type] : undefined;
  if (own) return own;
  return type.startsWith('rfp.') ? rfp : type.startsWith('correction.') ? correction : others;
}
