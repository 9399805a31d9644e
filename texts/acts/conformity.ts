// 判断保留 of a special transition, what a system conforms to before it is live, and functions that follow later (経過措置).

import { dayText } from '../names.ts';
import { requirementText } from '../word-texts.ts';
import type { ActTexts } from './said.ts';

export const conformityTexts: ActTexts<
  'regime.leftPending' | 'conformity.recorded' | 'measure.filed' | 'measure.ended'
> = {
  'regime.leftPending': {
    label: { ja: '特定移行支援の判断保留の登録', en: 'record that the State leaves it pending' },
    said: ({ basis }) => ({
      ja: `特定移行支援の申出が判断保留とされた（根拠: ${basis}）`,
      en: `the application for special transition is left pending (${basis})`,
    }),
  },
  'conformity.recorded': {
    label: { ja: 'データ要件・連携要件への適合の登録', en: 'record conformity with a requirement' },
    said: ({ requirement, evidence }) => ({
      ja: `${requirementText[requirement].ja}への適合を登録（${evidence.title}、${evidence.documentNo}）`,
      en: `conforms with the ${requirementText[requirement].en} (${evidence.title}, ${evidence.documentNo})`,
    }),
  },
  'measure.filed': {
    label: { ja: '一部機能の経過措置の届出の登録', en: 'record that a function follows later' },
    said: ({ function: name, until, basis }) => ({
      ja: `機能「${name}」の経過措置を届出（${dayText(until).ja}まで、根拠: ${basis}）`,
      en: `the function "${name}" follows by ${dayText(until).en} (${basis})`,
    }),
  },
  'measure.ended': {
    label: { ja: '経過措置の機能の適合の登録', en: 'record that such a function conforms' },
    said: ({ function: name }) => ({
      ja: `経過措置の機能「${name}」が標準に適合した`,
      en: `the function "${name}", which was to follow, conforms`,
    }),
  },
};
