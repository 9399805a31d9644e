// `second-factor`: one's own, for a local password: its state, set up in two commands (a key, then the first code), new backup codes,
// taken off. Each opens a session with the password, which is read from the terminal or standard input and never kept.
import encodeQR from 'qr';
import { backupCodes, secondFactorKey, secondFactorView } from '../../server/contract/sign-in.ts';
import type { CommandSpec } from '../command-spec.ts';
import { example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { withoutLineEnd } from '../session/read-hidden.ts';
import { sessionOf } from './identity.ts';

const accountOption = option('--account <account>', 'アカウント', 'the account', 'required');
const codeOption = option(
  '--code <code>',
  '認証アプリのコード（なければ尋ねられる）',
  'the authenticator’s code (asked for where left out)',
);

/** Asks for the password; the session also takes a code, where one is asked for. */
async function entered(context: Context, options: Options) {
  const account = options.required('account');
  const password = withoutLineEnd(await context.readInput());
  if (password === '') {
    throw new CommandFailure('wrongUse', {
      ja: 'パスワードを入力してください。',
      en: 'Give the password of the account.',
    });
  }
  const session = await sessionOf(context, { account, password, code: options.text('code') });
  return { account, password, session };
}

/** Where the session has taken one already, another: none is good twice. */
async function nextCode(context: Context): Promise<string> {
  const typed = withoutLineEnd(
    await context.readInput({
      ja: '次のコード（30秒ほどで替わります。控えのコードでも）: ',
      en: 'Another code (the next one, within 30 seconds, or a backup code): ',
    }),
  );
  if (typed.trim() !== '') return typed;
  throw new CommandFailure('wrongUse', {
    ja: '--next-code でもう一つのコードを指定してください。サインインに使ったコードは二度使えません。',
    en: 'Give another code with --next-code: the one that signed you in is not taken twice.',
  });
}

const secondCode = async (context: Context, options: Options) =>
  options.text('nextCode') ?? (await nextCode(context));

async function state(context: Context, options: Options): Promise<Answer> {
  const { say } = context;
  const { account, session } = await entered(context, options);
  const found = await session.get(secondFactorView, '/second-factor');
  const { enrolledAt, required, backupCodesLeft } = found;
  const must = required ? say('（必須）', ' (required)') : '';
  const line =
    enrolledAt === null
      ? say(`${account} の二段階認証は設定されていません${must}。`, `${account} has no second factor${must}.`)
      : say(
          `${account} の二段階認証は設定済みです${must}。控えのコードは残り ${backupCodesLeft} 個です。`,
          `${account} has a second factor${must}; ${backupCodesLeft} backup codes are left.`,
        );
  return { kind: 'value', value: { account, ...found }, rehearsal: false, lines: [line] };
}

async function set(context: Context, options: Options): Promise<Answer> {
  const { say } = context;
  const { account, password, session } = await entered(context, options);
  const key = await session.post(secondFactorKey, '/second-factor', { password });
  return {
    kind: 'value',
    value: { account, ...key },
    rehearsal: false,
    lines: [
      encodeQR(key.uri, 'ascii'),
      say(`鍵（手で入力するとき）: ${key.key}`, `Key, to type it: ${key.key}`),
      key.uri,
      say(
        `認証アプリに読み取らせ、表示された6桁で終えてください: sekimori second-factor confirm --account ${account} --code 6桁`,
        `Let your authenticator read it, then end with its six digits: sekimori second-factor confirm --account ${account} --code DIGITS`,
      ),
    ],
  };
}

async function confirm(context: Context, options: Options): Promise<Answer> {
  const account = options.required('account');
  const password = withoutLineEnd(await context.readInput());
  const session = await sessionOf(context, { account, password, code: undefined });
  const body = { code: options.required('code') };
  return codesTold(context, account, await session.post(backupCodes, '/second-factor/confirm', body));
}

async function renew(context: Context, options: Options): Promise<Answer> {
  const { account, session } = await entered(context, options);
  const body = { code: await secondCode(context, options) };
  return codesTold(context, account, await session.post(backupCodes, '/second-factor/backup-codes', body));
}

const codesTold = ({ say }: Context, account: string, found: { backupCodes: string[] }): Answer => ({
  kind: 'value',
  value: { account, ...found },
  rehearsal: false,
  lines: [
    ...found.backupCodes.map((code) => `  ${code}`),
    say(
      '控えのコードは今だけ表示します。紙に控え、端末とは別の場所に置いてください。それぞれ一度だけ使えます。',
      'The backup codes are shown only now. Keep them on paper, apart from your device; each is good once.',
    ),
  ],
});

async function remove(context: Context, options: Options): Promise<Answer> {
  const { account, session } = await entered(context, options);
  await session.send('POST', '/second-factor/remove', { code: await secondCode(context, options) });
  return {
    kind: 'value',
    value: { account, removed: true },
    rehearsal: false,
    lines: [
      context.say(`${account} の二段階認証を解除しました。`, `The second factor of ${account} is taken off.`),
    ],
  };
}

const nextCodeOption = option(
  '--next-code <code>',
  'サインインに使ったものとは別の、もう一つのコード',
  'another code than the one that signs you in',
);

export const secondFactorCommands: CommandSpec[] = [
  {
    usage: 'second-factor',
    text: { ja: '自分の二段階認証（認証アプリ）', en: 'your second factor (an authenticator app)' },
    examples: [
      example(
        'sekimori second-factor set --account ACCOUNT',
        '鍵と QR コードを表示する',
        'show a key and its QR code',
      ),
      example(
        'sekimori second-factor confirm --account ACCOUNT --code 123456',
        '最初のコードで設定を終える',
        'end with the first code',
      ),
    ],
    subcommands: [
      {
        usage: 'state',
        text: { ja: '設定の有無と、控えのコードの残り', en: 'whether it is set up, and backup codes left' },
        options: [accountOption, codeOption],
        run: (context, _args, options) => state(context, options),
      },
      {
        usage: 'set',
        text: { ja: '設定を始める（鍵と QR コード）', en: 'begin: a key and its QR code' },
        options: [accountOption],
        run: (context, _args, options) => set(context, options),
      },
      {
        usage: 'confirm',
        text: {
          ja: '最初のコードで設定を終える（控えのコードが表示される）',
          en: 'end with the first code; backup codes are shown',
        },
        options: [
          accountOption,
          option('--code <code>', '認証アプリの6桁', 'the authenticator’s six digits', 'required'),
        ],
        run: (context, _args, options) => confirm(context, options),
      },
      {
        usage: 'backup-codes',
        text: { ja: '控えのコードを作り直す', en: 'new backup codes in place of the old' },
        options: [accountOption, codeOption, nextCodeOption],
        run: (context, _args, options) => renew(context, options),
      },
      {
        usage: 'remove',
        text: { ja: '解除する（必須でないとき）', en: 'take it off, where it is not required' },
        options: [accountOption, codeOption, nextCodeOption],
        run: (context, _args, options) => remove(context, options),
      },
    ],
  },
];
