// Acts on a deadline: extend it, ask for that and decide on it, set a day that is 未定, and say that one knows of it; and by how much
// days have moved.
import { slipList } from '../../server/contract/reports/tables.ts';
import { actCommand } from '../act-command.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { tableLines } from '../print/table.ts';
import { settingWord, slipCauseWords } from '../print/words.ts';
import { evidenceFrom } from './gates.ts';

const deadlineNamed = (args: readonly string[]) => () => ({ deadline: argument(args, 1) });

const extend = actCommand({
  usage: 'extend <system> <deadline>',
  sends: 'deadline.extended',
  text: {
    ja: '期限を延長する（申請があれば、それを認める）',
    en: 'extend a deadline; grants what was asked for',
  },
  examples: [
    example(
      'sekimori extend juki wave-1-go-live --to 2025-05-31 --reason 委員会決定',
      '期限を延長する（期限のIDは show で分かる）',
      'extend it; show lists the ids',
    ),
  ],
  named: deadlineNamed,
});

const extension: CommandSpec = {
  usage: 'extension',
  text: {
    ja: '期限の延長の申請（認めるのは extend。申請した人は決められない）',
    en: 'asking for an extension; extend grants it, and never who asked',
  },
  examples: [
    example(
      'sekimori extension ask juki wave-1-go-live --to 2025-05-31 --cause vendor --reason 事業者の申入れ',
      '理由と原因を添えて申請する',
      'ask for it, with the reason and the cause',
    ),
    example(
      'sekimori extension refuse juki wave-1-go-live --reason 予定どおり',
      '申請を認めない',
      'refuse what was asked for',
    ),
  ],
  subcommands: [
    actCommand({
      usage: 'ask <system> <deadline> [file]',
      sends: 'deadline.extensionAsked',
      text: { ja: '延長を申請する', en: 'ask for it' },
      options: [
        option(
          '--title <title>',
          '資料の文書名（省略時はファイル名）',
          "the paper's title (default: the file name)",
        ),
        option('--document-no <no>', '資料の文書番号', "the paper's number"),
        option('--decided-on <date>', '資料の決裁日', 'the day it was decided'),
      ],
      named: (args, options) => {
        const [, , file] = args;
        const evidence = file === undefined ? [] : [evidenceFrom(file, options, 'other')];
        return () => ({ deadline: argument(args, 1), evidence });
      },
    }),
    actCommand({
      usage: 'refuse <system> <deadline>',
      sends: 'deadline.extensionRefused',
      text: { ja: '申請を認めない', en: 'refuse it' },
      named: deadlineNamed,
    }),
    actCommand({
      usage: 'withdraw <system> <deadline>',
      sends: 'deadline.extensionWithdrawn',
      text: { ja: '自分の申請を取り下げる', en: 'take your own asking back' },
      named: deadlineNamed,
    }),
  ],
};

const setDay = actCommand({
  usage: 'set-day <system> <deadline>',
  sends: 'deadline.set',
  text: { ja: '未定の期限の日を決める', en: 'set the day of an undecided deadline' },
  examples: [
    example(
      'sekimori set-day juki ordinance --to 2025-03-14 --reason 議会日程の確定',
      '決まった日を登録する',
      'record the day that was decided',
    ),
  ],
  named: deadlineNamed,
});

const acknowledge = actCommand({
  usage: 'acknowledge <system> <deadline>',
  sends: 'deadline.acknowledged',
  text: {
    ja: '期限を確認したと伝える（当日までの通知は、この職に届かなくなる）',
    en: 'say that you know of a deadline: no more reminders to your post before the day',
  },
  examples: [
    example(
      'sekimori acknowledge juki contract-performance --done-by 2025-02-28 --note 変更契約を準備中',
      'いつまでに何をするかを添える',
      'with what will be done, and by when',
    ),
  ],
  named: deadlineNamed,
});

async function slips(context: Context, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const path = `/programmes/${await context.programme()}/slips`;
  const view = await client.get(slipList, path, { system: options.text('system') });
  const rows = view.systems.flatMap(({ name, slips: lines }) =>
    lines.map((line) => [
      name[language],
      line.phaseLabel[language],
      line.of === 'plan' ? say('計画', 'plan') : say('期限', 'deadline'),
      slipCauseWords[line.cause][language],
      String(line.times),
      String(line.days),
      String(line.openDays),
    ]),
  );
  const heads = [
    say('システム', 'System'),
    say('工程', 'Phase'),
    say('計画・期限', 'Of'),
    say('原因', 'Cause'),
    say('回数', 'Times'),
    say('暦日', 'Days'),
    say('開庁日', 'Open days'),
  ];
  const none = say('原因を添えた日の変更はありません。', 'No day has moved with a cause.');
  return {
    kind: 'value',
    value: view,
    rehearsal: view.setting.rehearsal,
    lines: [
      settingWord(view.setting, language),
      '',
      ...tableLines(
        heads.map((head) => ({ head })),
        rows,
        none,
      ),
    ],
  };
}

export const deadlineCommands: CommandSpec[] = [extend, extension, setDay, acknowledge];

export const slipCommands: CommandSpec[] = [
  {
    usage: 'slips',
    text: { ja: '遅れの累計（工程と原因ごと）', en: 'by how much days have moved, by phase and cause' },
    options: [option('--system <system>', 'このシステムだけ', 'only this system')],
    examples: [example('sekimori slips --system juki', '一つのシステムの遅れ', 'of one system')],
    run: (context, _args, options) => slips(context, options),
  },
];
