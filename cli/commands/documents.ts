// `report`, `national-sheet`, `export`: what leaves the system for others, made on the server.
import { createHash } from 'node:crypto';
import { nationalSheet, report } from '../../server/contract/programmes.ts';
import { type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { writeOut } from '../files.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { tableLines } from '../print/table.ts';
import { percentWord, settingWord } from '../print/words.ts';
import type { Query } from '../session/client.ts';
import { byOption, pastFrom } from './board.ts';
import { verifyCommand } from './verify.ts';

const asOfOption = option(
  '--as-of <date>',
  'データ基準日（省略時は今日）',
  'the day of the data (default: today)',
);
const outOption = option('--out <file>', 'ファイルに書き出す', 'write to a file');

function formatFrom(options: Options, formats: readonly string[]): string {
  const asked = options.text('format') ?? formats[0] ?? '';
  if (formats.includes(asked)) return asked;
  throw new CommandFailure('wrongUse', {
    ja: `--format には ${formats.join('、')} のいずれかを指定してください（「${asked}」）。`,
    en: `--format takes one of ${formats.join(', ')}, not "${asked}".`,
  });
}

/** A document as the server made it, to stdout or into a file. */
async function document(context: Context, path: string, query: Query, options: Options): Promise<Answer> {
  const bytes = await context.client.bytes(path, query);
  const file = options.text('out');
  if (file === undefined) return { kind: 'document', value: null, bytes };
  writeOut(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    kind: 'value',
    value: { file, bytes: bytes.length, sha256 },
    rehearsal: await context.rehearsal(await context.programme()),
    lines: [
      context.say(
        `${file} に書き出しました（${bytes.length} バイト）。`,
        `Written to ${file} (${bytes.length} bytes).`,
      ),
      `SHA-256 ${sha256}`,
    ],
  };
}

async function reportAnswer(context: Context, options: Options): Promise<Answer> {
  const past = pastFrom(options, options.text('asOf'));
  const format = formatFrom(options, ['md', 'json', 'csv']);
  const path = `/programmes/${await context.programme()}/report`;
  if (options.text('out') === undefined && (context.json || format === 'json')) {
    const value = await context.client.get(report, path, { ...past, format: 'json' });
    return { kind: 'document', value, bytes: encoded(`${JSON.stringify(value, null, 2)}\n`) };
  }
  return document(context, path, { ...past, format, lang: context.language }, options);
}

async function sheetAnswer(context: Context, options: Options): Promise<Answer> {
  const past = pastFrom(options, options.text('asOf'));
  const format = formatFrom(options, ['table', 'csv', 'json']);
  const path = `/programmes/${await context.programme()}/national-sheet`;
  if (format === 'csv' && !context.json) return document(context, path, { ...past, format }, options);
  const value = await context.client.get(nationalSheet, path, { ...past, format: 'json' });
  const json = encoded(`${JSON.stringify(value, null, 2)}\n`);
  if (options.text('out') !== undefined) return document(context, path, { ...past, format: 'json' }, options);
  if (format === 'json') return { kind: 'document', value, bytes: json };
  const { say, language } = context;
  const heads = [
    say('業務', 'Business'),
    say('完了率', 'Completed'),
    say('作業中率', 'In progress'),
    say('未着手率', 'Not started'),
    say('分母', 'Of'),
    say('運用開始', 'Live'),
    say('備考', 'Remarks'),
  ];
  const rows = value.rows.map((row) => [
    row.business,
    percentWord(row.completedPermille),
    percentWord(row.inProgressPermille),
    percentWord(row.notStartedPermille),
    String(row.denominator),
    row.live ? '○' : '',
    [
      row.applies ? '' : `対象外（${row.reason ?? ''}）`,
      row.counted ? '' : say('20業務の外', 'beside the 20'),
    ]
      .filter((part) => part !== '')
      .join(' '),
  ]);
  const columns = heads.map((head, index) => ({ head, right: index >= 1 && index <= 4 }));
  return {
    kind: 'value',
    value,
    rehearsal: value.setting.rehearsal,
    lines: [settingWord(value.setting, language), '', ...tableLines(columns, rows, '')],
  };
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

async function exportAnswer(context: Context, options: Options): Promise<Answer> {
  const past = pastFrom(options, options.text('asOf'));
  const path = `/programmes/${await context.programme()}/export`;
  if (options.text('out') !== undefined || !context.json) return document(context, path, past, options);
  const bytes = await context.client.bytes(path, past);
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '');
  return { kind: 'document', value: lines.map((line): unknown => JSON.parse(line)), bytes };
}

export const documentCommands: CommandSpec[] = [
  {
    usage: 'report',
    text: { ja: '取組み状況の報告（進捗・選定・契約・特定移行支援）', en: "the ward's report" },
    options: [
      asOfOption,
      byOption,
      option('--format <format>', 'md（既定）／ json ／ csv', 'md (default), json or csv'),
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
    run: reportRun,
  },
  {
    usage: 'national-sheet',
    text: { ja: '国の40ステップ進捗表', en: 'the national sheet of 40 steps' },
    options: [
      asOfOption,
      byOption,
      option('--format <format>', 'table（既定）／ csv ／ json', 'table (default), csv or json'),
      outOption,
    ],
    examples: [
      example('sekimori national-sheet', '業務ごとの完了率', 'rates of each business'),
      example(
        'sekimori national-sheet --format csv --out 進捗表.csv',
        '国の様式のCSV',
        'CSV in the national layout',
      ),
    ],
    run: (context, _args, options) => sheetAnswer(context, options),
  },
  {
    usage: 'export',
    text: {
      ja: '記録の書出し（ハッシュの対象そのものの JSON Lines）',
      en: 'the entries as JSON Lines: the very bytes that are hashed',
    },
    options: [asOfOption, byOption, outOption],
    examples: [example('sekimori export --out kiroku.jsonl', 'すべての記録を書き出す', 'every entry')],
    run: (context, _args, options) => exportAnswer(context, options),
  },
  verifyCommand,
];

function reportRun(context: Context, _args: readonly string[], options: Options): Promise<Answer> {
  return reportAnswer(context, options);
}
