// `sheet import`: a national sheet as people keep it, first looked at, then recorded.
import { basename } from 'node:path';
import { readDay } from '../../../machines/values/read-day.ts';
import { sheetApplied, sheetPreview } from '../../../server/contract/sheets.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { readBytes } from '../../files.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { outcomeLines, previewLines } from '../../print/sheet-lines.ts';

async function importSheet(context: Context, file: string, options: Options): Promise<Answer> {
  const body = {
    file: { name: basename(file), base64: readBytes(file).toString('base64') },
    sheet: options.text('sheet'),
    post: options.text('post'),
    on: options.maybe((written) => readDay(written), 'on'),
    reason: options.text('reason'),
  };
  const path = `/programmes/${await context.programme()}/national-sheet`;
  if (!options.flag('apply')) {
    const value = await context.client.post(sheetPreview, `${path}/preview`, body);
    const lines = previewLines(value, context);
    return { kind: 'value', value, rehearsal: value.setting.rehearsal, lines };
  }
  const value = await context.client.post(sheetApplied, `${path}/apply`, body);
  const isDone = value.outcomes.every(({ status }) => status === 'recorded' || status === 'repeated');
  const isWhole = isDone && value.counts.conflicts === 0 && value.counts.unread === 0;
  const isKnown = value.outcomes.every(({ status }) => status !== 'unanswered');
  return {
    kind: 'value',
    value,
    rehearsal: value.setting.rehearsal,
    lines: outcomeLines(value, context),
    endsAs: isWhole ? undefined : isKnown ? 'refused' : 'unreachable',
  };
}

export const sheetCommands: CommandSpec[] = [
  {
    usage: 'sheet',
    text: { ja: '国の40ステップ進捗表の取込み', en: 'take in a national sheet of 40 steps' },
    subcommands: [
      {
        usage: 'import <file>',
        text: {
          ja: '進捗表（.xlsx・CSV）を下見し、--apply で記録する',
          en: 'look at a sheet (.xlsx, CSV); record it with --apply',
        },
        options: [
          option(
            '--apply',
            '記録する（付けなければ何も記録しない）',
            'record it (without: nothing is recorded)',
          ),
          option(
            '--on <date>',
            'いつのことか（実施日の列がない行に使う）',
            'when it happened, for rows without a day of their own',
          ),
          option(
            '--reason <text>',
            '対象外の理由（理由の列がない行に使う）',
            'why steps do not apply, for rows that do not say it',
          ),
          option(
            '--sheet <name>',
            '読むシートの名前（複数あるとき）',
            'which sheet, where there are several',
          ),
          option(
            '--post <post>',
            'どの職として行うか（行える職が一つならそれ）',
            'the post to act in (found when only one fits)',
          ),
        ],
        examples: [
          example(
            'sekimori sheet import 進捗表.xlsx',
            '何が変わるかを見る（記録しない）',
            'what would change; nothing is recorded',
          ),
          example('sekimori sheet import 進捗表.xlsx --apply --on 令和5年11月16日', '記録する', 'record it'),
        ],
        run: (context, args, options) => importSheet(context, argument(args, 0), options),
      },
    ],
  },
];
