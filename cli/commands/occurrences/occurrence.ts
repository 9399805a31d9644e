// `occurrence`: what happens around the programme and deadlines are counted from: which there are, recording one, and putting it right.
import { readDay } from '../../../machines/values/read-day.ts';
import { programmeView } from '../../../server/contract/programmes.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord } from '../../print/words.ts';
import { programmeAct, programmeActOptions } from '../vendors/programme-act.ts';

async function list(context: Context): Promise<Answer> {
  const { say, language, client } = context;
  const found = await client.get(programmeView, `/programmes/${await context.programme()}`);
  const rows = found.namedOccurrences.map(({ id, label, on }) => [
    id,
    label[language],
    on === null ? say('まだ', 'not yet') : dayWord(on, language),
  ]);
  const heads = [say('名前', 'Id'), say('出来事', 'Occurrence'), say('あった日', 'Happened on')];
  return {
    kind: 'value',
    value: { namedOccurrences: found.namedOccurrences },
    rehearsal: found.rehearsal,
    lines: tableLines(
      heads.map((head) => ({ head })),
      rows,
      say('期限を数える出来事はありません。', 'No deadline can be counted from any occurrence.'),
    ),
  };
}

const KINDS = 'cabinetDecision|standard|rfi|notice|application|adoption|report|other';

async function record(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const id = argument(args, 0);
  const { namedOccurrences } = await context.client.get(
    programmeView,
    `/programmes/${await context.programme()}`,
  );
  const label = namedOccurrences.find((one) => one.id === id)?.label ?? { ja: id, en: id };
  const source = options.text('source');
  return programmeAct(context, options, {
    type: 'occurrence.recorded',
    id,
    title: label,
    kind: options.text('kind') ?? 'other',
    ...(source ? { source } : {}),
  });
}

function correct(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const never = options.flag('never');
  const day = options.maybe((written) => readDay(written), 'to');
  if (never === (day !== undefined))
    throw new CommandFailure('wrongUse', {
      ja: '正しい日（--to）か、なかったこと（--never）のどちらか一つを指定してください。',
      en: 'Give either the right day (--to) or that it did not happen (--never).',
    });
  return programmeAct(context, options, {
    type: 'occurrence.corrected',
    id: argument(args, 0),
    on: day ?? null,
    reason: options.required('reason'),
  });
}

export const occurrenceCommands: CommandSpec[] = [
  {
    usage: 'occurrence',
    text: {
      ja: '期限を数える出来事（公布・議会の解散・事業者の破産など）と、あった日',
      en: 'what deadlines are counted from around the programme, and when it happened',
    },
    examples: [example('sekimori occurrence list', '出来事の一覧', 'which there are')],
    subcommands: [
      {
        usage: 'list',
        text: { ja: '期限を数える出来事の一覧（既定）', en: 'which there are (default)' },
        run: (context) => list(context),
      },
      {
        usage: 'record <id>',
        text: {
          ja: '出来事を登録する。数えた期限が、待っていた移行に置かれる',
          en: 'record that it happened: the deadlines that wait for it are counted',
        },
        options: [
          option(`--kind <${KINDS}>`, '種類（省略時は other）', 'what it is (default: other)'),
          option('--source <text>', '出典', 'its source'),
          ...programmeActOptions,
        ],
        examples: [
          example(
            'sekimori occurrence record promulgation --on 2026-03-25 --source 公報第123号',
            '条例の公布を登録する',
            'the ordinance was promulgated',
          ),
        ],
        run: record,
      },
      {
        usage: 'correct <id>',
        text: {
          ja: '登録した人とは別の人が、出来事の日を訂正する。数えた期限は数え直される',
          en: 'put its day right, as another than who recorded it: the deadlines are counted again',
        },
        options: [
          option('--to <date>', '正しい日', 'the right day'),
          option('--never', '出来事はなかった', 'it did not happen'),
          option('--reason <text>', '理由', 'why', 'required'),
          ...programmeActOptions,
        ],
        examples: [
          example(
            'sekimori occurrence correct promulgation --to 2026-03-27 --reason 公報の日付',
            '公布の日を訂正する',
            'it was promulgated two days later',
          ),
        ],
        run: correct,
      },
    ],
  },
];
