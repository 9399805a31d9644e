// What can go wrong on the way in, by a provider or with a second factor: its status, title and sentence in both languages. Part of the
// server's table of problems, and read by the console, which a provider's refusal reaches as a code in the address alone.
import type { Text } from '../../machines/definition/definition.ts';

interface SignInProblem {
  status: 401 | 403 | 409 | 503;
  title: string;
  detail: Text;
}

export const signInProblems = {
  providerUnset: {
    status: 409,
    title: 'No provider',
    detail: {
      ja: 'このサーバには、外部の認証基盤（OIDC）が設定されていません。運用者が SEKIMORI_OIDC_ISSUER などを設定してください。',
      en: 'This server has no identity provider (OIDC). Its operator sets SEKIMORI_OIDC_ISSUER and the rest.',
    },
  },
  providerAway: {
    status: 503,
    title: 'The provider does not answer',
    detail: {
      ja: '認証基盤から、時間内に応答がありません。しばらくしてからお試しください。パスワードをお持ちの方は、そのままサインインできます。',
      en: 'The identity provider gave no answer in time. Try again shortly. Whoever has a password here can sign in with it all the same.',
    },
  },
  providerDenied: {
    status: 401,
    title: 'Denied by the provider',
    detail: {
      ja: '認証基盤でのサインインが、取り消されたか、許可されませんでした。もう一度お試しください。',
      en: 'Signing in at the identity provider was called off, or not permitted there. Try again.',
    },
  },
  providerRefused: {
    status: 401,
    title: 'Refused by the provider',
    detail: {
      ja: '認証基盤が、この手続きを受け付けませんでした（期限切れ、二度目の使用、設定の誤り）。もう一度お試しください。続くときは運用者にお知らせください。',
      en: 'The identity provider did not take it: too late, used twice, or a wrong setting. Try again; tell the operator where it goes on.',
    },
  },
  providerUnproven: {
    status: 401,
    title: 'Not proven',
    detail: {
      ja: '認証基盤の返答を確かめられませんでした（別の手続きのもの、または署名が合いません）。サインインの画面からやり直してください。続くときは運用者にお知らせください。',
      en: 'What came from the identity provider could not be proven: of another journey, or not signed by its key. Begin again at the sign-in page; tell the operator where it goes on.',
    },
  },
  departureUnknown: {
    status: 401,
    title: 'Begin again',
    detail: {
      ja: 'このサインインの手続きは、期限（10分）が過ぎたか、もう使われたか、別のブラウザで始められたものです。サインインの画面からやり直してください。',
      en: 'This sign-in is too old (ten minutes), was used already, or was begun in another browser. Begin again at the sign-in page.',
    },
  },
  subjectUnknown: {
    status: 403,
    title: 'Not tied to an account',
    detail: {
      ja: '認証基盤では確認できましたが、結び付いたアカウントが関守にありません。サインインした時刻を管理者に伝え、アカウントとの結び付け（sekimori people tie）を頼んでください。管理者は、あなたの識別子を確かめられます（sekimori access --refused）。',
      en: 'The identity provider knows you, but no account here is tied to you. Tell an administrator when you tried, and ask to be tied to your account (sekimori people tie). They can see your subject (sekimori access --refused).',
    },
  },
  accountShut: {
    status: 403,
    title: 'Account disabled',
    detail: {
      ja: 'このアカウントは停止されています。管理者にお問い合わせください。',
      en: 'This account is disabled. Ask an administrator.',
    },
  },
  subjectTaken: {
    status: 409,
    title: 'Subject of another account',
    detail: {
      ja: 'その識別子は、別のアカウントに結び付いています。先にそちらを解いてください（sekimori people untie）。',
      en: 'That subject is tied to another account: end that first (sekimori people untie).',
    },
  },
  subjectOther: {
    status: 409,
    title: 'Another subject is tied',
    detail: {
      ja: 'このアカウントには、別の識別子が結び付いています。先に解いてください（sekimori people untie）。',
      en: 'Another subject is tied to this account: end that first (sekimori people untie).',
    },
  },
  secondFactorAsked: {
    status: 401,
    title: 'A code is asked for',
    detail: {
      ja: '認証アプリの6桁のコード（または控えのコード）を入力してください。',
      en: 'Give the six digits of your authenticator, or a backup code.',
    },
  },
  secondFactorWrong: {
    status: 401,
    title: 'Wrong code',
    detail: {
      ja: 'コードが違うか、もう使われています。次のコードを待って入力してください。続くときは、端末の時刻が合っているかを確かめてください。',
      en: 'The code is wrong, or was used already: wait for the next one. Where it goes on, check the clock of your device.',
    },
  },
  secondFactorNeeded: {
    status: 403,
    title: 'A second factor must be set up first',
    detail: {
      ja: 'この組織では二段階認証が必要です。設定するまで、ほかのことはできません。画面でサインインして設定してください（sekimori second-factor set --account アカウント）。',
      en: 'A second factor is required here. Sign in to the console and set it up first (sekimori second-factor set --account ACCOUNT). Nothing else is answered until then.',
    },
  },
  secondFactorOff: {
    status: 409,
    title: 'Second factors are off',
    detail: {
      ja: 'このサーバでは二段階認証を使っていません（SEKIMORI_SECOND_FACTOR）。',
      en: 'Second factors are off on this server (SEKIMORI_SECOND_FACTOR).',
    },
  },
  secondFactorStands: {
    status: 409,
    title: 'A second factor is set up already',
    detail: {
      ja: '二段階認証は設定済みです。別の端末に替えるときは、先に解除してください。端末を失ったときは、管理者に再設定を頼んでください。',
      en: 'Your second factor is set up already. Remove it first to change devices; where the device is lost, ask an administrator for a reset.',
    },
  },
  secondFactorNone: {
    status: 409,
    title: 'No second factor',
    detail: { ja: '二段階認証は設定されていません。', en: 'No second factor is set up.' },
  },
  secondFactorRequired: {
    status: 409,
    title: 'A second factor is required',
    detail: {
      ja: 'この組織では二段階認証が必要なため、解除できません。端末を替えるときは、管理者に再設定を頼んでください。',
      en: 'A second factor is required of you and cannot be removed. To change devices, ask an administrator for a reset.',
    },
  },
  secondFactorUnreadable: {
    status: 409,
    title: 'The second factor cannot be read',
    detail: {
      ja: '二段階認証の鍵を読み取れません（サーバの session-secret が替わっています）。管理者に再設定を頼んでください。',
      en: 'The key of your second factor cannot be read (the server’s session-secret is another one now). Ask an administrator for a reset.',
    },
  },
  passwordNone: {
    status: 409,
    title: 'No local password',
    detail: {
      ja: 'このアカウントは認証基盤でサインインし、関守のパスワードがありません。二段階認証は認証基盤のものを使ってください。',
      en: 'This account signs in at the identity provider and has no password here: its second factor is the provider’s.',
    },
  },
} as const satisfies Record<string, SignInProblem>;
