// `setup`: how an installation that is to be real begins, a part after another: its programme, its first administrator, its people, and
// what it still lacks. A part that stands is said to stand; run again, it goes on. Nobody is asked where no terminal is.
import { lacks } from '../../../server/contract/people-sheets.ts';
import { type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { FailureKind } from '../../failure.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { peopleFileOptions } from '../people/import.ts';
import { passwordGiven, requireFit, setUpAdministrator, whoIsGiven } from './first-administrator.ts';
import { setUpPeople } from './first-people.ts';
import { setUpProgramme } from './first-programme.ts';
import type { Part } from './part.ts';

const ends: Record<Part['status'], FailureKind | undefined> = {
  done: undefined,
  stands: undefined,
  notAsked: undefined,
  refused: 'refused',
  unanswered: 'unreachable',
};

async function setUp(context: Context, options: Options): Promise<Answer> {
  const { say } = context;
  const password = passwordGiven(options);
  if (password !== null) await requireFit(context, { ...whoIsGiven(options), password });
  const programme = await setUpProgramme(context, options);
  const { code } = programme;
  const rest = [
    say('計画が入ってから、もう一度実行してください。', 'Run it again once the programme is in.'),
  ];
  if (code === null) return answerOf({ programme }, [...programme.lines, ...rest]);
  const administrator = await setUpAdministrator(context, options, password);
  const people = await setUpPeople(context, code, options);
  const parts = { programme, administrator, people };
  const lacking = await context.client.get(lacks, `/programmes/${code}/lacks`);
  const missing = lacking.items.map(({ message }) => `  ・${message[context.language]}`);
  const lines = [
    ...Object.values(parts).flatMap((part) => part.lines),
    ...(missing.length === 0
      ? [say('足りない人はいません。', 'Nobody is lacking.')]
      : [say('まだ足りないもの：', 'Still lacking:'), ...missing]),
  ];
  return answerOf({ ...parts, lacks: lacking.items }, lines);
}

function answerOf(value: Record<string, unknown> & { programme: Part }, lines: string[]): Answer {
  const parts = Object.values(value).filter(isPart);
  const told = Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      isPart(one) ? { status: one.status, ...asObject(one.value) } : one,
    ]),
  );
  const endsAs = parts.map(({ status }) => ends[status]).find((end) => end !== undefined);
  return { kind: 'value', value: told, rehearsal: false, lines, endsAs };
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'status' in value && 'lines' in value;

export const setupCommand: CommandSpec = {
  usage: 'setup',
  text: {
    ja: '実運用を始める：計画、最初の管理者、人（何度でも実行でき、続きから行う）',
    en: 'begin a real installation: programme, first administrator, people; run again, it goes on',
  },
  options: [
    option('--folder <folder>', '計画のフォルダ', 'the folder of the programme'),
    option('--account <account>', '最初の管理者のアカウント', 'the account of the first administrator'),
    option('--name <name>', '最初の管理者の氏名', 'the name of the first administrator'),
    option(
      '--password-fd <n>',
      'パスワードを読むファイル記述子の番号（端末では尋ねる。なければ初期パスワードを示す）',
      'the file descriptor that gives the password (asked at a terminal; else a first one is made and told)',
    ),
    option('--people <file>', '人の一覧（CSV・.xlsx）', 'the list of people (CSV, .xlsx)'),
    ...peopleFileOptions,
    option(
      '--yes',
      '確かめずに行う（端末でないときは必要）',
      'do it without asking; needed where no terminal is',
    ),
  ],
  examples: [
    example('sekimori setup', '順に尋ねられる', 'asks for each part in turn'),
    example(
      'sekimori setup --folder keikaku --account kato.hanako --name 加藤花子 --people 職員.csv --yes',
      '尋ねずに行う（初期パスワードが示される）',
      'asks nothing; tells the first passwords',
    ),
  ],
  run: (context, _args, options) => setUp(context, options),
};
