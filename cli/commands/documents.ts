// `report`, `national-sheet`, `export`: what leaves the system for others, made on the server.
import { readWholeDay } from '../../machines/values/read-day.ts';
import { textOfBoth } from '../../machines/values/text.ts';
import { type NationalSheet, nationalSheet } from '../../server/contract/planning/national-sheet.ts';
import { type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import type { Options } from '../options.ts';
import { type Answer, pageText } from '../print/answer.ts';
import type { Language, Say } from '../print/speech.ts';
import { tableLines } from '../print/table.ts';
import { percentWord, settingWord } from '../print/words.ts';
import { document, outOption, written } from '../written-document.ts';
import { contraryOptions } from '../wrong-use.ts';
import { byOption, pastFrom } from './board.ts';
import { asOfOption, formatFrom, withoutOut } from './reports/format.ts';
import { reportCommand } from './reports/report.ts';
import { verifyCommand } from './verify.ts';

async function sheetAnswer(context: Context, options: Options): Promise<Answer> {
  const past = pastFrom(options, options.text('asOf'));
  const format = formatFrom(context, options, ['table', 'csv', 'xlsx', 'json']);
  const path = `/programmes/${await context.programme()}/national-sheet`;
  const file = options.text('out');
  if (format === 'xlsx' && file === undefined) throw withoutOut();
  if (format === 'csv' || format === 'xlsx' || (format === 'json' && file !== undefined))
    return document(context, path, { ...past, format }, options);
  const value = await context.client.get(nationalSheet, path, { ...past, format: 'json' });
  if (format === 'json')
    return { kind: 'document', value, bytes: encoded(`${JSON.stringify(value, null, 2)}\n`) };
  const { rehearsal } = value.setting;
  const lines = sheetLines(value, context);
  if (file === undefined) return { kind: 'value', value, rehearsal, lines };
  return written(context, file, encoded(pageText({ rehearsal, lines }, context.say)), rehearsal);
}

function sheetLines({ setting, rows }: NationalSheet, { say, language }: Context): string[] {
  const heads = [
    say('業務', 'Business'),
    say('完了率', 'Completed'),
    say('作業中率', 'In progress'),
    say('未着手率', 'Not started'),
    say('分母', 'Of'),
    say('運用開始', 'Live'),
    say('備考', 'Remarks'),
  ];
  const columns = heads.map((head, index) => ({ head, right: index >= 1 && index <= 4 }));
  const cells = rows.map((row) => [
    row.business,
    percentWord(row.completedPermille),
    percentWord(row.inProgressPermille),
    percentWord(row.notStartedPermille),
    String(row.denominator),
    row.live ? '○' : '',
    sheetRemarks(row, say, language),
  ]);
  return [settingWord(setting, language), '', ...tableLines(columns, cells, '')];
}

function sheetRemarks(
  { applies, reason, counted }: NationalSheet['rows'][number],
  say: Say,
  language: Language,
): string {
  const why = reason === null ? '' : textOfBoth(reason)[language];
  const outside = say(`対象外（${why}）`, `not applicable (${why})`);
  return [applies ? '' : outside, counted ? '' : say('20業務の外', 'beside the 20')]
    .filter((part) => part !== '')
    .join(' ');
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

async function exportAnswer(context: Context, options: Options): Promise<Answer> {
  if (options.flag('warned')) return warningsAnswer(context, options);
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

/** Receipts are kept as they came in: there is one list of them, up to a day. */
async function warningsAnswer(context: Context, options: Options): Promise<Answer> {
  if (options.has('by')) throw contraryOptions(['--warned', '--by']);
  if (context.json && !options.has('out')) throw contraryOptions(['--warned', '--json']);
  const path = `/programmes/${await context.programme()}/warnings.csv`;
  const to = options.maybe((written) => readWholeDay(written), 'asOf');
  return document(context, path, { to, lang: context.language }, options);
}

export const documentCommands: CommandSpec[] = [
  reportCommand,
  {
    usage: 'national-sheet',
    text: { ja: '国の40ステップ進捗表', en: 'the national sheet of 40 steps' },
    options: [
      asOfOption,
      byOption,
      option(
        '--format <format>',
        'table（既定）／ csv ／ xlsx ／ json',
        'table (default), csv, xlsx or json',
      ),
      outOption,
    ],
    examples: [
      example('sekimori national-sheet', '業務ごとの完了率', 'rates of each business'),
      example(
        'sekimori national-sheet --format csv --out 進捗表.csv',
        '国の様式のCSV',
        'CSV in the national layout',
      ),
      example(
        'sekimori national-sheet --format xlsx --out 進捗表.xlsx',
        '同じ表を Excel のファイルで（直して sheet import で取り込める）',
        'the same as .xlsx; edited, sheet import takes it in',
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
    options: [
      asOfOption,
      byOption,
      option(
        '--warned',
        '記録の代わりに、期限を誰に・いつ・どの経路で知らせ、どうなったかの CSV（Excel で開けます）',
        'instead of the entries, who was warned of which deadline, by which channel, and what came of it, as CSV',
      ),
      outOption,
    ],
    examples: [
      example('sekimori export --out kiroku.jsonl', 'すべての記録を書き出す', 'every entry'),
      example(
        'sekimori export --warned --out 通知.csv',
        '期限のお知らせと、その受領をすべて書き出す',
        'every warning, with its receipts',
      ),
    ],
    run: (context, _args, options) => exportAnswer(context, options),
  },
  verifyCommand,
];
