// The words of the past.
import type { Words } from '../words/sentence.ts';

export const pastWords = {
  'past.title': { ja: '過去を見る', en: 'The past' },
  'past.lead': {
    ja: 'どの日の、どの意味の「過去」を見るかを選びます。見るだけで、何も変わりません。',
    en: 'Choose which day to look at, and in which sense. Looking changes nothing.',
  },
  'past.day': { ja: '日付', en: 'Day' },
  'past.by': { ja: '見かた', en: 'Sense' },
  'past.occurred': { ja: 'その日に事実だったこと', en: 'What was true on that day' },
  'past.occurredNote': {
    ja: '後から届いた記録も、事実の日で数えます。月だけの日付は、その月の末日（記録した日が先ならその日）に起きたものとして数えます。',
    en: 'Counts entries by the day they happened, even if recorded later. A month counts from its last day, or from the day within it on which it was recorded.',
  },
  'past.recorded': { ja: 'その日に知られていたこと', en: 'What was known on that day' },
  'past.recordedNote': {
    ja: 'その日までに記録されていたことだけで数えます。',
    en: 'Counts only what had been recorded by that day.',
  },
  'past.show': { ja: 'この日を見る', en: 'Show this day' },
  'past.picks': { ja: '計画の主な日', en: 'Days of the programme' },
  'past.bannerOccurred': { ja: '{day} に事実だったこと', en: 'What was true on {day}' },
  'past.bannerRecorded': { ja: '{day} に知られていたこと', en: 'What was known on {day}' },
  'past.banner': { ja: '過去の表示', en: 'The past' },
  'past.bannerNote': {
    ja: '今の状態ではありません。ここからは何も行えません。',
    en: 'This is not the present. Nothing can be done from here.',
  },
  'past.now': { ja: '今に戻る', en: 'Back to the present' },
  'past.otherBy': { ja: '「{by}」で見る', en: 'Show “{by}”' },
  'past.boardTitle': { ja: '移行の一覧（過去）', en: 'Board (the past)' },
  'past.future': {
    ja: '{day}はまだ来ていません。{today}（計画の時計での今日）までの日を選んでください。',
    en: '{day} has not come yet. Choose a day up to {today}, today on the programme’s clock.',
  },
  'past.nothingOccurred': {
    ja: '{day}には、まだ何も始まっていません。この計画の最初の記録は、これより後の日の事実です。',
    en: 'On {day} nothing had begun yet: the first entry of this programme is about a later day.',
  },
  'past.nothingRecorded': {
    ja: '{day}までに記録されたものはありません。この計画の最初の記録は、これより後に書かれました。',
    en: 'By {day} nothing had been recorded: the first entry of this programme was written later.',
  },
  'past.systemNotBegun': {
    ja: '{day}には、この移行はまだ始まっていません。',
    en: 'On {day} this migration had not begun yet.',
  },
  'past.systemNotRecorded': {
    ja: '{day}までに、この移行について記録されたものはありません。',
    en: 'By {day} nothing of this migration had been recorded.',
  },
  'past.choose': { ja: '日付を選ぶと、その日の一覧を表示します。', en: 'Choose a day to see its board.' },
} as const satisfies Words;
