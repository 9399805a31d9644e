// The words of the page that signs in.
import type { Words } from '../words/sentence.ts';

export const signInWords = {
  'signIn.title': { ja: 'サインイン', en: 'Sign in' },
  'signIn.account': { ja: 'アカウント', en: 'Account' },
  'signIn.password': { ja: 'パスワード', en: 'Password' },
  'signIn.submit': { ja: 'サインイン', en: 'Sign in' },
  'signIn.working': { ja: '確かめています', en: 'Checking' },
  'signIn.ended': {
    ja: 'サインインの期限が切れたか（しばらく操作がない、{hours}時間が経った）、取り消されました（パスワードの変更など）。サインインし直すと、元の画面に戻ります。',
    en: 'Your session has ended: nothing was done for a while, {hours} hours have passed, or it was revoked, as with a changed password. Sign in again and you return to where you were.',
  },
  'signIn.around': {
    ja: '入力したパスワードの前か後ろに空白があります。そのつもりでなければ、除いて入れ直してください。',
    en: 'There is a blank before or after the password as typed. Unless it belongs there, type it again without.',
  },
  'signIn.wide': {
    ja: '入力したパスワードに全角の文字があります。かな漢字変換を切って入れ直してください。',
    en: 'There are full-width letters in the password as typed. Switch the input method off and type it again.',
  },
  'signIn.stands': { ja: '{name} としてサインインしています。', en: 'You are signed in as {name}.' },
  'signIn.goOn': { ja: 'このまま続ける', en: 'Go on' },
  'signIn.another': { ja: '別のアカウントでサインインする', en: 'Sign in with another account' },
  'password.done': {
    ja: 'パスワードを変えました。新しいパスワードでサインインしています。',
    en: 'Your password is changed. You are being signed in with it.',
  },
  'signIn.hint': {
    ja: '演習のアカウントは、最初の npm start が表示します。',
    en: 'The accounts of a rehearsal are printed by the first npm start.',
  },
  'signIn.or': { ja: 'または', en: 'or' },
  'signIn.provider': { ja: '{label} でサインイン', en: 'Sign in with {label}' },
  'signIn.leaving': { ja: '認証基盤へ移動しています', en: 'Going to the provider' },
  'signIn.again': { ja: 'もう一度お試しください。', en: 'Try again.' },
  'signIn.setUp': {
    ja: 'はじめての設定へ（管理者がまだいません）',
    en: 'To the first set-up (nobody administers yet)',
  },
  'code.title': { ja: '二段階認証', en: 'Second factor' },
  'code.why': {
    ja: '{account} のパスワードを確かめました。認証アプリのコードを入力してください。',
    en: 'The password of {account} is right. Enter the code of your authenticator.',
  },
  'code.label': { ja: 'コード', en: 'Code' },
  'code.note': {
    ja: '6桁の数字です。端末がないときは、控えのコードを入力してください。',
    en: 'Six digits. Without your device, enter a backup code.',
  },
  'code.back': { ja: '別のアカウントで', en: 'With another account' },
  'factor.title': { ja: '二段階認証の設定', en: 'Your second factor' },
  'factor.why': {
    ja: 'この組織では二段階認証が必要です。設定するまで、先へは進めません。',
    en: 'A second factor is required here. Nothing else can be done until it is set up.',
  },
  'factor.what': {
    ja: 'パスワードに加えて、手元の端末の認証アプリが示す6桁のコードを使うようにします。ほかの画面やブラウザでのサインインは終わります。',
    en: 'Besides your password, a code of six digits from an authenticator app on your device is asked for. Your other sessions end.',
  },
  'factor.begin': { ja: '設定を始める', en: 'Begin' },
  'factor.scan': {
    ja: '認証アプリで QR コードを読み取るか、鍵を入力してください。',
    en: 'Let your authenticator app read the QR code, or type the key into it.',
  },
  'factor.picture': { ja: '認証アプリのための QR コード', en: 'QR code for an authenticator app' },
  'factor.key': { ja: '鍵：', en: 'Key:' },
  'factor.uri': { ja: 'アドレスとして見る', en: 'As an address' },
  'factor.first': { ja: 'アプリに表示された6桁', en: 'The six digits it shows' },
  'factor.confirm': { ja: '確かめて設定する', en: 'Check and set up' },
  'factor.stands': {
    ja: '二段階認証は設定済みです。控えのコードは残り {left} 個です。',
    en: 'Your second factor is set up. {left} backup codes are left.',
  },
  'factor.each': {
    ja: '一つのコードは一度だけ使えます。サインインに使った直後は、次のコードを待ってください。',
    en: 'Each code is good once: right after signing in, wait for the next.',
  },
  'factor.renew': { ja: '控えのコードを作り直す', en: 'Make new backup codes' },
  'factor.remove': { ja: '二段階認証を解除する', en: 'Take it off' },
  'factor.codes': { ja: '控えのコード', en: 'Backup codes' },
  'factor.once': {
    ja: '今だけ表示します。紙に控え、端末とは別の場所に置いてください。端末を失ったとき、それぞれ一度だけ使えます。',
    en: 'Shown only now. Keep them on paper, apart from your device: without it, each lets you in once.',
  },
  'factor.kept': { ja: '控えたので進む', en: 'They are kept: go on' },
  'factor.back': { ja: '戻る', en: 'Back' },
  'factor.failed': { ja: '設定できませんでした', en: 'It could not be done' },
  'signIn.failed': { ja: 'サインインできませんでした', en: 'You could not be signed in' },
  'password.title': { ja: 'パスワードの変更', en: 'Change your password' },
  'password.why': {
    ja: '今のパスワードは、ほかの人から渡されたものです。自分だけが知るものに変えるまで、先へは進めません。',
    en: 'Your present password was given out by somebody else. Nothing else can be done until you have changed it.',
  },
  'password.current': { ja: '今のパスワード', en: 'Present password' },
  'password.next': { ja: '新しいパスワード', en: 'New password' },
  'password.rule': {
    ja: '{least}文字以上。よくあるものと、アカウント名、氏名、関守（sekimori）の名を含むものは使えません。',
    en: '{least} characters or more; nothing common, and neither your account, your name nor Sekimori’s in it.',
  },
  'password.again': { ja: '新しいパスワード（もう一度）', en: 'New password, again' },
  'password.differs': { ja: '二つの新しいパスワードが違います。', en: 'The two new passwords differ.' },
  'password.submit': { ja: '変更して進む', en: 'Change it and go on' },
  'password.failed': { ja: '変更できませんでした', en: 'It could not be changed' },
  'signIn.missing': {
    ja: 'アカウントとパスワードを入力してください。',
    en: 'Enter your account and password.',
  },
} as const satisfies Words;
