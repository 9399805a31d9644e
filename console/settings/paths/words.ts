// The words of paths and calendars.
import type { Words } from '../../words/sentence.ts';

export const lookingWords = {
  'paths.what': {
    ja: '第{version}版の工程です。変えるには改定を提案します。',
    en: 'The paths of version {version}. An amendment changes them.',
  },
  'paths.systems': { ja: '通るシステム（{count}）：', en: 'Systems that walk it ({count}): ' },
  'paths.phase': { ja: '工程', en: 'Phase' },
  'paths.owners': { ja: '提出する', en: 'Submitted by' },
  'paths.gate': { ja: '関門で決める', en: 'Decided by' },
  'paths.noGate': { ja: '関門なし', en: 'no gate' },
  'paths.conditions': { ja: '条件', en: 'Conditions' },
  'paths.deadlines': { ja: '期限', en: 'Deadlines' },
  'paths.votes': { ja: '{votes}/{members}名', en: '{votes} of {members}' },
  'paths.soft': { ja: '注意のみ', en: 'warns only' },
  'paths.live': { ja: 'この工程から稼働できます', en: 'may go live from here' },
  'paths.drawing': { ja: '「{path}」の工程図', en: 'Drawing of “{path}”' },
  'paths.other': { ja: '工程によらない期限', en: 'Deadlines met otherwise' },
  'calendar.year': { ja: '{year}年', en: '{year}' },
  'calendar.before': { ja: '前の年', en: 'Year before' },
  'calendar.after': { ja: '次の年', en: 'Year after' },
  'calendar.version': { ja: '版 {version}', en: 'version {version}' },
  'calendar.provisional': {
    ja: '{day} からの祝日はまだ確定していません。',
    en: 'Holidays from {day} are not fixed yet.',
  },
  'calendar.systems': { ja: '{count} システムが使う', en: 'used by {count} systems' },
  'calendar.law': { ja: '祝日法', en: 'by law' },
  'calendar.custom': { ja: '慣習', en: 'by custom' },
  'calendar.programme': { ja: '計画・条例', en: 'programme' },
  'calendar.weekend': { ja: '土日', en: 'weekend' },
  'calendar.from': { ja: 'どこから', en: 'Where from' },
  'calendar.day': { ja: '閉庁日', en: 'Closed day' },
  'calendar.closedDays': { ja: '{year}年の閉庁日', en: 'Closed days of {year}' },
  'calendar.why': { ja: '理由', en: 'Why' },
  'calendar.change': {
    ja: '閉庁日を変えるには、改定の「閉庁日」で提案します。提案の下見が、移る期限をすべて示します。',
    en: 'A closed day is changed by an amendment, whose look shows every deadline that it moves.',
  },
  'calendar.half': { ja: '{time}に閉まる', en: 'closes at {time}' },
} as const satisfies Words;
