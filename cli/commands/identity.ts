// `login`, `logout`, `whoami`: as whom the server is spoken to. A password is read from the terminal or standard input
// and never kept; what is kept is readable by this user only.
import { hostname } from 'node:os';
import { type IssuedToken, issuedToken } from '../../server/contract/accounts.ts';
import { me } from '../../server/contract/programmes.ts';
import { type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import type { Say } from '../print/speech.ts';
import { dayWord } from '../print/words.ts';
import { defaultUrl, serverUrl } from '../session/access.ts';
import { type Client, createClient } from '../session/client.ts';
import { dropSignIn, keepSignIn, type StoredSignIn, signInFile } from '../session/sign-in-file.ts';

async function login(context: Context, options: Options): Promise<Answer> {
  const { url } = context.client.access;
  const account = options.text('account');
  const secret = (await context.readInput()).trim();
  if (options.flag('token')) return keepToken(context, { url, token: secret });
  if (account === undefined || secret === '') {
    throw new CommandFailure('wrongUse', {
      ja: '--account でアカウントを指定し、パスワードを入力してください。',
      en: 'Name the account with --account, and give its password.',
    });
  }
  const { id: tokenId, token } = await tokenFor(url, account, secret);
  return keepToken(context, { url, token, tokenId });
}

/** A client in a session that the password opens. */
export async function sessionOf(url: string, account: string, password: string): Promise<Client> {
  const stranger = createClient({ url, credential: null, actAs: null });
  const opened = await stranger.send('POST', '/session', { account, password });
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  return createClient({ url, credential: { kind: 'cookie', cookie }, actAs: null });
}

/** A token of one's own for this machine: the password opens a session just long enough to issue it. */
async function tokenFor(url: string, account: string, password: string): Promise<IssuedToken> {
  const session = await sessionOf(url, account, password);
  const issued = await session.post(issuedToken, '/tokens', { label: `sekimori ${hostname()}`, days: 90 });
  await session.send('DELETE', '/session');
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
          `  ${label[language]}（${post}）${programme}${system === null ? '' : ` ${system}`} ${say(`${dayWord(until, 'ja')}まで`, `until ${until}`)}`,
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
