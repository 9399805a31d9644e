// `collisions` and `busy`: planned switch-overs that meet, and the times in which none should be.
import { readBusiness } from '../../../machines/values/names/business.ts';
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { type CollisionList, collisionList } from '../../../server/contract/procuring/vendors.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { underSetting } from '../../print/under-setting.ts';
import { dayWord, settingWord } from '../../print/words.ts';
import { programmeAct, programmeActOptions } from './programme-act.ts';

const asked = async (context: Context, query: Record<string, string | undefined>): Promise<CollisionList> =>
  context.client.get(collisionList, `/programmes/${await context.programme()}/collisions`, query);

/** In words, each on a line; nothing where nothing collides. */
export const collisionLines = ({ collisions }: CollisionList, language: Context['language']): string[] =>
  collisions.map(({ message }) => `・${message[language]}`);

/** What a system's plan collides with as it stands now. */
export const collidingNow = (context: Context, system: string): Promise<CollisionList> =>
  asked(context, { system });

async function show(context: Context, options: Options): Promise<Answer> {
  const { say, language } = context;
  const [startOn, endOn] = ['start', 'end'].map((name) =>
    options.maybe((given) => readWholeDay(given), name),
  );
  const found = await asked(context, {
    system: options.text('system'),
    phase: options.text('phase'),
    startOn,
    endOn,
  });
  const lines = collisionLines(found, language);
  const none = [say('重なる切替はありません。', 'No switch-over collides.')];
  return underSetting(found, language, lines.length > 0 ? lines : none);
}

async function busyTimes(context: Context): Promise<Answer> {
  const { say, language } = context;
  const found = await asked(context, {});
  const rows = found.busyTimes.map(({ id, label, from, until, businesses, basis, everyYear }) => [
    id,
    label[language],
    everyYear
      ? say(`毎年 ${from}〜${until}`, `every year ${from} – ${until}`)
      : `${dayWord(from, language)}〜${dayWord(until, language)}`,
    businesses?.join('、') ?? say('すべての業務', 'every business'),
    basis?.[language] ?? '',
  ]);
  const heads = [
    say('番号', 'Id'),
    say('時期', 'Time'),
    say('期間', 'Days'),
    say('業務', 'Businesses'),
    say('理由', 'Why'),
  ];
  return {
    kind: 'value',
    value: { setting: found.setting, busyTimes: found.busyTimes },
    rehearsal: found.setting.rehearsal,
    lines: [
      settingWord(found.setting, language),
      '',
      ...tableLines(
        heads.map((head) => ({ head })),
        rows,
        say('切替を避ける時期はありません。', 'There is no time to avoid.'),
      ),
    ],
  };
}

const record: CommandSpec = {
  usage: 'record <id> <from> <until>',
  text: {
    ja: '切替を避ける時期（選挙など）を登録する（同じ番号なら登録し直す）',
    en: 'record a time to avoid (an election), or record it again under the same id',
  },
  options: [
    option('--label <text>', '何の時期か', 'what it is', 'required'),
    option('--label-en <text>', '英語の名前（省略時は同じ）', 'in English (default: the same)'),
    option(
      '--business <name>',
      'この業務だけ（省略時はすべて）。繰り返し指定',
      'only this business; repeat it',
      'list',
    ),
    ...programmeActOptions,
  ],
  examples: [
    example(
      'sekimori busy record election-2025 2025-07-01 2025-07-25 --label 参議院議員選挙 --business 選挙人名簿管理',
      '選挙の時期',
      'an election',
    ),
  ],
  run: (context, args, options) => {
    const day = (index: number) =>
      options.read((given) => readWholeDay(given, { within: 'planned' }), argument(args, index));
    const businesses = options.list('business').map((name) => options.read(readBusiness, name, 'business'));
    return programmeAct(context, options, {
      type: 'busyTime.recorded',
      id: argument(args, 0),
      label: { ja: options.required('label'), en: options.text('labelEn') ?? options.required('label') },
      fromOn: day(1),
      untilOn: day(2),
      ...(businesses.length > 0 ? { businesses } : {}),
    });
  },
};

const withdraw: CommandSpec = {
  usage: 'withdraw <id>',
  text: {
    ja: '切替を避ける時期を取り下げる（毎年のものも）',
    en: 'withdraw a time to avoid, also one of every year',
  },
  options: [option('--reason <text>', '理由', 'why', 'required'), ...programmeActOptions],
  examples: [
    example(
      'sekimori busy withdraw april --reason 4月の異動期は別班が担う',
      '4月の異動期を避けない',
      'April is no time to avoid',
    ),
  ],
  run: (context, args, options) =>
    programmeAct(context, options, {
      type: 'busyTime.withdrawn',
      id: argument(args, 0),
      reason: options.required('reason'),
    }),
};

export const collisionCommands: CommandSpec[] = [
  {
    usage: 'collisions',
    text: {
      ja: '重なる切替（同じ事業者の同じ週・連休、事業者の上限、年度末・4月・確定申告・選挙）',
      en: 'switch-overs that collide: one vendor in one week or weekend, beyond what it can do, in a time to avoid',
    },
    options: [
      option('--system <system>', 'このシステムだけ', 'only this system'),
      option(
        '--phase <phase>',
        '計画を変えてみる工程（省略時は稼働の工程）',
        'the phase whose plan is tried (default: going live)',
      ),
      option('--start <date>', '開始をこの日としてみる', 'try this start'),
      option('--end <date>', '終了をこの日としてみる', 'try this end'),
    ],
    examples: [
      example('sekimori collisions', '今の計画の重なり', 'of the plans as they are'),
      example(
        'sekimori collisions --system juki --start 2025-04-01',
        '切替をその日にしたとき',
        'if it were switched over on that day',
      ),
    ],
    run: (context, _args, options) => show(context, options),
  },
  {
    usage: 'busy',
    text: { ja: '切替を避ける時期', en: 'times in which no system should be switched over' },
    examples: [example('sekimori busy', '一覧', 'all of them')],
    subcommands: [
      {
        usage: 'list',
        text: { ja: '切替を避ける時期の一覧（既定）', en: 'all of them (default)' },
        run: (context) => busyTimes(context),
      },
      record,
      withdraw,
    ],
  },
];
