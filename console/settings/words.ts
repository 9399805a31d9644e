// The words of the settings, shared by their pages.
import type { Words } from '../words/sentence.ts';
import { systemChangeWords } from './amendments/systems/words.ts';
import { amendmentWords } from './amendments/words.ts';
import { clockWords } from './clock/words.ts';
import { occurrenceWords } from './occurrences/words.ts';
import { lookingWords } from './paths/words.ts';
import { peopleWords } from './people/words.ts';

export const settingsWords = {
  'settings.title': { ja: '設定', en: 'Settings' },
  'settings.nav': { ja: '設定の画面', en: 'Pages of the settings' },
  'settings.amendments': { ja: '改定', en: 'Amendments' },
  'settings.people': { ja: '人', en: 'People' },
  'settings.transfer': { ja: '年度替わり', en: 'Change of year' },
  'settings.calendar': { ja: '暦', en: 'Calendar' },
  'settings.occurrences': { ja: '出来事', en: 'Occurrences' },
  'settings.paths': { ja: '工程', en: 'Paths' },
  'settings.clock': { ja: '演習の時計', en: 'Rehearsal’s clock' },
  'settings.for': {
    ja: '改定・人・暦・出来事・工程は、計画全体に職のある人に示します。担当のシステムのことは、移行の一覧から、システムの画面で見られます。',
    en: 'Amendments, people, the calendar, occurrences and paths are shown to whoever holds a post for the whole programme. Your systems have a page each, from the board.',
  },
  'settings.required': { ja: '必須', en: 'required' },
  'settings.reason': { ja: '理由', en: 'Reason' },
  'settings.reasonHint': {
    ja: '記録に残り、誰でも読めます。',
    en: 'It stays in the record for all to read.',
  },
  'settings.preview': { ja: '下見する', en: 'Look first' },
  'settings.looking': { ja: '確かめています', en: 'Looking' },
  'settings.recording': { ja: '記録しています', en: 'Recording' },
  'settings.file': { ja: 'ファイル', en: 'File' },
  'settings.all': { ja: '全システム', en: 'All systems' },
  'settings.unfinished': {
    ja: 'はじめての設定がまだ終わっていません（足りないこと {count} 件）。',
    en: 'The first set-up is not finished: {count} things are lacking.',
  },
  'settings.toSetUp': { ja: 'はじめての設定へ', en: 'To the first set-up' },
  'settings.refused': { ja: '受け付けられません', en: 'This is not accepted' },
  'settings.onlyAdmin': {
    ja: 'ここで変えられるのはシステム管理者だけです。',
    en: 'Only an administrator can change this.',
  },
  'settings.where': { ja: '{file} {line}行目', en: '{file} line {line}' },
  ...amendmentWords,
  ...systemChangeWords,
  ...peopleWords,
  ...clockWords,
  ...lookingWords,
  ...occurrenceWords,
} as const satisfies Words;
