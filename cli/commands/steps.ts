// `steps`: the 40 national steps of a system's businesses, shown or recorded.
import { readBusiness } from '../../machines/values/names/business.ts';
import { nationalSheet } from '../../server/contract/programmes.ts';
import { act, actOptions } from '../act.ts';
import { askedOptions } from '../asked.ts';
import { argument, type CommandSpec, example } from '../command-spec.ts';
import type { Context } from '../context.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { tableLines } from '../print/table.ts';
import { percentWord, settingWord, stepWords } from '../print/words.ts';
import { readSystem } from './show.ts';

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

const RECORDED = 'steps.recorded';

export const stepCommands: CommandSpec[] = [
  {
    usage: 'steps <system>',
    sends: RECORDED,
    text: {
      ja: '国の40ステップの進捗を見る・登録する',
      en: 'the 40 national steps: show, or record with --set',
    },
    options: [...askedOptions(RECORDED), ...actOptions],
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
        ? act(context, argument(args, 0), options, RECORDED)
        : showSteps(context, argument(args, 0), options),
  },
];
