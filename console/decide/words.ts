// The words of the page of decisions.
import type { Words } from '../words/sentence.ts';

export const decideWords = {
  'decide.title': { ja: '決裁', en: 'Decide' },
  'decide.waiting': { ja: 'あなたの決裁を待つもの {count} 件', en: '{count} waiting for your decision' },
  'decide.meetings': { ja: '会議・書面開催', en: 'Meetings and circulations' },
  'decide.none': { ja: 'あなたの決裁を待つものはありません。', en: 'Nothing waits for your decision.' },
  'decide.noGate': {
    ja: '関門の審査で、あなたの決裁を待つものはありません。',
    en: 'No gate waits for your decision.',
  },
  'decide.corrections': { ja: '訂正の申出', en: 'Corrections that are proposed' },
  'decide.keys': {
    ja: '文字キーで操作する：J 次へ・K 前へ・A 承認の確認を開く・R 差戻しの確認を開く（入力欄では働きません）',
    en: 'Letter keys act: J next, K back, A opens approving, R opens returning (off while you type in a field)',
  },
  'decide.choose': { ja: '{system}をまとめて承認するものに入れる', en: 'Approve {system} with others' },
  'decide.asPost': { ja: '{post}として', en: 'as {post}' },
  'decide.open': { ja: 'システムの画面', en: 'Its page' },
  'decide.power': { ja: 'どの権限で', en: 'By which power' },
  'decide.own': {
    ja: '{post}の一員として（定足数 {quorum}）',
    en: 'As a member of {post} (quorum {quorum})',
  },
  'decide.inName': {
    ja: '不在の{name}さんの名で決めます。あとで本人が確かめます（後閲）。',
    en: 'In the name of {name}, who is absent and looks at it afterwards.',
  },
  'decide.inStead': { ja: '{name}さんの職を代わって行います。', en: 'Exercising the office of {name}.' },
  'decide.vacant': { ja: '欠員の職を代わって行います。', en: 'Exercising a vacant office.' },
  'decide.seenBy': { ja: '後閲は{day}まで。', en: ' To be looked at by {day}.' },
  'decide.until': { ja: '（代理は{day}まで）', en: '(deputy until {day})' },
  'decide.alone': { ja: '専決：{matter}は{post}が決める', en: '{matter} is decided by {post} alone' },
  'decide.since': { ja: '前回の差戻し（{on}）からの変更', en: 'Changed since it was returned on {on}' },
  'decide.sinceNone': { ja: '変更はありません。', en: 'Nothing has changed.' },
  'decide.gone': {
    ja: 'いまはあなたの決裁を待っていません。',
    en: 'It does not wait for your decision now.',
  },
  'decide.several': { ja: 'まとめて承認（{count} 件）', en: 'Approve together ({count})' },
  'decide.severalTitle': { ja: '{count} 件をまとめて承認する', en: 'Approve {count} together' },
  'decide.willRecord': {
    ja: '次の内容を、1件ずつ記録します。途中で断られたものがあっても、ほかは記録されます。',
    en: 'Each is recorded on its own: where one is refused the others are recorded all the same.',
  },
  'decide.notYet': { ja: 'まだ承認できません', en: 'Cannot be approved yet' },
  'decide.line': {
    ja: '{system}：{phase} の {act}',
    en: '{system}: {act}, {phase}',
  },
  'decide.warnings': { ja: '注意：{what}', en: 'Mind: {what}' },
  'decide.note': { ja: '備考（全件に付ける）', en: 'Note (on each)' },
  'decide.recorded': { ja: '記録しました（{seq} 番）', en: 'Recorded (entry {seq})' },
  'decide.refused': { ja: '記録されていません：{why}', en: 'Not recorded: {why}' },
  'decide.unsure': {
    ja: '答えが届いていません。もう一度押すと、二重に記録せずに確かめます。',
    en: 'No answer came. Pressing again finds out, and records nothing twice.',
  },
} as const satisfies Words;
