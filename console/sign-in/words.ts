// The words of the page that signs in.
import type { Words } from '../words/sentence.ts';

export const signInWords = {
  'signIn.title': { ja: 'サインイン', en: 'Sign in' },
  'signIn.account': { ja: 'アカウント', en: 'Account' },
  'signIn.password': { ja: 'パスワード', en: 'Password' },
  'signIn.submit': { ja: 'サインイン', en: 'Sign in' },
  'signIn.working': { ja: '確かめています', en: 'Checking' },
  'signIn.ended': {
    ja: 'しばらく操作がなかったため、サインインし直してください。元の画面に戻ります。',
    en: 'Your session has ended. Sign in again and you return to where you were.',
  },
  'signIn.hint': {
    ja: '演習のアカウントは、最初の npm start が表示します。',
    en: 'The accounts of a rehearsal are printed by the first npm start.',
  },
  'signIn.failed': { ja: 'サインインできませんでした', en: 'You could not be signed in' },
  'signIn.missing': {
    ja: 'アカウントとパスワードを入力してください。',
    en: 'Enter your account and password.',
  },
} as const satisfies Words;
