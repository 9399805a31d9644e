// `report`: the ward's report as it would be made now; issued under a number, listed, and made again to be compared.
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { readCount } from '../../../machines/values/score.ts';
import {
  type IssuedReport,
  issuedList,
  reportCheck,
  reportIssued,
} from '../../../server/contract/reports/reports.ts';
import { report } from '../../../server/contract/reports/tables.ts';
import { argument, type CommandSpec, example, type OptionSpec, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { type Options, wordFrom } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord, settingWord } from '../../print/words.ts';
import { inFittingPost } from '../../session/fitting-post.ts';
import { document, outOption } from '../../written-document.ts';
import { byOption, pastFrom } from '../board.ts';
import { asOfOption, formatFrom, withoutOut } from './format.ts';

const UNITS = { yen: { ja: '円', en: 'yen' }, thousandYen: { ja: '千円', en: 'thousands' } };

const madeOf = (options: Options) => ({
  ...pastFrom(options, options.text('asOf')),
  from: options.maybe((written) => readWholeDay(written), 'from'),
  to: options.maybe((written) => readWholeDay(written), 'to'),
});

const unitFrom = (options: Options) =>
  options.has('unit') ? wordFrom(options.text('unit') ?? '', UNITS, '--unit') : undefined;

async function made(context: Context, options: Options): Promise<Answer> {
  const format = formatFrom(context, options, ['md', 'json', 'csv', 'xlsx', 'html']);
  if (format === 'xlsx' && options.text('out') === undefined) throw withoutOut();
  const sight = options.flag('public') ? 'public' : undefined;
  const query = { ...madeOf(options), unit: unitFrom(options), sight };
  const path = `/programmes/${await context.programme()}/report`;
  return answered(context, options, { path, query, format });
}

interface Asked {
  path: string;
  query: Record<string, string | undefined>;
  format: string;
}

async function answered(context: Context, options: Options, { path, query, format }: Asked): Promise<Answer> {
  if (options.text('out') === undefined && (context.json || format === 'json')) {
    const value = await context.client.get(report, path, { ...query, format: 'json' });
    const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
    return { kind: 'document', value, bytes };
  }
  return document(context, path, { ...query, format, lang: context.language }, options);
}

async function issue(context: Context, options: Options): Promise<Answer> {
  const fields = { ...madeOf(options), unit: unitFrom(options) };
  const code = await context.programme();
  const { answer, requestId } = await inFittingPost(context, options, code, (sent) =>
    context.client.post(reportIssued, `/programmes/${code}/reports`, { ...fields, ...sent }),
  );
  const { number, entry, digest, repeated, setting } = answer;
  return {
    kind: 'value',
    value: { ...answer, requestId },
    rehearsal: setting.rehearsal,
    lines: [
      repeated
        ? context.say(
            `この依頼番号では、既に第${number}号を発行しています（新しくは発行していません）。`,
            `Report no. ${number} was issued under this request id already; nothing was added.`,
          )
        : context.say(
            `報告書 第${number}号を発行しました（計画の第${entry}件）。`,
            `Report no. ${number} issued (entry ${entry} of the programme).`,
          ),
      context.say(`依頼番号 ${requestId}`, `request id ${requestId}`),
      `SHA-256 ${digest}`,
    ],
  };
}

async function list(context: Context): Promise<Answer> {
  const { say, language, client } = context;
  const value = await client.get(issuedList, `/programmes/${await context.programme()}/reports`);
  const heads = ['#', say('発行日', 'Issued'), say('基準日', 'Data as of'), say('期間', 'Period')];
  const more = [say('単位', 'Unit'), say('発行した人', 'By'), 'SHA-256'];
  const row = ({ number, issuedOn, dataOn, period, unit, issuedBy, digest }: IssuedReport) => [
    String(number),
    dayWord(issuedOn, language),
    dayWord(dataOn, language),
    period ? `${dayWord(period.from, language)}〜${dayWord(period.to, language)}` : say('初めから', 'all'),
    UNITS[unit][language],
    issuedBy.name,
    digest.slice(0, 12),
  ];
  return {
    kind: 'value',
    value,
    rehearsal: value.setting.rehearsal,
    lines: [
      settingWord(value.setting, language),
      '',
      ...tableLines(
        [...heads, ...more].map((head) => ({ head })),
        value.items.map(row),
        say('発行した報告書はまだありません。', 'No report was issued yet.'),
      ),
    ],
  };
}

const pathOf = async (context: Context, args: readonly string[], options: Options): Promise<string> =>
  `/programmes/${await context.programme()}/reports/${options.read(readCount, argument(args, 0))}`;

async function one(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const formats = ['md', 'json', 'csv', 'xlsx', 'html', 'steps-csv', 'steps-xlsx'];
  const format = formatFrom(context, options, formats);
  if (format.endsWith('xlsx') && options.text('out') === undefined) throw withoutOut();
  const path = await pathOf(context, args, options);
  return answered(context, options, { path, query: { unit: unitFrom(options) }, format });
}

async function check(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const { say, client } = context;
  const value = await client.get(reportCheck, `${await pathOf(context, args, options)}/check`);
  const { number, equal, kept, digest, again, differences } = value;
  const unequal = kept
    ? say(
        `第${number}号は、記録から作り直すと発行時と同じになりません。`,
        `Report no. ${number} is not the same when it is made again from the record.`,
      )
    : say(
        `第${number}号は発行時の内容が保存されておらず、記録から作り直しても同じになりません。`,
        `Report no. ${number} is not kept here, and not the same when it is made again from the record.`,
      );
  const lines = equal
    ? [
        say(
          `第${number}号は、記録から作り直したものと一字一句同じです。`,
          `Report no. ${number} is the same, byte by byte, when it is made again from the record.`,
        ),
        `SHA-256 ${digest}`,
      ]
    : [
        unequal,
        say(`発行時 ${digest}`, `issued ${digest}`),
        say(`いま   ${again}`, `now    ${again}`),
        ...differences.map((found) => `  ${found.section}: ${found.row}`),
      ];
  return {
    kind: 'value',
    value,
    rehearsal: value.setting.rehearsal,
    lines,
    ...(equal ? {} : { endsAs: 'refused' as const }),
  };
}

const unitOption = option(
  '--unit <unit>',
  '金額の単位：yen（円。既定）／ thousandYen（千円）',
  'yen (default) or thousandYen',
);
const periodOptions: OptionSpec[] = [
  option('--from <date>', '対象期間の初日（--to とともに）', 'first day of the period (with --to)'),
  option(
    '--to <date>',
    '対象期間の末日。基準日より後なら基準日まで',
    'its last day; no further than the day of the data',
  ),
];

export const reportCommand: CommandSpec = {
  usage: 'report',
  text: {
    ja: '取組み状況の報告（進捗・選定・契約・特定移行支援）と、その発行',
    en: "the ward's report, and issuing it",
  },
  options: [
    asOfOption,
    byOption,
    ...periodOptions,
    unitOption,
    option('--public', '公表用（非開示の調達を除く）', 'as anybody may be shown it'),
    option(
      '--format <format>',
      'md（既定）／ json ／ csv ／ xlsx ／ html',
      'md (default), json, csv, xlsx or html',
    ),
    outOption,
  ],
  examples: [
    example('sekimori report --as-of 2023-10-31', '令和5年10月末時点の報告', 'the report as of that day'),
    example(
      'sekimori report --as-of 令和5年10月末 --format csv --out 報告.csv',
      'Excel で開けるCSVに書き出す',
      'a CSV that Excel opens',
    ),
  ],
  run: (context, _args, options) => made(context, options),
  subcommands: [
    {
      usage: 'issue',
      text: {
        ja: 'いまの記録から公表用の報告書を作り、号数を付けて固定する（取り消せない）',
        en: 'make the public report of the record as it is, and fix it under a number (for good)',
      },
      options: [
        option('--post <post>', 'どの職として行うか', 'the post to act in'),
        option(
          '--request-id <id>',
          '依頼番号（同じ番号は一度だけ記録される）',
          'request id: the same one is recorded once only',
        ),
      ],
      sends: 'report.issued',
      examples: [
        example(
          'sekimori report issue --as-of 2023-10-31 --unit thousandYen',
          '10月末現在、千円単位で発行する',
          'as of the end of October, in thousands of yen',
        ),
      ],
      run: (context, _args, options) => issue(context, options),
    },
    {
      usage: 'list',
      text: { ja: '発行した報告書の一覧', en: 'the reports that were issued' },
      run: (context) => list(context),
    },
    {
      usage: 'take <number>',
      text: { ja: '発行した報告書を、発行したときのまま取り出す', en: 'a report as it was issued' },
      examples: [
        example(
          'sekimori report take 1 --format xlsx --out 報告書1号.xlsx',
          '第1号を Excel で',
          'no. 1 as .xlsx',
        ),
      ],
      run: one,
    },
    {
      usage: 'check <number>',
      text: {
        ja: '記録から作り直し、発行したものと一字一句同じかを確かめる',
        en: 'make it again from the record and compare it byte by byte',
      },
      run: check,
    },
  ],
};
