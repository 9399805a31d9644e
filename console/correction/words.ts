// The words of putting an entry right.
import type { Words } from '../words/sentence.ts';

export const correctionWords = {
  'correction.title': { ja: '記録の訂正', en: 'Putting an entry right' },
  'correction.of': { ja: '{system}　記録 {seq} 番', en: '{system}, entry {seq}' },
  'correction.back': { ja: 'システムの画面へ', en: 'To the system' },
  'correction.stands': { ja: '記録にあること', en: 'What the record says' },
  'correction.occurred': { ja: '事実の日', en: 'Happened' },
  'correction.recorded': { ja: '記録日時', en: 'Recorded' },
  'correction.note': {
    ja: '誤った記録は消えません。別の人が承認すると、正しい内容が効き、元の記録と並べて残ります。',
    en: 'A wrong entry is never erased. Once another person approves, what is right counts, and both stay side by side.',
  },
  'correction.not': {
    ja: 'この種類の記録は訂正できません。工程を戻すときは「前工程への手戻り」を、そのほかは次の記録で改めてください。',
    en: 'Entries of this kind are not corrected: go back on the path, or record anew what holds now.',
  },
  'correction.noPost': {
    ja: 'このシステムで行える職がないため、申し出られません。',
    en: 'You hold no post here, so you cannot propose it.',
  },
  'correction.as': { ja: '申し出る職', en: 'In which post' },
  'correction.how': { ja: 'どう正すか', en: 'How it is put right' },
  'correction.right': { ja: '正しい内容に訂正する', en: 'Correct what it says' },
  'correction.void': {
    ja: '取り消す（あるべきでなかった記録）',
    en: 'Void it: it should not have been recorded',
  },
  'correction.day': { ja: '事実の日（正しい日）', en: 'Day on which it happened' },
  'correction.person': { ja: '行った人が違うとき', en: 'Where another person did it' },
  'correction.account': { ja: '行った人のアカウント', en: 'Account of who did it' },
  'correction.name': { ja: '行った人の氏名', en: 'Name of who did it' },
  'correction.reason': { ja: '訂正の理由', en: 'Why it is put right' },
  'correction.dismissReason': { ja: '理由', en: 'Reason' },
  'correction.noteField': { ja: '備考', en: 'Note' },
  'correction.nothing': {
    ja: '正しい内容が、まだ入力されていません。',
    en: 'Nothing differs from what is recorded yet.',
  },
  'correction.both': {
    ja: '行った人のアカウントと氏名を、両方入力してください。',
    en: 'Give both the account and the name of who did it.',
  },
  'correction.change': { ja: '{field}：{was} → {now}', en: '{field}: {was} → {now}' },
  'correction.empty': { ja: '（なし）', en: '(none)' },
  'correction.voids': { ja: '取り消す：{what}', en: 'Voids: {what}' },
  'correction.why': { ja: '理由：{reason}', en: 'Reason: {reason}' },
  'correction.sent': {
    ja: '訂正を申し出ました。別の人の承認で有効になります。',
    en: 'Proposed. It counts once another person approves it.',
  },
  'correction.open': { ja: '申し出のある訂正', en: 'A correction is proposed' },
  'correction.by': { ja: '申し出た人：{name}（{day}）', en: 'Proposed by {name} ({day})' },
  'correction.wrong': { ja: '誤り', en: 'Wrong' },
  'correction.isRight': { ja: '正', en: 'Right' },
  'correction.isVoid': { ja: '取消し', en: 'Void' },
  'correction.decision': { ja: '決めること', en: 'What you decide' },
  'correction.approve': { ja: '承認する', en: 'Approve' },
  'correction.dismiss': { ja: '却下する', en: 'Dismiss' },
  'correction.withdraw': { ja: '取り下げる（申し出た人）', en: 'Withdraw (its proposer)' },
  'correction.decided': { ja: '記録しました。', en: 'Recorded.' },
} as const satisfies Words;
