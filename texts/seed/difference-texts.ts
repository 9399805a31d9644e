// Sentences for what stands otherwise than a folder says, in Japanese and English.
import type { Text } from '../../machines/definition/definition.ts';

export type DifferingPart = 'definition' | 'history';

const texts: Record<DifferingPart, Text> = {
  definition: {
    ja: '読み込み済みの定義（工程・期限・暦・職・業務など）と違います',
    en: 'differs from the definition that stands (path, deadlines, calendar, bodies, businesses)',
  },
  history: {
    ja: '読み込み済みの過去の出来事（history.yaml）と違います',
    en: 'its past (history.yaml) differs from what is recorded',
  },
};

export const differenceText = (part: DifferingPart): Text => texts[part];
