// `steps`: the 40 national steps of a system's businesses, shown or recorded.
import { readBusiness } from '../../../machines/values/names/business.ts';
import { nationalSheet } from '../../../server/contract/planning/national-sheet.ts';
import { act, actOptions } from '../../act.ts';
import { askedOptions } from '../../asked.ts';
import { argument, type CommandSpec, example, type OptionSpec } from '../../command-spec.ts';
import { flagsGiven } from '../../commander-options.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { percentWord, settingWord, stepWords } from '../../print/words.ts';
import { idleOptions } from '../../wrong-use.ts';
import { readSystem } from '../show.ts';

/** Official names of the system's own, whatever name or alias was typed. @throws CommandFailure for another's */
function businessesAsked(options: Options, carried: readonly string[]): string[] {
  const asked = options.list('business').map((written) => options.read(readBusiness, written, 'business'));
  const other = asked.find((business) => !carried.includes(business));
  if (other === undefined) return asked;
  throw new CommandFailure('wrongUse', {
    ja: `このシステムに「${other}」はありません。--business には ${carried.join('、')} を指定できます。`,
    en: `This system does not carry "${other}": --business takes ${carried.join(', ')}.`,
  });
}

async function showSteps(context: Context, system: string, options: Options): Promise<Answer> {
  const { language, say } = context;
  const view = await readSystem(context, system);
  const asked = businessesAsked(options, Object.keys(view.steps));
  const businesses = Object.keys(view.steps).filter(
    (business) => asked.length === 0 || asked.includes(business),
  );
  const value = {
    setting: view.setting,
    system,
    steps: Object.fromEntries(businesses.map((business) => [business, view.steps[business]])),
    completion: view.row.completion.filter(({ business }) => businesses.includes(business)),
  };
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
  const rates = value.completion.map(
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

/** What is asked where steps are recorded; without `--set` they are shown. */
const askedHere = askedOptions(RECORDED).map(
  (spec): OptionSpec => (spec.kind === 'requiredList' ? { ...spec, kind: 'list' } : spec),
);
const stepOptions = [...askedHere, ...actOptions];
const ofRecording = stepOptions.filter(({ flags }) => !/^--(?:set|business) /.test(flags));

function refuseIdle(given: Options): void {
  const idle = flagsGiven(ofRecording, given);
  if (idle.length > 0) throw idleOptions(idle, { ja: '--set がありません。', en: 'there is no --set.' });
}

async function runSteps(context: Context, args: readonly string[], given: Options): Promise<Answer> {
  if (given.has('set')) return act(context, argument(args, 0), given, RECORDED);
  refuseIdle(given);
  return showSteps(context, argument(args, 0), given);
}

export const stepCommands: CommandSpec[] = [
  {
    usage: 'steps <system>',
    sends: RECORDED,
    text: {
      ja: '国の40ステップの進捗を見る・登録する',
      en: 'the 40 national steps: show, or record with --set',
    },
    options: stepOptions,
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
    run: runSteps,
  },
];
