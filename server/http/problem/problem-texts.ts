// Every problem the API answers with: its status, title and sentence in both languages. Codes are stable.
import type { Text } from '../../../machines/definition/definition.ts';
import { signInProblems } from '../../contract/sign-in-problems.ts';

interface ProblemEntry {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 423 | 429 | 500 | 503;
  title: string;
  detail: Text;
}

export const problems = {
  ...signInProblems,
  unreadable: {
    status: 400,
    title: 'Unreadable request',
    detail: {
      ja: '送られた内容を読み取れません（UTF-8 の JSON ではありません）。',
      en: 'The body is not readable JSON in UTF-8.',
    },
  },
  hostUnreadable: {
    status: 400,
    title: 'No readable Host',
    detail: {
      ja: '宛先（Host）が読み取れません。',
      en: 'The request names no readable Host.',
    },
  },
  hostUnknown: {
    status: 421,
    title: 'Not a name of this server',
    detail: {
      ja: 'このサーバの名前ではありません。別の名前で公開するときは、運用者が SEKIMORI_PUBLIC_HOSTS にその名前を加えてください。',
      en: 'This server does not go by that name. To publish it under another, its operator adds the name to SEKIMORI_PUBLIC_HOSTS.',
    },
  },
  signInFailed: {
    status: 401,
    title: 'Sign-in failed',
    detail: {
      ja: 'アカウントまたはパスワードが違います。',
      en: 'The account or the password is wrong.',
    },
  },
  notSignedIn: {
    status: 401,
    title: 'Not signed in',
    detail: {
      ja: 'サインインしてください（時間が経ってサインアウトした場合もあります）。',
      en: 'Sign in first (a session also ends by itself after a while).',
    },
  },
  setUpSecretWrong: {
    status: 401,
    title: 'Wrong set-up code',
    detail: {
      ja: '設定コードが違います。関守を起動した端末（またはその記録）に示されたものを入れてください。起動し直すと新しくなります。',
      en: 'The set-up code is wrong. It stands where Sekimori was started, on its terminal or in its log, and is another one after every start.',
    },
  },
  setUpOver: {
    status: 401,
    title: 'Set up already',
    detail: {
      ja: 'はじめての設定は受け付けていません。管理者がいれば、サインインしてください。',
      en: 'There is no first set-up to be done here. Where somebody administers, sign in.',
    },
  },
  setUpNoProgramme: {
    status: 409,
    title: 'No programme yet',
    detail: {
      ja: '計画がまだ入っていません。管理者も計画の記録に残るため、先に計画を読み込んでください。',
      en: 'No programme is in yet. Load it first: its own record says who administers.',
    },
  },
  crossSite: {
    status: 403,
    title: 'Cross-site request refused',
    detail: {
      ja: 'この操作は、関守の画面またはコマンドからのみ受け付けます。',
      en: "Changes are accepted from Sekimori's own pages or with a token only.",
    },
  },
  forbidden: {
    status: 403,
    title: 'Not permitted',
    detail: {
      ja: 'この操作を行う権限がありません。',
      en: 'Your roles do not permit this.',
    },
  },
  passwordInitial: {
    status: 403,
    title: 'The password must be changed first',
    detail: {
      ja: '渡されたパスワードのままです。自分のパスワードに変えるまで、ほかのことはできません。画面でサインインして変えてください（sekimori password --account アカウント）。',
      en: 'Your password was given out by somebody else. Sign in to the console and change it first (sekimori password --account ACCOUNT). Nothing else is answered until then.',
    },
  },
  postNotHeld: {
    status: 403,
    title: 'Post not held',
    detail: {
      ja: '指定した職を、この団体・システムについて現在お持ちではありません（期間の終了を含みます）。',
      en: 'You do not hold this post for this programme or system now (its period may have ended).',
    },
  },
  postNotHeldThen: {
    status: 403,
    title: 'Post not held on that day',
    detail: {
      ja: '決裁日（起きた日）に、その職をお持ちではありませんでした。日付をお確かめください。',
      en: 'You did not hold this post on the day you give. Check the day.',
    },
  },
  actingAsRefused: {
    status: 403,
    title: 'Acting as another account refused',
    detail: {
      ja: '他のアカウントとして行えるのは、この機械の運用者が、演習のアカウントを使うときだけです。アカウント名もお確かめください。',
      en: 'Only the operator of this machine may act as another account, and only as one of a rehearsal. Check its name too.',
    },
  },
  notFound: {
    status: 404,
    title: 'Not found',
    detail: { ja: '見つかりません。', en: 'There is no such thing here.' },
  },
  undisclosed: {
    status: 403,
    title: 'Not disclosed yet',
    detail: {
      ja: '選定が決まるまで非開示です。その工程を受け持つ職と、監査する職だけが見られます。',
      en: 'Not disclosed until the selection is decided: only the posts whose duty the phase is see it, and auditors.',
    },
  },
  noSuchEntry: {
    status: 404,
    title: 'No such entry',
    detail: {
      ja: 'その番号の記録はありません。番号は 1 から続きます。「記録」でお確かめください（sekimori log）。',
      en: 'There is no entry of that number. Numbers run from 1: see the record (sekimori log).',
    },
  },
  /** Of the programme's own chain: `detail` says so, `facts.way` which act of its own is the way. */
  notCorrectedSo: {
    status: 422,
    title: 'Not put right by a correction',
    detail: {
      ja: '計画そのものの記録（改定、人と職、鍵など）は、訂正・取消しの対象ではありません。どの手続きで改めるかは、この答えに示します。',
      en: 'An entry of the programme itself (amendments, people and posts, keys) is neither corrected nor voided. This answer says which act of its own is the way.',
    },
  },
  notYet: {
    status: 404,
    title: 'Not yet there',
    detail: {
      ja: '指定した日には、まだ記録がありません。',
      en: 'There is no record as of that day yet.',
    },
  },
  refused: {
    status: 409,
    title: 'Refused',
    detail: {
      ja: '次の理由により、記録していません。何も変わっていません。',
      en: 'Not recorded, for the reasons given. Nothing has changed.',
    },
  },
  requestReused: {
    status: 409,
    title: 'Request id used for something else',
    detail: {
      ja: '同じ依頼番号で、別の内容が既に記録されています。新しい依頼番号を使ってください。',
      en: 'Something else is already recorded under this request id. Use a new one.',
    },
  },
  programmeDiffers: {
    status: 409,
    title: 'Programme differs',
    detail: {
      ja: 'この団体コードの計画は、別の内容で既に読み込まれています。何も変わっていません。読み込まれたときのフォルダーに戻すか、別の団体コードにしてください。同じ団体の演習を並べるなら、programme.yaml に rehearsal: { as: 印 } と、ほかにない印を書きます。',
      en: 'A programme of this code stands with another content. Nothing has changed. Go back to the folder as it was loaded, or use another code. For a rehearsal beside it, write rehearsal: { as: mark } in programme.yaml, with a mark that no other has.',
    },
  },
  accountExists: {
    status: 409,
    title: 'Account exists',
    detail: { ja: 'そのアカウントは既にあります。', en: 'That account exists already.' },
  },
  lastAdministrator: {
    status: 409,
    title: 'The last administrator',
    detail: {
      ja: 'この機械の最後の管理者です。先に別の人に管理者の職を与えてください。',
      en: 'This is the machine’s last administrator: make somebody else one first.',
    },
  },
  otherAccount: {
    status: 409,
    title: 'Signed in as another account',
    detail: {
      ja: '別の利用者でサインインし直されています。この操作は行っていません。何も変わっていません。',
      en: 'Somebody else has signed in here since. This was not done, and nothing has changed.',
    },
  },
  tooLarge: {
    status: 413,
    title: 'Too large',
    detail: { ja: '送られた内容が大きすぎます。', en: 'The body is too large.' },
  },
  wrongType: {
    status: 415,
    title: 'Wrong content type',
    detail: {
      ja: 'Content-Type: application/json で送ってください。',
      en: 'Send it as Content-Type: application/json.',
    },
  },
  invalid: {
    status: 422,
    title: 'Wrong input',
    detail: {
      ja: '入力に誤りがあります。何も変わっていません。',
      en: 'Some of the input is wrong. Nothing has changed.',
    },
  },
  locked: {
    status: 423,
    title: 'Account locked',
    detail: {
      ja: 'パスワードかコードの誤りが続いたため、この場所からのサインインを一時的に止めています。しばらくしてからお試しください。',
      en: 'Too many wrong passwords or codes: signing in from here is stopped for a while.',
    },
  },
  tooMany: {
    status: 429,
    title: 'Too many requests',
    detail: {
      ja: '短い間に要求が多すぎます。少し待ってからお試しください。',
      en: 'Too many requests. Wait a little, then try again.',
    },
  },
  internal: {
    status: 500,
    title: 'Internal error',
    detail: {
      ja: '内部で誤りが起きました。番号（instance）を添えて運用担当にお知らせください。',
      en: 'Something went wrong inside. Tell the operator the number given as instance.',
    },
  },
  unrecordable: {
    status: 422,
    title: 'Not recorded',
    detail: {
      ja: '記録の検査に通らなかったため、記録されていません。同じ内容を送り直しても記録されません。署名鍵の設定（sekimori doctor）を管理者に確認してください。',
      en: 'It did not pass the checks of the record and is not recorded; sending the same again changes nothing. Ask an administrator to check the signing key (sekimori doctor).',
    },
  },
  keyMissing: {
    status: 409,
    title: 'Signing key not held',
    detail: {
      ja: 'この団体の記録に署名する秘密鍵がこのサーバにないため、何も記録していません。管理者に確かめてもらってください（sekimori doctor）。',
      en: 'This server does not hold the private key that signs for this programme; nothing is recorded. Ask an administrator to look (sekimori doctor).',
    },
  },
  keyGiven: {
    status: 409,
    title: 'The signing key is named by a setting',
    detail: {
      ja: '署名鍵は設定 SEKIMORI_SIGNING_KEY で指定されていて、その鍵はすでに全ての団体で有効です。新しい鍵のファイルを前に、今の鍵を後に並べて指定し（例: new.pem:old.pem）、全てのサーバを起動し直してから、もう一度替えてください（sekimori keys rotate）。何も変わっていません。',
      en: 'SEKIMORI_SIGNING_KEY names the signing key, and it is in force in every programme already. Name the file of a new key before the present one (new.pem:old.pem), restart every server, then rotate again (sekimori keys rotate). Nothing has changed.',
    },
  },
  unanswered: {
    status: 503,
    title: 'No answer yet',
    detail: {
      ja: '時間内に処理の確認が取れませんでした。記録されたかどうかはまだ分かりません。同じ依頼番号でもう一度送ってください（二重には記録されません）。',
      en: 'No answer came in time. Nothing is known to be recorded, nor that it is not: ask again with the same request id (it is never recorded twice).',
    },
  },
  notReady: {
    status: 503,
    title: 'Not ready',
    detail: {
      ja: '準備中か、必要なサーバに接続できません。しばらくしてからお試しください。',
      en: 'Starting, or a needed server cannot be reached. Try again shortly.',
    },
  },
  unlogged: {
    status: 503,
    title: 'Access could not be logged',
    detail: {
      ja: '閲覧の記録を残せないため、出力しません。',
      en: 'The access could not be logged, so nothing is given out.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;

export type ProblemCode = keyof typeof problems;
