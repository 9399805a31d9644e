// The words of the page that signs in.
import type { Words } from '../words/sentence.ts';

export const signInWords = {
  'signIn.title': { ja: 'サインイン', en: 'Sign in' },
  'signIn.account': { ja: 'アカウント', en: 'Account' },
  'signIn.password': { ja: 'パスワード', en: 'Password' },
  'signIn.submit': { ja: 'サインイン', en: 'Sign in' },
  'signIn.working': { ja: '確かめています', en: 'Checking' },
  'signIn.ended': {
    ja: 'サインインの期限が切れたか（しばらく操作がない、12時間が経った）、取り消されました（パスワードの変更など）。サインインし直すと、元の画面に戻ります。',
    en: 'Your session has ended: nothing was done for a while, twelve hours have passed, or it was revoked, as with a changed password. Sign in again and you return to where you were.',
  },
  'signIn.hint': {
    ja: '演習のアカウントは、最初の npm start が表示します。',
    en: 'The accounts of a rehearsal are printed by the first npm start.',
  },
  'signIn.failed': { ja: 'サインインできませんでした', en: 'You could not be signed in' },
  'password.title': { ja: 'パスワードの変更', en: 'Change your password' },
  'password.why': {
    ja: '今のパスワードは、ほかの人から渡されたものです。自分だけが知るものに変えるまで、先へは進めません。',
    en: 'Your present password was given out by somebody else. Nothing else can be done until you have changed it.',
  },
  'password.current': { ja: '今のパスワード', en: 'Present password' },
  'password.next': { ja: '新しいパスワード', en: 'New password' },
  'password.rule': {
    ja: '12文字以上。よくあるもの、アカウント名や氏名を含むものは使えません。',
    en: 'Twelve characters or more; nothing common, and neither your account nor your name in it.',
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
