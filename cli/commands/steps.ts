// `steps`: the 40 national steps of a system's businesses, shown or recorded.
import { readBusiness } from '../../machines/values/names/business.ts';
import { readStep } from '../../machines/values/national-step.ts';
import { nationalSheet } from '../../server/contract/programmes.ts';
import { act, actOptions } from '../act.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { type Options, wordFrom } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { tableLines } from '../print/table.ts';
import { percentWord, type StepWord, settingWord, stepWords } from '../print/words.ts';
import { readSystem } from './show.ts';

function statusesFrom(given: readonly string[], options: Options): Record<string, StepWord> {
  const pairs = given.flatMap((item) => item.split(/[,、]/u)).map((pair) => pair.split(/[=＝]/u));
  return Object.fromEntries(
    pairs.map(([step = '', status = '']) => [
      options.read(readStep, step),
      wordFrom(status.trim(), stepWords, '--set'),
    ]),
  );
}

/** Official names, whatever name or alias was typed. */
const businessesAsked = (options: Options): string[] =>
  options.list('business').map((written) => options.read(readBusiness, written));

async function showSteps(context: Context, system: string, options: Options): Promise<Answer> {
  const { language, say } = context;
  const view = await readSystem(context, system);
  const asked = businessesAsked(options);
  const businesses = Object.keys(view.steps).filter(
    (business) => asked.length === 0 || asked.includes(business),
  );
  const value = { setting: view.setting, system, steps: view.steps, completion: view.row.completion };
  if (context.json) return { kind: 'value', value, rehearsal: view.setting.rehearsal, lines: [] };
  const sheet = await context.client.get(
    nationalSheet,
    `/programmes/${await context.programme()}/national-sheet`,
  );
  const columns = [
    { head: say('番号', 'Step') },
    ...businesses.map((business) => ({ head: business })),
    { head: say('作業', 'Work') },
  ];
  const rows = sheet.steps.map(({ id, name }) => [
    id,
    ...businesses.map((business) => stepWords[view.steps[business]?.[id] ?? 'notStarted'][language]),
    name,
  ]);
  const rates = view.row.completion
    .filter(({ business }) => businesses.includes(business))
    .map(
      ({ business, permille }) => `${business} ${say('完了率', 'completed')} ${percentWord(permille)}（40）`,
    );
  return {
    kind: 'value',
    value,
    rehearsal: view.setting.rehearsal,
    lines: [
      settingWord(view.setting, language),
      view.row.name[language],
      '',
      ...tableLines(columns, rows, ''),
      '',
      ...rates,
    ],
  };
}

function recordSteps(context: Context, system: string, options: Options): Promise<Answer> {
  const statuses = statusesFrom(options.list('set'), options);
  const businesses = businessesAsked(options);
  const reason = options.text('reason');
  return act(context, system, options, 'steps.recorded', () => ({
    type: 'steps.recorded',
    statuses,
    ...(businesses.length > 0 ? { businesses } : {}),
    ...(reason === undefined ? {} : { reason }),
  }));
}

export const stepCommands: CommandSpec[] = [
  {
    usage: 'steps <system>',
    sends: 'steps.recorded',
    text: {
      ja: '国の40ステップの進捗を見る・登録する',
      en: 'the 40 national steps: show, or record with --set',
    },
    options: [
      option(
        '--set <step=status>',
        '登録する番号と状態（例：15-1=完了済み）。繰り返し指定できる',
        'record a step, such as 15-1=done; may be repeated',
        'list',
      ),
      option(
        '--business <name>',
        '業務の名前か別名（省略時はすべて）。繰り返し指定できる',
        'only this business, by its name or alias; may be repeated',
        'list',
      ),
      option('--reason <text>', '理由（対象外とするときは必須）', 'the reason; needed for 対象外'),
      ...actOptions,
    ],
    examples: [
      example('sekimori steps juki', '40ステップの進捗を見る', 'show the 40 steps'),
      example(
        'sekimori steps juki --set ⑮-1=完了済み --set 15-2=作業中',
        '進捗を登録する',
        'record two steps',
      ),
      example(
        'sekimori steps juki --business 印鑑 --set 12-1=対象外 --reason 該当ファイルなし',
        '1業務だけ対象外にする',
        'not applicable for one business',
      ),
    ],
    run: (context, args, options) =>
      options.list('set').length > 0
        ? recordSteps(context, argument(args, 0), options)
        : showSteps(context, argument(args, 0), options),
  },
];
