// `login`, `logout`, `whoami`: as whom the server is spoken to. A password is read from the terminal or standard input
// and never kept; what is kept is readable by this user only.
import { hostname } from 'node:os';
import { boundsOf } from '../../machines/values/term.ts';
import { type IssuedToken, issuedToken } from '../../server/contract/accounts.ts';
import { me } from '../../server/contract/programmes.ts';
import { type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure, orFailure } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import type { Say } from '../print/speech.ts';
import { dayWord } from '../print/words.ts';
import { defaultUrl, serverUrl } from '../session/access.ts';
import { type Client, createClient } from '../session/client.ts';
import { withoutLineEnd } from '../session/read-hidden.ts';
import { dropSignIn, keepSignIn, type StoredSignIn, signInFile } from '../session/sign-in-file.ts';
import { contraryOptions } from '../wrong-use.ts';

async function login(context: Context, options: Options): Promise<Answer> {
  const { url } = context.client.access;
  const account = options.text('account');
  if (options.flag('token')) {
    if (account !== undefined) throw contraryOptions(['--token', '--account']);
    return keepToken(context, { url, token: tokenFrom(await context.readInput()) });
  }
  const secret = account === undefined ? '' : withoutLineEnd(await context.readInput());
  if (account === undefined || secret === '') {
    throw new CommandFailure('wrongUse', {
      ja: '--account でアカウントを指定し、パスワードを入力してください。',
      en: 'Name the account with --account, and give its password.',
    });
  }
  const entering = { account, password: secret, code: options.text('code') };
  const { id: tokenId, token } = await tokenFor(context, entering);
  const kept = await orFailure(() => keepToken(context, { url, token, tokenId }));
  if (!(kept instanceof CommandFailure)) return kept;
  // Issued for this machine, which cannot keep it: nobody is to hold it.
  const unended = await endToken({ url, account, token, tokenId }, context.say);
  return { ...notKept(kept, account, url, context.say), asides: unended };
}

/** @throws CommandFailure where it could not even be sent */
function tokenFrom(given: string): string {
  const token = withoutLineEnd(given);
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new CommandFailure('wrongUse', {
    ja: 'トークンを一つ、空白や改行を入れずに入力してください。',
    en: 'Give one token, without spaces or line breaks.',
  });
}

const notKept = ({ text, kind }: CommandFailure, account: string, url: string, say: Say): Answer => ({
  kind: 'value',
  value: { url, account, kept: false },
  rehearsal: false,
  lines: [
    say(
      `${url} に ${account} としてサインインしましたが、保存できませんでした（${text.ja}）。発行されたトークンは失効させます。`,
      `Signed in to ${url} as ${account}, but it could not be kept (${text.en}). The token that was issued is ended.`,
    ),
  ],
  endsAs: kind,
});

interface Entering {
  account: string;
  password: string;
  /** Of the second factor, where it was given beforehand. */
  code: string | undefined;
}

/** A client in a session that the password opens, and a code where one is asked for. */
export async function sessionOf(context: Context, entering: Entering): Promise<Client> {
  const { url } = context.client.access;
  const stranger = createClient({ url, credential: null, actAs: null });
  const open = (given: Entering) => stranger.send('POST', '/session', given);
  const first = await orFailure(() => open(entering));
  if (first instanceof CommandFailure && first.problem?.code !== 'secondFactorAsked') throw first;
  const opened =
    first instanceof CommandFailure ? await open({ ...entering, code: await codeOf(context) }) : first;
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  return createClient({ url, credential: { kind: 'cookie', cookie }, actAs: null });
}

/** @throws CommandFailure where none is typed */
async function codeOf({ readInput }: Context): Promise<string> {
  const asked = {
    ja: '認証アプリのコード（または控えのコード）: ',
    en: 'Code of your authenticator (or a backup code): ',
  };
  const typed = withoutLineEnd(await readInput(asked));
  if (typed.trim() !== '') return typed;
  throw new CommandFailure('wrongUse', {
    ja: '二段階認証のコードが要ります。--code で指定してください。',
    en: 'A code of your second factor is needed: give it with --code.',
  });
}

/** A token's label is a short line; a machine's name may be long. */
const SHOWN_OF_MACHINE = 80;

/** A token of one's own for this machine: the password opens a session just long enough to issue it. */
async function tokenFor(context: Context, entering: Entering): Promise<IssuedToken> {
  const session = await sessionOf(context, entering);
  const issued = await session.post(issuedToken, '/tokens', {
    label: `sekimori ${hostname().slice(0, SHOWN_OF_MACHINE)}`,
    days: 90,
  });
  // The session ends by itself too: what was issued is not lost for it.
  await orFailure(() => session.send('DELETE', '/session'));
  return issued;
}

async function keepToken(context: Context, fresh: Omit<StoredSignIn, 'account'>): Promise<Answer> {
  const { say, env } = context;
  const { url, token } = fresh;
  const client = createClient({ url, credential: { kind: 'token', token }, actAs: null });
  const { account } = await client.get(me, '/me');
  keepSignIn(env, { ...fresh, account });
  return {
    kind: 'value',
    value: { url, account, file: signInFile(env) },
    rehearsal: false,
    lines: [say(`${url} に ${account} としてサインインしました。`, `Signed in to ${url} as ${account}.`)],
  };
}

async function logout({ say, env }: Context, options: Options): Promise<Answer> {
  const dropped = dropSignIn(env, serverUrl(options.text('url') ?? env.SEKIMORI_URL));
  if (dropped === null) {
    throw new CommandFailure('refused', {
      ja: '保存されたサインインはありません。',
      en: 'There is no stored sign-in.',
    });
  }
  return {
    kind: 'value',
    value: { url: dropped.url, account: dropped.account },
    rehearsal: false,
    lines: [
      say(
        `${dropped.url} の ${dropped.account} からサインアウトしました。`,
        `Signed out ${dropped.account} at ${dropped.url}.`,
      ),
    ],
    asides: await endToken(dropped, say),
  };
}

/** Ends the token on the server too; the stored one is gone either way. */
async function endToken({ url, token, tokenId }: StoredSignIn, say: Say): Promise<string[]> {
  if (tokenId === undefined) return [];
  try {
    const client = createClient({ url, credential: { kind: 'token', token }, actAs: null });
    await client.send('DELETE', `/tokens/${encodeURIComponent(tokenId)}`);
    return [];
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return [
      say(
        `サーバ側のトークンは失効させられませんでした（${error.text.ja}）`,
        `The token on the server was not ended (${error.text.en})`,
      ),
    ];
  }
}

async function whoami(context: Context): Promise<Answer> {
  const { say, language } = context;
  const found = await context.me();
  const roles = [
    found.administrator ? say('管理者', 'administrator') : '',
    found.auditor ? say('監査', 'auditor') : '',
  ].filter((role) => role !== '');
  return {
    kind: 'value',
    value: { url: context.client.access.url, ...found },
    rehearsal: false,
    lines: [
      `${found.name}（${found.account}）${roles.join('・')}`,
      context.client.access.url,
      ...found.posts.map(
        ({ post, label, system, programme, until }) =>
          `  ${label[language]}（${post}）${programme}${system === null ? '' : ` ${system}`} ${boundsOf('', until).until === null ? say('期間の定めなし', 'without a term') : say(`${dayWord(until, 'ja')}まで`, `until ${until}`)}`,
      ),
      ...found.notReady.map((code) =>
        say(
          `  ${code}：時刻を確かめられないため、職は今わかりません`,
          `  ${code}: its clock cannot be told now, so its posts are not known`,
        ),
      ),
    ],
  };
}

export const identityCommands: CommandSpec[] = [
  {
    usage: 'login',
    text: { ja: 'サーバにサインインする', en: 'sign in to a server' },
    options: [
      option('--account <account>', 'アカウント', 'the account'),
      option(
        '--code <code>',
        '二段階認証のコード（なければ尋ねられる）',
        'the second factor’s code (asked for where left out)',
      ),
      option(
        '--token',
        'パスワードの代わりに、発行されたトークンを入力する',
        'enter an issued token in place of a password',
      ),
    ],
    examples: [
      example(
        `sekimori login --url ${defaultUrl} --account ACCOUNT`,
        'パスワードを尋ねられる',
        'asks for the password',
      ),
      example(
        'sekimori login --account ACCOUNT < password.txt',
        '標準入力から読む',
        'read it from standard input',
      ),
    ],
    run: (context, _args, options) => login(context, options),
  },
  {
    usage: 'logout',
    text: { ja: 'サインアウトする', en: 'sign out' },
    run: (context, _args, options) => logout(context, options),
  },
  {
    usage: 'whoami',
    text: { ja: 'いまのアカウントと職', en: 'the account in use and its posts' },
    run: (context) => whoami(context),
  },
];
