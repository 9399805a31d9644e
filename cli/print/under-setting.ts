// An answer of one programme: its value, and its lines under whose it is and on which day or past it was looked at.
import type { Setting } from '../../server/contract/values.ts';
import type { Answer } from './answer.ts';
import type { Language } from './speech.ts';
import { settingWord } from './words.ts';

export const underSetting = (
  found: { setting: Setting },
  language: Language,
  lines: readonly string[],
): Answer => ({
  kind: 'value',
  value: found,
  rehearsal: found.setting.rehearsal,
  lines: [settingWord(found.setting, language), '', ...lines],
});
