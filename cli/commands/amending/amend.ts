// `amend`: what a folder, or a small change by itself, would change in the running programme and do to each migration; and files it.
import { readDay, readWholeDay } from '../../../machines/values/read-day.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import { readSeedFolder } from '../../seed-folder.ts';
import { bilingual, comingCommands, nameIn, peopleFrom } from './coming.ts';
import { amend, filing, postsStay, small } from './small-change.ts';
import { systemCommands } from './systems.ts';

const labelled = ['phase', 'body', 'deadline', 'system', 'programme'] as const;

function kindOf<const Kinds extends readonly string[]>(written: string, kinds: Kinds): Kinds[number] {
  const found = kinds.find((kind) => kind === written);
  if (found !== undefined) return found;
  throw new CommandFailure('wrongUse', {
    ja: `「${written}」は指定できません（${kinds.join('、')} のいずれか）。`,
    en: `"${written}" is none of ${kinds.join(', ')}.`,
  });
}

function termFrom(options: Options) {
  const [from, until] = [options.maybe(readWholeDay, 'since'), options.maybe(readWholeDay, 'until')];
  const days = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
  return from || until ? days : null;
}

export const amendCommand: CommandSpec = {
  usage: 'amend [folder]',
  text: {
    ja: '計画の改定：何がどう変わるかを見る、提案する',
    en: 'amend the programme: see what would change and what that does, then file it',
  },
  options: [postsStay, ...filing],
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
    ...comingCommands,
    ...systemCommands,
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
        label: nameIn(options),
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
        quorum: peopleFrom(argument(args, 2), options),
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
      (args, options) => ({
        kind: 'members',
        body: argument(args, 0),
        members: peopleFrom(argument(args, 1), options),
      }),
    ),
    small(
      'term <body>',
      {
        ja: '会議体・職の任期を改める（日を書かなければ、期限のないものにする）',
        en: 'another term of a body (without days: for ever)',
      },
      'sekimori amend term promotion-committee --since 2026-04-01 --until 2028-03-31',
      (args, options) => ({ kind: 'term', body: argument(args, 0), term: termFrom(options) }),
      [
        option('--since <day>', '任期の初日', 'first day of the term'),
        option('--until <day>', '任期の末日', 'last day of the term'),
      ],
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
