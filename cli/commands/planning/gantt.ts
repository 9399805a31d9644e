// `sekimori gantt`: the plan of every system beside what came of it, as a table or as a spreadsheet with real dates.
import { type Schedule, type ScheduleRow, schedule } from '../../../server/contract/planning/schedule.ts';
import { type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { settingWord } from '../../print/words.ts';
import { document, outOption } from '../../written-document.ts';
import { byOption, pastFrom } from '../board.ts';

type Words = Pick<Context, 'language' | 'say'>;

async function gantt(context: Context, options: Options): Promise<Answer> {
  const past = pastFrom(options, options.text('asOf'));
  const path = `/programmes/${await context.programme()}/schedule`;
  if (options.has('out'))
    return document(context, `${path}.xlsx`, { ...past, lang: context.language }, options);
  const value = await context.client.get(schedule, path, past);
  return { kind: 'value', value, rehearsal: value.setting.rehearsal, lines: ganttLines(value, context) };
}

function ganttLines({ setting, rows }: Schedule, words: Words): string[] {
  const { say, language } = words;
  const heads = [
    say('システム', 'System'),
    say('工程', 'Phase'),
    say('計画', 'Planned'),
    say('実績', 'Actual'),
    say('関門', 'Gate'),
  ];
  const cells = rows.flatMap((row) => row.phases.map((phase, index) => cellsOf(row, phase, index, words)));
  const columns = heads.map((head) => ({ head }));
  return [settingWord(setting, language), '', ...tableLines(columns, cells, '')];
}

function cellsOf(
  { name }: ScheduleRow,
  { label, plan, days, gate }: ScheduleRow['phases'][number],
  index: number,
  { language, say }: Words,
): string[] {
  const assumed = plan?.assumed ? say('（仮定）', ' (assumed)') : '';
  const notPassed = say('未通過', 'not passed');
  return [
    index === 0 ? name[language] : '',
    label[language],
    plan ? `${plan.startOn}〜${plan.endOn}${assumed}` : say('計画なし', 'no plan'),
    days.entered ? `${days.entered}〜${days.left ?? ''}` : say('未着手', 'not begun'),
    gate ? (gate.passedOn ?? notPassed) : '',
  ];
}

export const ganttCommand: CommandSpec = {
  usage: 'gantt',
  text: {
    ja: '工程表：全システムの工程の計画と実績（--out で表計算ファイル .xlsx）',
    en: 'phases of every system, planned and actual (--out writes a spreadsheet, .xlsx)',
  },
  options: [
    option('--as-of <date>', 'その日の工程表（省略時は今）', 'the plan of that day (default: now)'),
    byOption,
    outOption,
  ],
  examples: [
    example('sekimori gantt', '全システムの工程表', 'every system'),
    example(
      'sekimori gantt --out 工程表.xlsx',
      '表計算ファイルに書き出す',
      'write a spreadsheet with real dates',
    ),
    example(
      'sekimori gantt --as-of 2023-10-31 --by recorded',
      'その日までに知られていた計画',
      'the plan as known by then',
    ),
  ],
  run: (context, _args, options) => gantt(context, options),
};
