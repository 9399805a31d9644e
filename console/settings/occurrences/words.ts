// The words of what happens around the programme.
import type { Words } from '../../words/sentence.ts';

export const occurrenceWords = {
  'occurrence.what': {
    ja: '計画のまわりで起きたこと（閣議決定、通知、条例の公布など）を登録します。期限を数えるものとして計画に名のある出来事は、登録すると、待っていた移行に期限が置かれます。',
    en: 'Record what happens around the programme: a cabinet decision, a notice, a promulgation. Where deadlines are counted from it, they are set in the migrations that wait for it.',
  },
  'occurrence.named': { ja: '期限を数える出来事', en: 'What deadlines are counted from' },
  'occurrence.noneNamed': {
    ja: 'この計画に、期限を数える出来事はありません。',
    en: 'No deadline of this programme is counted from an occurrence.',
  },
  'occurrence.all': { ja: '登録された出来事', en: 'What is recorded' },
  'occurrence.none': { ja: 'まだありません。', en: 'Nothing yet.' },
  'occurrence.on': { ja: 'あった日', en: 'Happened on' },
  'occurrence.title': { ja: '事項', en: 'What happened' },
  'occurrence.source': { ja: '出典', en: 'Source' },
  'occurrence.notYet': { ja: 'まだ', en: 'not yet' },
  'occurrence.record': { ja: '出来事を登録する', en: 'Record an occurrence' },
  'occurrence.which': { ja: '出来事', en: 'Occurrence' },
  'occurrence.other': { ja: 'その他（期限は数えない）', en: 'another (no deadline is counted from it)' },
  'occurrence.titleJa': { ja: '事項（日本語）', en: 'What happened, in Japanese' },
  'occurrence.titleEn': { ja: '事項（英語）', en: 'What happened, in English' },
  'occurrence.titleEnHint': { ja: '空なら日本語と同じにします。', en: 'Left empty: as in Japanese.' },
  'occurrence.kind': { ja: '種類', en: 'Kind' },
  'occurrence.dayHint': {
    ja: '2026-03-25。日が分からなければ月まで（2026-03）。',
    en: '2026-03-25, or the month alone (2026-03).',
  },
  'occurrence.sourceHint': {
    ja: '公報の号数など。空でも構いません。',
    en: 'Such as the gazette’s number; may stay empty.',
  },
  'occurrence.effect': { ja: '置かれる・動く期限', en: 'Deadlines that are set or moved' },
  'occurrence.noEffect': {
    ja: '期限は動きません（数えている移行 {waiting}）。',
    en: 'No deadline moves ({waiting} migrations count from it).',
  },
  'occurrence.from': { ja: 'これまで', en: 'Before' },
  'occurrence.to': { ja: '登録後', en: 'After' },
  'occurrence.confirm': { ja: 'この内容で記録する', en: 'Record it' },
  'occurrence.done': {
    ja: '記録しました（計画の第{seq}件）。',
    en: 'Recorded as entry {seq} of the programme.',
  },
  'occurrence.unsure': {
    ja: '答えが届いていません。記録されたかもしれません。もう一度押すと確かめます（二重には記録しません）。',
    en: 'No answer came: it may be recorded. Press again to find out; nothing is recorded twice.',
  },
  'occurrence.correct': { ja: '出来事の日を訂正する', en: 'Put a day right' },
  'occurrence.correctWhat': {
    ja: '登録した人とは別の人が行います。数えた期限は数え直されます。',
    en: 'Done by another than who recorded it; the deadlines are counted again.',
  },
  'occurrence.never': { ja: 'この出来事はなかった', en: 'It did not happen' },
  'occurrence.who': { ja: '登録できるのは {who} です。', en: 'It is recorded by {who}.' },
} as const satisfies Words;
