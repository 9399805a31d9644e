// What there is to say of a notice: its sentence, and what it asks of whoever is told.
import type { Text } from '../../../machines/definition/definition.ts';
import type { Notice } from '../../../machines/record/effect.ts';
import type { Names } from '../../names.ts';

/** The sentences of these notices, and of no other. */
export type NoticeSentences<C extends Notice['code']> = {
  [K in C]: (notice: Extract<Notice, { code: K }>, names: Names) => Text;
};

/** What some of them ask. */
export type Asks = Partial<Record<Notice['code'], Text>>;

export const decide: Text = {
  ja: '内容を確かめ、承認または差戻しをしてください（sekimori approve / sekimori return）。',
  en: 'Look at it, then approve or return it (sekimori approve, sekimori return).',
};
export const choose: Text = {
  ja: '内容を確かめ、「いまできること」で可否を決めてください（sekimori explain）。',
  en: 'Look at it and decide, under "what may be done now" (sekimori explain).',
};
