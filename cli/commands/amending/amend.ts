// `amend`: what a folder, or a small change by itself, would change in the running programme and do to each migration; and files it.
import type { z } from 'zod';
import { oneWidth } from '../../../machines/values/figures.ts';
import { readDay, readWholeDay } from '../../../machines/values/read-day.ts';
import { amendmentPreview, type Change, proposed } from '../../../server/contract/amendments.ts';
import { argument, type CommandSpec, example, type OptionSpec, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import { previewLines } from '../../print/amendment-lines.ts';
import type { Answer } from '../../print/answer.ts';
import { readSeedFolder } from '../../seed-folder.ts';
import { inFittingPost } from '../../session/fitting-post.ts';

type Wanted = { files: ReturnType<typeof readSeedFolder> } | { changes: Change[] };

async function amend(context: Context, wanted: Wanted, options: Options): Promise<Answer> {
  if (options.flag('propose')) return propose(context, wanted, options);
  const code = await context.programme();
  const found = await context.client.post(amendmentPreview, `/programmes/${code}/amendments/preview`, wanted);
  const { say } = context;
  return {
    kind: 'value',
    value: found,
    rehearsal: found.setting.rehearsal,
    lines: [
      ...previewLines(found, context),
      say(
        '何も変わっていません。提案するには --propose --reason 理由 を付けてください。',
        'Nothing is changed. Add --propose --reason WHY to file it.',
      ),
    ],
    endsAs: isRefused(found) ? 'refused' : undefined,
  };
}

const isRefused = ({ migrations }: z.infer<typeof amendmentPreview>): boolean =>
  migrations.some(({ refusals }) => refusals.length > 0);

async function propose(context: Context, wanted: Wanted, options: Options): Promise<Answer> {
  const { say, client } = context;
  const reason = options.text('reason');
  if (reason === undefined)
    throw new CommandFailure('wrongUse', {
      ja: '提案には理由が要ります（--reason 理由）。',
      en: 'A proposal needs its reason (--reason WHY).',
    });
  const code = await context.programme();
  const from = options.text('from');
  const fromOn = from === undefined ? undefined : options.read(readWholeDay, from);
  const body = { wanted, reason, ...(fromOn === undefined ? {} : { fromOn }) };
  const { answer: done, requestId } = await inFittingPost(context, options, code, (sent) =>
    client.post(proposed, `/programmes/${code}/amendments`, { ...body, ...sent }),
  );
  return {
    kind: 'value',
    value: { ...done, requestId },
    rehearsal: done.setting.rehearsal,
    lines: [
      ...previewLines(done.preview, context),
      say(
        `改定 ${done.number} として提案しました。承認を待ちます（sekimori amendments show ${done.number}）。`,
        `Filed as amendment ${done.number}; it waits for approval (sekimori amendments show ${done.number}).`,
      ),
    ],
  };
}

const filing: OptionSpec[] = [
  option('--propose', '提案する（付けなければ、見るだけ）', 'file it (without it: look only)'),
  option('--reason <text>', '理由（--propose に必要）', 'why (needed with --propose)'),
  option(
    '--from <day>',
    '適用する日（省略時は承認され次第）',
    'the day it is adopted (default: once approved)',
  ),
  option('--post <post>', 'どの職として行うか', 'the post to act in'),
  option('--request-id <id>', '依頼番号', 'request id'),
];

const bilingual: OptionSpec[] = [
  option('--ja <text>', '日本語の名称', 'the name in Japanese', 'required'),
  option('--en <text>', '英語の名称', 'the name in English', 'required'),
];

type Made = (args: readonly string[], options: Options) => Change;

const small = (
  usage: string,
  text: CommandSpec['text'],
  line: string,
  made: Made,
  own: OptionSpec[] = [],
): CommandSpec => ({
  usage,
  text,
  options: [...own, ...filing],
  examples: [example(line, text.ja, text.en)],
  run: (context, args, options) => amend(context, { changes: [made(args, options)] }, options),
});

const labelled = ['phase', 'body', 'deadline', 'system', 'programme'] as const;

function kindOf<const Kinds extends readonly string[]>(written: string, kinds: Kinds): Kinds[number] {
  const found = kinds.find((kind) => kind === written);
  if (found !== undefined) return found;
  throw new CommandFailure('wrongUse', {
    ja: `「${written}」は指定できません（${kinds.join('、')} のいずれか）。`,
    en: `"${written}" is none of ${kinds.join(', ')}.`,
  });
}

/** Of people. */
function countFrom(written: string): number {
  const found = /^([1-9]\d{0,3})人?$/.exec(oneWidth(written));
  if (found) return Number(found[1]);
  throw new CommandFailure('wrongUse', {
    ja: `人数は 1 からの整数です（「${written}」）。`,
    en: `A number of people is a whole number from 1, not "${written}".`,
  });
}

export const amendCommand: CommandSpec = {
  usage: 'amend [folder]',
  text: {
    ja: '計画の改定：何がどう変わるかを見る、提案する',
    en: 'amend the programme: see what would change and what that does, then file it',
  },
  options: filing,
  examples: [
    example(
      'sekimori amend seeds/setagaya',
      'フォルダと今の計画の違いと影響を見る',
      'what the folder would change',
    ),
    example(
      'sekimori amend seeds/setagaya --propose --reason 令和7年度の組織改正',
      '改定として提案する',
      'file it as an amendment',
    ),
    example('sekimori amend closed-day 2027-05-06', '閉庁日を一日加える', 'close one more day'),
  ],
  run: (context, args, options) => {
    const folder = argument(args, 0);
    if (folder === '')
      throw new CommandFailure('wrongUse', {
        ja: '計画のフォルダを指定してください（例: sekimori amend seeds/setagaya）。小さな改定は sekimori amend --help を見てください。',
        en: 'Name the programme’s folder (sekimori amend seeds/setagaya). For small changes see sekimori amend --help.',
      });
    return amend(context, { files: readSeedFolder(folder) }, options);
  },
  subcommands: [
    small(
      'closed-day <day>',
      { ja: '閉庁日を加える（--open で取り消す）', en: 'close a day (--open: open it after all)' },
      'sekimori amend closed-day 2027-05-06',
      (args, options) => ({
        kind: 'closedDay',
        on: options.read(readWholeDay, argument(args, 0)),
        closed: !options.flag('open'),
      }),
      [option('--open', '開庁日に戻す', 'open it after all')],
    ),
    small(
      'label <what> <id>',
      {
        ja: '名称を改める（what: phase、body、deadline、system、programme）',
        en: 'another label (what: phase, body, deadline, system, programme)',
      },
      'sekimori amend label body dx-office --ja デジタル推進課 --en "Digital division"',
      (args, options) => ({
        kind: 'label',
        of: kindOf(argument(args, 0), labelled),
        id: argument(args, 1),
        label: { ja: options.text('ja') ?? '', en: options.text('en') ?? '' },
      }),
      bilingual,
    ),
    small(
      'quorum <phase> <body> <count>',
      { ja: '関門の承認に要る人数を改める', en: 'how many of a body approve a gate' },
      'sekimori amend quorum fit-gap promotion-committee 3',
      (args, options) => ({
        kind: 'quorum',
        phase: argument(args, 0),
        body: argument(args, 1),
        quorum: countFrom(argument(args, 2)),
        path: options.text('path'),
      }),
      [option('--path <path>', 'この工程表だけ', 'on this path only')],
    ),
    small(
      'deadline <deadline> <day>',
      { ja: '期限の日付を改める', en: 'another day for a deadline' },
      'sekimori amend deadline fiscal-2025-end 2027-03-31',
      (args, options) => ({
        kind: 'deadline',
        deadline: argument(args, 0),
        on: options.read(readWholeDay, argument(args, 1)),
      }),
    ),
    small(
      'members <body> <count>',
      { ja: '会議体・職の人数を改める', en: 'how many members a body has' },
      'sekimori amend members promotion-committee 5',
      (args) => ({
        kind: 'members',
        body: argument(args, 0),
        members: countFrom(argument(args, 1)),
      }),
    ),
    small(
      'plan <what> <id> <phase>',
      { ja: '計画の日程を改める（what: system、wave）', en: 'other planned dates (what: system, wave)' },
      'sekimori amend plan wave wave-2 rfp --start 2026-04 --end 2026-09',
      (args, options) => ({
        kind: 'plan',
        of: kindOf(argument(args, 0), ['system', 'wave']),
        id: argument(args, 1),
        phase: argument(args, 2),
        startOn: options.read(
          (written) => readDay(written, { within: 'planned' }),
          options.required('start'),
        ),
        endOn: options.read((written) => readDay(written, { within: 'planned' }), options.required('end')),
      }),
      [
        option('--start <day>', '始まり（日か月）', 'start (a day or a month)', 'required'),
        option('--end <day>', '終わり（日か月）', 'end (a day or a month)', 'required'),
      ],
    ),
  ],
};
