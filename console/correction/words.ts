// The words of putting an entry right.
import type { Saying } from '../acts/repeat/answer-words.ts';
import type { useWords } from '../words/language.tsx';
import type { Words } from '../words/sentence.ts';

/** With which it is said what differs. */
export type Speech = Saying & Pick<ReturnType<typeof useWords<typeof correctionWords>>, 't'>;

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
  'correction.notVoided': {
    ja: 'この記録は取り消されているため、訂正できません。起きたことがあれば、改めて記録してください。',
    en: 'This entry was voided and is not corrected: record anew what did happen.',
  },
  'correction.as': { ja: 'どの職として', en: 'In which post' },
  'correction.history': { ja: 'この記録の訂正', en: 'Corrections of this entry' },
  'correction.made': { ja: '訂正済み', en: 'Corrected' },
  'correction.madeVoid': { ja: '取消し済み', en: 'Voided' },
  'correction.state.dismissed': { ja: '却下（記録は元のまま）', en: 'Dismissed: nothing changed' },
  'correction.state.withdrawn': { ja: '取下げ（記録は元のまま）', en: 'Withdrawn: nothing changed' },
  'correction.stood': { ja: '訂正前', en: 'Stood before' },
  'correction.standsNow': { ja: '今の内容', en: 'Stands now' },
  'correction.stoodThen': { ja: '訂正後（さらに訂正済み）', en: 'Stood then; corrected again since' },
  'correction.stoodVoid': { ja: '取り消された内容', en: 'What was voided' },
  'correction.proposedAs': { ja: '申し出た内容', en: 'What was proposed' },
  'correction.turnProposed': { ja: '申出：', en: 'Proposed:' },
  'correction.turn.approved': { ja: '承認：', en: 'Approved:' },
  'correction.turn.dismissed': { ja: '却下：', en: 'Dismissed:' },
  'correction.turn.withdrawn': { ja: '取下げ：', en: 'Withdrawn:' },
  'correction.nth': { ja: '記録 {seq} 番', en: 'entry {seq}' },
  'correction.toHistory': { ja: 'このシステムの記録の一覧へ', en: 'To the record of this system' },
  'correction.toPage': {
    ja: '記録 {seq} 番の訂正の画面へ',
    en: 'To the page of this correction (entry {seq})',
  },
  'correction.openNoMore': {
    ja: 'この訂正の申出は、いまはありません（ほかの人が決めたか、取り下げられました）。',
    en: 'This correction is not proposed any more: it was decided or withdrawn.',
  },
  'correction.waitsFor': {
    ja: '承認を待っています。決めるのは、申し出た人と記録した人のほかの、次の職の人です：{posts}',
    en: 'It waits to be decided, by another than who proposed it or made the entry: {posts}.',
  },
  'correction.ofOwn': {
    ja: 'あなたはこの記録を行った人（行ったとされる人）のため、決められません。',
    en: 'You made the entry, or are said to have made it: you do not decide on it.',
  },
  'correction.costsOfYear': {
    ja: '移行 {migration}・運用 {operation}',
    en: 'migration {migration}, operation {operation}',
  },
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
  'correction.proposal': { ja: '訂正の申出', en: 'The correction that you proposed' },
  'correction.again': { ja: 'もう一度訂正する', en: 'Put it right once more' },
  'correction.sent': {
    ja: '訂正を申し出ました。別の人の承認で有効になります。',
    en: 'Proposed. It counts once another person approves it.',
  },
  'correction.open': { ja: '申出中の訂正', en: 'A correction is proposed' },
  'correction.by': { ja: '申し出た人：{name}（{day}）', en: 'Proposed by {name} ({day})' },
  'correction.wrong': { ja: '誤り', en: 'Wrong' },
  'correction.isRight': { ja: '正', en: 'Right' },
  'correction.isVoid': { ja: '取消し', en: 'Void' },
  'correction.decision': { ja: '決めること', en: 'What you decide' },
  'correction.approve': { ja: '訂正を承認する', en: 'Approve the correction' },
  'correction.dismiss': { ja: '訂正を却下する', en: 'Dismiss the correction' },
  'correction.withdraw': { ja: '申出を取り下げる', en: 'Withdraw the proposal' },
  'correction.decided': { ja: '記録しました。', en: 'Recorded.' },
} as const satisfies Words;
