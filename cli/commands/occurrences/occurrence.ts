// `occurrence`: what happens around the programme and deadlines are counted from: which there are, recording one, and putting it right.

import { sameName } from '../../../machines/values/names/name.ts';
import { readDay } from '../../../machines/values/read-day.ts';
import { type ProgrammeView, programmeView } from '../../../server/contract/programmes.ts';
import { occurrenceKinds } from '../../../server/contract/settings/occurrence-kinds.ts';
import { type OccurrencePreview, occurrencePreview } from '../../../server/contract/settings/occurrences.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure, orFailure } from '../../failure.ts';
import { type Options, wordFrom } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import type { Language } from '../../print/speech.ts';
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
  const heads = [say('識別子', 'Id'), say('出来事', 'Occurrence'), say('あった日', 'Happened on')];
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

type Named = ProgrammeView['namedOccurrences'][number];

/** By its id or its name. @throws CommandFailure with those that there are */
async function meant(context: Context, written: string): Promise<Named> {
  const path = `/programmes/${await context.programme()}`;
  const { namedOccurrences } = await context.client.get(programmeView, path);
  const found = namedOccurrences.find(
    ({ id, label }) => id === written || sameName(label.ja, written) || sameName(label.en, written),
  );
  if (found) return found;
  const known = (language: Language) =>
    namedOccurrences.map(({ id, label }) => `${label[language]}（${id}）`).join('、');
  throw new CommandFailure('wrongUse', {
    ja:
      namedOccurrences.length === 0
        ? 'この計画に、期限を数える出来事はありません。'
        : `「${written}」という出来事はありません。次のいずれかを指定してください：${known('ja')}`,
    en:
      namedOccurrences.length === 0
        ? 'No deadline of this programme is counted from an occurrence.'
        : `There is no occurrence "${written}". It is one of: ${known('en')}`,
  });
}

const KINDS = Object.keys(occurrenceKinds).join('|');

/** The deadlines that it sets or moves, looked at just before; nothing for whoever does not see the whole programme. */
async function effectOf(context: Context, asked: { id: string; on: string | null }, isAsked: boolean) {
  const path = `/programmes/${await context.programme()}/occurrences/preview`;
  const found = await orFailure(() => context.client.post(occurrencePreview, path, asked));
  if (!(found instanceof CommandFailure)) return found;
  if (isAsked) throw found;
  return null;
}

function effectLines({ say, language }: Context, { moved, waiting }: OccurrencePreview): string[] {
  const day = (value: string | null) => (value === null ? say('なし', 'none') : dayWord(value, language));
  if (moved.length === 0)
    return [
      say(
        `期限は動きません（この出来事から数えている移行 ${waiting}）。`,
        `No deadline moves (${waiting} migrations count from it).`,
      ),
    ];
  return moved.map(
    ({ systemName, label, was, dueOn }) =>
      `  ${systemName[language]}  ${label[language]}: ${day(was)} → ${day(dueOn)}`,
  );
}

/** Recorded with its effect, or the effect alone. */
async function sent(
  context: Context,
  options: Options,
  fact: { type: string; id: string; [more: string]: unknown },
  on: string | null,
): Promise<Answer> {
  const effect = await effectOf(context, { id: fact.id, on }, options.flag('preview'));
  const lines = effect ? effectLines(context, effect) : [];
  if (options.flag('preview')) {
    const nothing = context.say('何も記録していません。', 'Nothing was recorded.');
    return {
      kind: 'value',
      value: effect,
      rehearsal: effect?.setting.rehearsal ?? false,
      lines: [...lines, nothing],
    };
  }
  const done = await programmeAct(context, options, fact);
  return done.kind === 'value' ? { ...done, lines: [...done.lines, ...lines] } : done;
}

async function record(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const { id, label } = await meant(context, argument(args, 0));
  const source = options.text('source');
  const fact = {
    type: 'occurrence.recorded',
    id,
    title: label,
    kind: wordFrom(options.text('kind') ?? 'other', occurrenceKinds, '--kind'),
    ...(source ? { source } : {}),
  };
  const on = options.maybe((written) => readDay(written), 'on');
  const { today } = await context.client.get(programmeView, `/programmes/${await context.programme()}`);
  return sent(context, options, fact, on ?? today);
}

async function correct(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const never = options.flag('never');
  const day = options.maybe((written) => readDay(written), 'to');
  if (never === (day !== undefined))
    throw new CommandFailure('wrongUse', {
      ja: '正しい日（--to）か、なかったこと（--never）のどちらか一つを指定してください。',
      en: 'Give either the right day (--to) or that it did not happen (--never).',
    });
  const { id } = await meant(context, argument(args, 0));
  const on = day ?? null;
  const reason = options.required('reason');
  return sent(context, options, { type: 'occurrence.corrected', id, on, reason }, on);
}

const previewOption = option(
  '--preview',
  '記録せずに、動く期限だけを示す',
  'show the deadlines that move, and record nothing',
);

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
        usage: 'record <occurrence>',
        text: {
          ja: '出来事を登録する。数えた期限が、待っていた移行に置かれる',
          en: 'record that it happened: the deadlines that wait for it are counted',
        },
        options: [
          option(`--kind <${KINDS}>`, '種類。日本語でも（省略時は other）', 'what it is (default: other)'),
          option('--source <text>', '出典', 'its source'),
          previewOption,
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
        usage: 'correct <occurrence>',
        text: {
          ja: '登録した人とは別の人が、出来事の日を訂正する。数えた期限は数え直される',
          en: 'put its day right, as another than who recorded it: the deadlines are counted again',
        },
        options: [
          option('--to <date>', '正しい日', 'the right day'),
          option('--never', '出来事はなかった', 'it did not happen'),
          option('--reason <text>', '理由', 'why', 'required'),
          previewOption,
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
