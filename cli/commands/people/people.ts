// `people`: accounts and the posts they hold, for administrators. A password that is given out is shown once.
import { readWholeDay } from '../../../machines/values/read-day.ts';
import {
  type AccountView,
  accountList,
  accountView,
  issuedAccount,
} from '../../../server/contract/accounts.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { termWord } from '../../print/words.ts';
import { peopleImport } from './import.ts';
import { peopleThen } from './then.ts';

async function list(context: Context): Promise<Answer> {
  const { client, say } = context;
  const found = await client.get(accountList, '/accounts');
  const heads = [say('アカウント', 'Account'), say('氏名', 'Name'), say('状態', 'State'), say('職', 'Posts')];
  const rows = found.items.flatMap((person) => personRows(person, context));
  const lines = tableLines(
    heads.map((head) => ({ head })),
    rows,
    say('アカウントはありません。', 'There are no accounts.'),
  );
  return { kind: 'value', value: found, rehearsal: false, lines };
}

/** A row for each post. */
function personRows(
  { account, name, rehearsal, disabled, secondFactor, subjects, posts }: AccountView,
  context: Context,
): string[][] {
  const { say } = context;
  const state = [
    disabled ? say('停止中', 'disabled') : '',
    rehearsal === null ? '' : say(`演習 ${rehearsal}`, `rehearsal ${rehearsal}`),
    secondFactor ? say('二段階認証', 'second factor') : '',
    ...subjects.map(({ subject }) => say(`認証基盤 ${subject}`, `provider ${subject}`)),
  ].filter((word) => word !== '');
  const [first = '', ...others] = posts.map((post) => postWord(post, context));
  return [[account, name, state.join(' '), first], ...others.map((post) => ['', '', '', post])];
}

/** In words; the municipality's name alone says which programme only where it has but one, so its code stands with it. */
function postWord(
  { label, programme, programmeName, systemName, from, until, deputy }: AccountView['posts'][number],
  { say, language }: Context,
): string {
  const where = [programmeName?.[language], programme].filter(Boolean).join(' ');
  const of = programme === null ? say('全体', 'over all') : where;
  const scope = [of, systemName?.[language]].filter(Boolean).join(say('・', ', '));
  const as = deputy === undefined ? '' : say(' 代理', ', deputy');
  return `${label[language]}${as}（${scope}、${termWord(from, until, language)}）`;
}

function issued(found: { account: string; name: string; password: string }, { say }: Context): Answer {
  const { account, name, password } = found;
  return {
    kind: 'value',
    value: found,
    rehearsal: false,
    lines: [
      `${account}  ${password}  ${name}`,
      say(
        'パスワードは今だけ表示します。本人に渡してください。本人が変えるまで、ほかのことはできません（演習のアカウントを除く）。',
        'The password is shown only now. Hand it to its owner, who can do nothing else until it is changed (but in a rehearsal).',
      ),
    ],
  };
}

function shown(person: AccountView, context: Context): Answer {
  const lines = personRows(person, context).map((row) => row.filter((cell) => cell !== '').join('  '));
  return { kind: 'value', value: person, rehearsal: person.rehearsal !== null, lines };
}

const add = async (context: Context, account: string, options: Options): Promise<Answer> =>
  issued(
    await context.client.post(issuedAccount, '/accounts', { account, name: options.required('name') }),
    context,
  );

const pathOf = (account: string, action: string) => `/accounts/${encodeURIComponent(account)}/${action}`;

const reset = async (context: Context, account: string): Promise<Answer> =>
  issued(await context.client.post(issuedAccount, pathOf(account, 'password'), undefined), context);

const tie = async (context: Context, account: string, options: Options): Promise<Answer> =>
  shown(
    await context.client.post(accountView, pathOf(account, 'subject'), {
      subject: options.required('subject'),
    }),
    context,
  );

const untie = async (context: Context, account: string): Promise<Answer> =>
  shown(await context.client.post(accountView, pathOf(account, 'subject/end'), undefined), context);

async function resetSecondFactor(context: Context, account: string): Promise<Answer> {
  await context.client.send('POST', pathOf(account, 'second-factor/reset'));
  const line = context.say(
    `${account} の二段階認証を解除し、セッションとトークンを終わらせました。必須のときは、本人が次のサインインで設定し直します。`,
    `The second factor of ${account} is taken off, and its sessions and tokens are ended. Where one is required, its owner sets it up anew at the next sign-in.`,
  );
  return { kind: 'value', value: { account, secondFactor: false }, rehearsal: false, lines: [line] };
}

const disable = async (context: Context, account: string, disabled: boolean): Promise<Answer> =>
  shown(await context.client.post(accountView, pathOf(account, 'disabled'), { disabled }), context);

async function changePost(
  context: Context,
  account: string,
  options: Options,
  action: 'posts' | 'posts/end',
): Promise<Answer> {
  const day = (name: string) => options.maybe((written) => readWholeDay(written), name);
  const [from, until, on] = [day('from'), day('until'), day('on')];
  const body = {
    post: options.required('post'),
    programme: options.flag('overAll') ? null : await context.programme(),
    system: options.text('system') ?? null,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(on === undefined ? {} : { on }),
  };
  return shown(await context.client.post(accountView, pathOf(account, action), body), context);
}

const postOptions = [
  option(
    '--post <post>',
    '職（会議体・部署の id、auditor、administrator）',
    'the post: a body’s id, auditor or administrator',
    'required',
  ),
  option('--system <system>', 'このシステムだけの職', 'for this system only'),
  option(
    '--over-all',
    '団体によらない職（administrator、auditor）',
    'over all programmes: administrator, auditor',
  ),
];

export const peopleCommands: CommandSpec[] = [
  {
    usage: 'people',
    text: { ja: 'アカウントと職（管理者）', en: 'accounts and their posts (administrators)' },
    examples: [
      example('sekimori people add kato.hanako --name 加藤花子', 'アカウントを作る', 'make an account'),
      example(
        'sekimori people grant kato.hanako --post dx-office',
        '年度末までの職を与える',
        'give a post until the fiscal year ends',
      ),
      example(
        'sekimori people grant kato.hanako --post administrator --over-all',
        'この機械の管理者にする',
        'make an administrator of the machine',
      ),
    ],
    subcommands: [
      {
        usage: 'list',
        text: { ja: '一覧（既定）', en: 'list (default)' },
        run: (context) => list(context),
      },
      {
        usage: 'add <account>',
        sends: 'account.changed',
        text: { ja: 'アカウントを作る', en: 'make an account' },
        options: [option('--name <name>', '氏名', 'the name', 'required')],
        run: (context, args, options) => add(context, argument(args, 0), options),
      },
      peopleThen,
      peopleImport,
      {
        usage: 'grant <account>',
        sends: 'post.given',
        text: { ja: '職を与える', en: 'give a post' },
        options: [
          ...postOptions,
          option('--from <date>', '初めの日（既定: 今日）', 'its first day (default: today)'),
          option('--until <date>', '終わりの日（既定: 年度末）', 'its last day (default: the fiscal year’s)'),
        ],
        run: (context, args, options) => changePost(context, argument(args, 0), options, 'posts'),
      },
      {
        usage: 'end <account>',
        sends: 'post.ended',
        text: { ja: '職を解く（一つずつ）', en: 'relieve of a post, one grant at a time' },
        options: [
          ...postOptions,
          option(
            '--from <date>',
            'この日から始まるもの（既定: 今のもの、なければ次のもの）',
            'the grant that begins on this day (default: the present one, else the next)',
          ),
          option('--on <date>', 'この日まで（既定: すぐに）', 'its last day (default: at once)'),
        ],
        run: (context, args, options) => changePost(context, argument(args, 0), options, 'posts/end'),
      },
      {
        usage: 'reset <account>',
        text: { ja: 'パスワードを再発行する', en: 'give out a new password' },
        run: (context, args) => reset(context, argument(args, 0)),
      },
      {
        usage: 'tie <account>',
        text: {
          ja: '認証基盤（OIDC）の人と結び付ける',
          en: 'tie to a person of the identity provider (OIDC)',
        },
        options: [
          option(
            '--subject <sub>',
            '認証基盤での識別子（sub）。知らない人が来たときは sekimori access --refused に出る',
            'its subject there (sub); sekimori access --refused shows that of whoever came unknown',
            'required',
          ),
        ],
        run: (context, args, options) => tie(context, argument(args, 0), options),
      },
      {
        usage: 'untie <account>',
        text: { ja: '結び付けを解く', en: 'untie it' },
        run: (context, args) => untie(context, argument(args, 0)),
      },
      {
        usage: 'reset-second-factor <account>',
        text: { ja: '失った二段階認証を解除する', en: 'take a lost second factor off' },
        run: (context, args) => resetSecondFactor(context, argument(args, 0)),
      },
      {
        usage: 'disable <account>',
        text: { ja: 'アカウントを停止する（消さない）', en: 'disable an account; none is deleted' },
        run: (context, args) => disable(context, argument(args, 0), true),
      },
      {
        usage: 'enable <account>',
        text: { ja: 'アカウントを再開する', en: 'enable it again' },
        run: (context, args) => disable(context, argument(args, 0), false),
      },
    ],
  },
];
