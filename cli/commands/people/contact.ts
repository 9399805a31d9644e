// `contact`: where one is told besides the inbox: shown, set, tried; for administrators also another's.
import { setTimeout as sleep } from 'node:timers/promises';
import { type ContactView, contactSet, contactView } from '../../../server/contract/telling/contacts.ts';
import { type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { contraryOptions } from '../../wrong-use.ts';
import { feedCommand } from './feed.ts';

const OFF = 'off';

function contactLines(
  { account, mail, webhook, language, checkpoint, trials }: ContactView,
  { say }: Context,
): string[] {
  const none = say('なし', 'none');
  const ended = Object.entries(trials).map(([channel, { ended: isOver, receipt, error }]) => {
    const result = isOver ? (receipt ?? error ?? '') : say('まだ送られていません', 'not sent yet');
    return say(`  試し（${channel}）: ${result}`, `  trial (${channel}): ${result}`);
  });
  return [
    say(`${account} への知らせ方`, `How ${account} is told`),
    say('  受信箱: いつも', '  inbox: always'),
    say(`  メール: ${mail ?? none}`, `  mail: ${mail ?? none}`),
    `  webhook: ${webhook ?? none}`,
    say(`  言語: ${language}`, `  language: ${language}`),
    ...(checkpoint ? [say('  日々のチェックポイント: メールで受け取る', '  daily checkpoint: by mail')] : []),
    ...ended,
  ];
}

const answerOf = (
  value: ContactView,
  context: Context,
  { more = [], asides = [] }: { more?: string[]; asides?: string[] } = {},
): Answer => ({
  kind: 'value',
  value,
  rehearsal: false,
  lines: [...contactLines(value, context), ...more],
  asides,
});

/** Null: one's own. */
const accountIn = (options: Options): string | null => options.text('account') ?? null;
const pathOf = (account: string | null): string =>
  account === null ? '/contact' : `/accounts/${encodeURIComponent(account)}/contact`;

async function show(context: Context, options: Options): Promise<Answer> {
  return answerOf(await context.client.get(contactView, pathOf(accountIn(options))), context);
}

async function set(context: Context, options: Options): Promise<Answer> {
  const { client, say } = context;
  const given = (name: string) => {
    const written = options.text(name);
    return written === OFF ? null : written;
  };
  const change = {
    ...{ mail: given('mail'), webhook: given('webhook'), language: options.text('language') },
    checkpoint: onOrOff(options.text('checkpoint')),
  };
  if (Object.values(change).every((one) => one === undefined)) {
    throw new CommandFailure('wrongUse', {
      ja: '--mail、--webhook、--language、--checkpoint のどれかを指定してください。',
      en: 'Give --mail, --webhook, --language or --checkpoint.',
    });
  }
  const account = accountIn(options);
  if (account !== null) return setOf(context, account, change);
  const done = await client.post(contactSet, '/contact', change);
  const { webhookSecret } = done;
  const secret =
    webhookSecret === null
      ? []
      : [
          say(
            `webhook の署名の鍵（いま一度だけ表示します）: ${webhookSecret}`,
            `The webhook’s signing secret, shown this once: ${webhookSecret}`,
          ),
        ];
  const next = say('確かめるには: sekimori contact test', 'To try it: sekimori contact test');
  return answerOf(done, context, { more: secret, asides: [next] });
}

function onOrOff(written: string | undefined): boolean | undefined {
  if (written === undefined) return undefined;
  if (written === 'on' || written === OFF) return written === 'on';
  throw new CommandFailure('wrongUse', {
    ja: '--checkpoint には on か off を指定してください。',
    en: 'Give --checkpoint on or off.',
  });
}

interface OthersChange {
  mail: string | null | undefined;
  webhook: string | null | undefined;
  language: string | undefined;
  checkpoint: boolean | undefined;
}

/** A webhook is its owner's alone: they are told its secret. What one wants to be sent is one's own to say. */
async function setOf(
  context: Context,
  account: string,
  { webhook, checkpoint, ...change }: OthersChange,
): Promise<Answer> {
  if (webhook !== undefined) throw contraryOptions(['--account', '--webhook']);
  if (checkpoint !== undefined) throw contraryOptions(['--account', '--checkpoint']);
  return answerOf(await context.client.post(contactView, pathOf(account), change), context);
}

const WAIT_MS = 500;
const MOST_WAITS = 120;

/** A worker makes it; what came of it is waited for, a minute at most. */
async function test(context: Context): Promise<Answer> {
  const { client } = context;
  let found = await client.post(contactView, '/contact/trial', {});
  const trials = () => Object.values(found.trials);
  if (found.mail === null && found.webhook === null) {
    throw new CommandFailure('refused', {
      ja: 'メールも webhook も設定されていません（sekimori contact set --mail ADDRESS）。',
      en: 'Neither mail nor a webhook is set (sekimori contact set --mail ADDRESS).',
    });
  }
  for (let waits = 0; waits < MOST_WAITS && trials().some(({ ended }) => !ended); waits += 1) {
    await sleep(WAIT_MS);
    found = await client.get(contactView, '/contact');
  }
  if (trials().every(({ receipt }) => receipt !== null)) return answerOf(found, context);
  const why = Object.entries(found.trials)
    .filter(([, { receipt }]) => receipt === null)
    .map(([channel, { error, ended }]) => `${channel}: ${error ?? (ended ? '' : '?')}`);
  throw new CommandFailure('refused', {
    ja: `届きませんでした（${why.join('、')}）。「?」は、動いている作業者にその経路の設定がない（SEKIMORI_SMTP_URL）ときです。`,
    en: `It did not arrive (${why.join(', ')}). "?": no living worker has that channel set up (SEKIMORI_SMTP_URL).`,
  });
}

const ofAccount = option(
  '--account <account>',
  'このアカウントのもの（管理者。なければ自分のもの）',
  'of this account, for administrators; your own where left out',
);

export const contactCommand: CommandSpec = {
  usage: 'contact',
  text: {
    ja: '自分への知らせ方（メール・webhook。受信箱はいつも）',
    en: 'how you are told (mail, webhook; the inbox always)',
  },
  subcommands: [
    {
      usage: 'show',
      text: { ja: '今の設定', en: 'as it is' },
      options: [ofAccount],
      run: (context, _args, options) => show(context, options),
    },
    {
      usage: 'set',
      text: { ja: '設定を変える（指定しなかったものは変わりません）', en: 'set it; what is left out stays' },
      options: [
        ofAccount,
        option('--mail <address>', `メールアドレス（やめるときは ${OFF}）`, `mail address (${OFF}: none)`),
        option(
          '--webhook <url>',
          `JSON を受け取るアドレス（https、庁内に限り http。やめるときは ${OFF}）`,
          `address that takes JSON: https, or http within the office (${OFF}: none)`,
        ),
        option(
          '--checkpoint <on|off>',
          '計画全体を監査する人: 記録の署名つきチェックポイントを、開庁日ごとにメールで受け取る',
          'who audits a whole programme: its signed checkpoint by mail, each open day',
        ),
        option('--language <language>', '通知の言語（ja / en）', 'language of what is sent (ja / en)'),
      ],
      examples: [
        example(
          'sekimori contact set --mail taro@city.example.lg.jp',
          'メールでも受け取る',
          'be told by mail too',
        ),
        example(
          'sekimori contact set --account yamada --mail yamada@city.example.lg.jp',
          '職員のメールアドレスを登録する（管理者）',
          'set the address of another account, as an administrator',
        ),
      ],
      run: (context, _args, options) => set(context, options),
    },
    {
      usage: 'test',
      text: { ja: '試しに送り、相手の応答を表示する', en: 'send a trial and show the answer' },
      run: test,
    },
    feedCommand,
  ],
};
