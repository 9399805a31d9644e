// The words around every page, and those that many pages share.
import type { Words } from '../words/sentence.ts';

export const shellWords = {
  'app.name': { ja: '関守', en: 'Sekimori' },
  'app.tagline': {
    ja: '標準準拠システムへの移行を、関門ごとに確かめて進める',
    en: 'Moving core systems to the national standard, one gate at a time',
  },
  'app.skip': { ja: '本文へ移動', en: 'Skip to content' },
  'app.rehearsal': { ja: '演習', en: 'Rehearsal' },
  'app.rehearsalNote': {
    ja: 'これは演習です。実際の移行の記録ではありません。',
    en: 'This is a rehearsal, not the record of a real migration.',
  },
  'app.clock': { ja: '演習の時計', en: 'Rehearsal clock' },
  'app.clockReal': { ja: '現在', en: 'Now' },
  'app.nav': { ja: '主な画面', en: 'Main pages' },
  'app.board': { ja: '移行の一覧', en: 'Board' },
  'app.procurement': { ja: '調達・契約', en: 'Procurement' },
  'app.audit': { ja: '監査', en: 'Audit' },
  'app.language': { ja: 'English', en: '日本語' },
  'app.languageNote': { ja: 'Show this console in English', en: '画面を日本語で表示する' },
  'app.secondFactor': { ja: '二段階認証の設定', en: 'Your second factor' },
  'app.contact': { ja: '連絡先', en: 'How I am told' },
  'app.signOut': { ja: 'サインアウト', en: 'Sign out' },
  'app.stillSignedIn': { ja: 'サインアウトできていません', en: 'You are still signed in' },
  'app.whoElse': {
    ja: 'このブラウザは、{now}さんでサインインし直されています。{was}さんが入力していた内容は、{was}さんのものとして残っています。',
    en: '{now} has signed in in this browser since. What {was} had typed is kept for {was}.',
  },
  'app.stale': {
    ja: '{minutes}分前の表示です。サーバに届きません。',
    en: 'This is how it stood {minutes} min ago. The server cannot be reached.',
  },
  'app.staleRefused': {
    ja: '{minutes}分前の表示です。新しい状態を読み込めません。',
    en: 'This is how it stood {minutes} min ago. It cannot be loaded anew.',
  },
  'app.loading': { ja: '読み込んでいます', en: 'Loading' },
  'app.more': { ja: 'さらに読み込む', en: 'Load more' },
  'app.reload': { ja: '読み込み直す', en: 'Load again' },
  'app.notFound': { ja: 'この番地の画面はありません。', en: 'There is no page at this address.' },
  'app.noProgrammes': {
    ja: 'あなたが見られる標準化推進計画はまだありません。',
    en: 'There is no programme that you may see yet.',
  },
  'app.notReady': {
    ja: '時刻を確かめられないため、今は開けません。自動でもう一度確かめます。',
    en: 'Its clock cannot be told, so it cannot be opened now. It is asked again by itself.',
  },
  'app.postsNotReady': {
    ja: '{code}：時刻を確かめられないため、職は今わかりません',
    en: '{code}: its clock cannot be told now, so your posts in it are not known',
  },
  'app.programmes': { ja: '標準化推進計画', en: 'Programmes' },
  'app.systems': { ja: '{count} システム', en: '{count} systems' },
  'app.close': { ja: '閉じる', en: 'Close' },
  'app.none': { ja: 'なし', en: 'None' },
  'app.undecided': { ja: '未定', en: 'Not decided' },
  'app.posts': { ja: 'あなたの職', en: 'Your posts' },
  'app.postUntil': { ja: '（{day}まで）', en: '(until {day})' },
  'app.noPosts': { ja: '職はありません（閲覧のみ）', en: 'No post (reading only)' },
  'app.print': { ja: '印刷', en: 'Print' },
  'app.assumed': { ja: '仮定', en: 'assumed' },
  'app.assumedNote': { ja: '仮定：資料にない日付・事項。{why}', en: 'Assumed: no source says it. {why}' },
} as const satisfies Words;
