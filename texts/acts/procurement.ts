// Selection, contract, and the regime of a deadline.
import { dayText, yenText } from '../names.ts';
import { type ActTexts, because } from './said.ts';

export const procurementActs: ActTexts<
  | 'selection.recorded'
  | 'contract.recorded'
  | 'regime.flagged'
  | 'regime.applied'
  | 'regime.designated'
  | 'regime.withdrawn'
> = {
  'selection.recorded': {
    label: { ja: '選定結果の登録', en: 'record the selection' },
    said: ({ candidate, technical, price }) => ({
      ja: `選定結果を登録（${candidate}、技術点 ${technical}、価格点 ${price}）`,
      en: `selection recorded (${candidate}, technical ${technical}, price ${price})`,
    }),
  },
  'contract.recorded': {
    label: { ja: '契約の登録', en: 'record the contract' },
    said: ({ vendor, totalYen }) => ({
      ja: `契約を登録（${vendor}、総額 ${yenText(totalYen).ja}）`,
      en: `contract recorded (${vendor}, total ${yenText(totalYen).en})`,
    }),
  },
  'regime.flagged': {
    label: { ja: '特定移行支援の候補とする', en: 'flag for special transition' },
    said: ({ scope }) => ({
      ja: `特定移行支援の候補とする${scope ? `（${scope}）` : ''}`,
      en: `flagged for special transition${scope ? ` (${scope})` : ''}`,
    }),
  },
  'regime.applied': {
    label: { ja: '特定移行支援の申出', en: 'apply for special transition' },
    said: ({ reasonTypes }) => ({
      ja: `特定移行支援を申出（事由${reasonTypes.join('・')}）`,
      en: `special transition applied for (reason types ${reasonTypes.join(', ')})`,
    }),
  },
  'regime.designated': {
    label: { ja: '特定移行支援の指定の登録', en: 'record the designation' },
    said: ({ completionOn }) => ({
      ja: `特定移行支援システムに指定（完了予定: ${completionOn ? dayText(completionOn).ja : '未定'}）`,
      en: `special transition designated (completion: ${completionOn ? dayText(completionOn).en : 'not set'})`,
    }),
  },
  'regime.withdrawn': {
    label: { ja: '特定移行支援の取下げ', en: 'withdraw the special transition' },
    said: ({ reason }) => ({
      ja: `特定移行支援を取下げ${because(reason).ja}`,
      en: `special transition withdrawn${because(reason).en}`,
    }),
  },
};
