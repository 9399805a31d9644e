// What words must be like to be taken anywhere: said of a field that is sent, and of one in a folder.
import type { Text } from '../machines/definition/definition.ts';

export const writtenForms = {
  oneLine: { ja: '改行を含まない一行の文字列', en: 'text of one line, without line breaks' },
  unstorable: {
    ja: '制御文字や壊れた文字（NUL など）を含まない文字列',
    en: 'text without control characters or broken characters (such as NUL)',
  },
  looksEmpty: { ja: '目に見える文字を含む文字列', en: 'text with something to see' },
} as const satisfies Record<string, Text>;
