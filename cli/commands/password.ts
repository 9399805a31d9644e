// `password`: one's own password is changed, also one that was given out and may do nothing else. Read from the terminal,
// or as two lines of standard input; never kept.
import { PASSWORD } from '../../machines/values/names/account-name.ts';
import type { CommandSpec } from '../command-spec.ts';
import { example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { withoutLineEnd } from '../session/read-hidden.ts';
import { sessionOf } from './identity.ts';

async function changePassword(context: Context, options: Options): Promise<Answer> {
  const { say } = context;
  const account = options.required('account');
  const [current, next] = await twoSecrets(context);
  const session = await sessionOf(context, { account, password: current, code: options.text('code') });
  await session.send('POST', '/password', { current, next });
  return {
    kind: 'value',
    value: { account, changed: true },
    rehearsal: false,
    lines: [
      say(
        `${account} のパスワードを変えました。サインインし直してください（sekimori login --account ${account}）。`,
        `The password of ${account} is changed. Sign in again: sekimori login --account ${account}.`,
      ),
    ],
  };
}

/** A terminal is asked twice; what is piped in has both, a line each. */
async function twoSecrets({ readInput }: Context): Promise<[string, string]> {
  const given = await readInput({ ja: '今のパスワード: ', en: 'Present password: ' });
  const [current = '', piped, ...more] = withoutLineEnd(given).split(/\r?\n/);
  const next =
    piped ??
    (await readInput({
      ja: `新しいパスワード（${PASSWORD.least}文字以上）: `,
      en: `New password (${PASSWORD.least} characters or more): `,
    }));
  if (current !== '' && next.trim() !== '' && more.length === 0) return [current, withoutLineEnd(next)];
  throw new CommandFailure('wrongUse', {
    ja: '今のパスワードと新しいパスワードを、一行ずつ入力してください。',
    en: 'Give the present password and the new one, a line each.',
  });
}

export const passwordCommands: CommandSpec[] = [
  {
    usage: 'password',
    text: { ja: '自分のパスワードを変える', en: 'change your password' },
    options: [
      option('--account <account>', 'アカウント', 'the account', 'required'),
      option(
        '--code <code>',
        '二段階認証のコード（なければ尋ねられる）',
        'the second factor’s code (asked for where left out)',
      ),
    ],
    examples: [
      example(
        'sekimori password --account ACCOUNT',
        '今のものと新しいものを尋ねられる',
        'asks for the present and the new one',
      ),
    ],
    run: (context, _args, options) => changePassword(context, options),
  },
];
