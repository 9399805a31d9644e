// Puts the command together from its parts' descriptions, with help and wrong use said in the reader's language.
import { Command, CommanderError, Help, type Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { type CommandSpec, commandsByAct, type OptionSpec } from './command-spec.ts';
import {
  argumentsMeant,
  optionOf,
  refuseContrary,
  refuseMissing,
  systemsMeant,
} from './commander-options.ts';
import { amendCommand } from './commands/amending/amend.ts';
import { amendmentsCommand } from './commands/amending/amendments.ts';
import { accessCommands } from './commands/auditing/access.ts';
import { entryCommands } from './commands/auditing/entries.ts';
import { boardCommands } from './commands/board.ts';
import { contactCommand } from './commands/contact.ts';
import { controlCommands } from './commands/control.ts';
import { correctCommands } from './commands/correct.ts';
import { deadlineCommands, slipCommands } from './commands/deadlines.ts';
import { doctorCommands } from './commands/doctor.ts';
import { documentCommands } from './commands/documents.ts';
import { gateCommands } from './commands/gates.ts';
import { identityCommands } from './commands/identity.ts';
import { archiveCommand } from './commands/keeping/archive.ts';
import { rebuildCommand } from './commands/keeping/rebuild.ts';
import { keyCommands } from './commands/keys.ts';
import { listCommands } from './commands/lists.ts';
import { sheetCommands } from './commands/national/sheet.ts';
import { stepCommands } from './commands/national/steps.ts';
import { passwordCommands } from './commands/password.ts';
import { deputyCommands } from './commands/people/deputy.ts';
import { peopleCommands } from './commands/people/people.ts';
import { transferCommands } from './commands/people/transfer.ts';
import { programmeCommands } from './commands/programmes.ts';
import { recordCommands } from './commands/record.ts';
import { secondFactorCommands } from './commands/second-factor.ts';
import { showCommands } from './commands/show.ts';
import { newCommands } from './commands/starting/new.ts';
import { setupCommand } from './commands/starting/setup.ts';
import { warnedCommand } from './commands/warned.ts';
import { createContext, type Surroundings } from './context.ts';
import { CommandFailure } from './failure.ts';
import { type Options, optionsOf } from './options.ts';
import type { Answer } from './print/answer.ts';
import { type Language, speak } from './print/speech.ts';
import { commanderFailure } from './wrong-use.ts';

const groups: { title: { ja: string; en: string }; commands: CommandSpec[] }[] = [
  {
    title: { ja: '見る', en: 'Look' },
    commands: [
      ...boardCommands,
      ...showCommands,
      ...stepCommands,
      ...listCommands,
      ...slipCommands,
      ...entryCommands,
      warnedCommand,
    ],
  },
  {
    title: { ja: '動かす', en: 'Act' },
    commands: [
      ...gateCommands,
      ...controlCommands,
      ...deadlineCommands,
      ...recordCommands,
      ...sheetCommands,
      ...correctCommands,
    ],
  },
  {
    title: { ja: '出す・確かめる', en: 'Report and prove' },
    commands: [...documentCommands, ...doctorCommands, rebuildCommand, archiveCommand, ...accessCommands],
  },
  {
    title: { ja: '計画・時計・サインイン', en: 'Programme, clock, sign-in' },
    commands: [
      setupCommand,
      ...programmeCommands,
      amendCommand,
      amendmentsCommand,
      ...newCommands,
      ...identityCommands,
      ...passwordCommands,
      contactCommand,
      ...secondFactorCommands,
      ...peopleCommands,
      ...deputyCommands,
      ...transferCommands,
      ...keyCommands,
    ],
  },
];

/** Everything every command understands, before or after its name. */
const everywhere: OptionSpec[] = [
  {
    flags: '--json',
    text: { ja: '標準出力に JSON の値を一つだけ出す', en: 'exactly one JSON value on stdout' },
  },
  {
    flags: '--lang <language>',
    text: { ja: '表示の言語（ja / en）', en: 'language of what is said (ja / en)' },
  },
  {
    flags: '--programme <code>',
    text: {
      ja: '団体コード（計画が複数のとき）',
      en: 'municipality code, where there are several programmes',
    },
  },
  {
    flags: '--as <account>',
    text: { ja: '演習で、このアカウントとして行う', en: 'in a rehearsal, act as this account' },
  },
  {
    flags: '--url <url>',
    text: { ja: 'サーバのアドレス（SEKIMORI_URL）', en: "the server's address (SEKIMORI_URL)" },
  },
];

export interface Outcome {
  answer: Answer | null;
  json: boolean;
}

/** Runs one command line. Help and version are printed by commander itself, and give no answer. */
export async function runProgram(
  argv: readonly string[],
  given: Omit<Surroundings, 'commands'>,
  print: (text: string) => void,
): Promise<Outcome> {
  let outcome: Outcome = { answer: null, json: argv.includes('--json') };
  const commands = commandsByAct(groups.flatMap((group) => group.commands));
  const surroundings = { ...given, commands };
  const root = rootCommand(surroundings.language, print);
  for (const { title, commands: specs } of groups) {
    for (const spec of specs) {
      const tell = (found: Outcome) => {
        outcome = found;
      };
      const command = build(spec, surroundings, { tell, print });
      root.addCommand(command.helpGroup(`${title[surroundings.language]}:`));
    }
  }
  try {
    await root.parseAsync(askedForHelp(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw commanderFailure(error);
  }
  return outcome;
}

/** `help a b` as `a b --help`: commander's own help looks one level deep. */
const askedForHelp = (argv: readonly string[]): string[] =>
  argv[0] === 'help' && argv.length > 2 ? [...argv.slice(1), '--help'] : [...argv];

function rootCommand(language: Language, print: (text: string) => void): Command {
  const say = speak(language);
  const root = new Command('sekimori')
    .description(
      say(
        '関守：自治体システム標準化の関門番',
        'Sekimori: a gatekeeper for the move to standard-conforming systems',
      ),
    )
    .version(manifest.version, '-V, --version', say('版を表示する', 'print the version'))
    .helpCommand(say('help [コマンド]', 'help [command]'), say('使い方を表示する', 'how to use a command'))
    .addHelpText('after', `\n${rootHelp(language)}`);
  for (const spec of everywhere) root.addOption(optionOf(spec, language));
  return inLanguage(root, language, print);
}

interface Mouth {
  /** What came of the command that was run. */
  tell: (outcome: Outcome) => void;
  /** Help, which is no answer. */
  print: (text: string) => void;
}

function build(spec: CommandSpec, surroundings: Surroundings, { tell, print }: Mouth): Command {
  const { language } = surroundings;
  const [name = '', ...args] = spec.usage.split(' ');
  const command = inLanguage(new Command(name), language, print)
    .description(spec.text[language])
    .helpCommand(false);
  for (const written of args) command.argument(written);
  for (const given of spec.options ?? []) command.addOption(optionOf(given, language));
  refuseContrary(command);
  if (spec.examples) command.addHelpText('after', `\n${exampleLines(spec, language)}`);
  for (const below of spec.subcommands ?? []) {
    command.addCommand(build(below, surroundings, { tell, print }), {
      isDefault: ['show', 'list'].includes(below.usage),
    });
  }
  const { run } = spec;
  if (run) {
    command.action(async () => {
      const written = { ...command.optsWithGlobals() };
      refuseWrongLanguage(optionsOf(written));
      refuseMissing(spec.options ?? [], optionsOf(written));
      const context = createContext(optionsOf(written), surroundings);
      const meant = await argumentsMeant(context, args, command.args);
      const systems = await systemsMeant(context, spec.options ?? [], optionsOf(written));
      const options = optionsOf({ ...written, ...systems });
      const answer = await run(context, meant, options);
      const asides = [...options.remarks.map((remark) => remark[language]), ...(answer.asides ?? [])];
      tell({ answer: { ...answer, asides }, json: context.json });
    });
  }
  return command;
}

function refuseWrongLanguage(options: Options): void {
  const asked = options.text('lang');
  if (asked === undefined || asked === 'ja' || asked === 'en') return;
  throw new CommandFailure('wrongUse', {
    ja: `--lang には ja か en を指定してください（「${asked}」）。`,
    en: `--lang takes ja or en, not "${asked}".`,
  });
}

/** Both languages: a reader of either finds the line to copy. */
function exampleLines({ examples = [] }: CommandSpec, language: Language): string {
  const lines = examples.map(({ line, text }) => `  ${line}\n      ${text.ja} / ${text.en}`);
  return [speak(language)('例 / Examples:', 'Examples / 例:'), ...lines].join('\n');
}

const titles: Record<string, string> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Global Options:': '共通のオプション:',
  'Commands:': 'コマンド:',
};

function inLanguage(command: Command, language: Language, print: (text: string) => void): Command {
  const say = speak(language);
  return command
    .exitOverride()
    .helpOption('-h, --help', say('使い方を表示する', 'how to use it'))
    .configureHelp({
      showGlobalOptions: true,
      visibleGlobalOptions: withoutOwn,
      styleTitle: (title) => (language === 'ja' ? (titles[title] ?? title) : title),
    })
    .configureOutput({ writeErr: () => undefined, writeOut: print });
}

/** What a command and the one above it both take is its own. */
function withoutOwn(this: Help, command: Command): Option[] {
  const own = new Set(this.visibleOptions(command).map(({ long }) => long));
  return Help.prototype.visibleGlobalOptions.call(this, command).filter(({ long }) => !own.has(long));
}

function rootHelp(language: Language): string {
  const say = speak(language);
  return [
    say('例 / Examples:', 'Examples / 例:'),
    '  sekimori status                          全システムの一覧 / the board',
    '  sekimori explain juki                    何が足りないか / what is missing',
    '  sekimori as-of 2023-10-31                過去のある日 / a past day',
    '  sekimori report --as-of 令和5年10月末    報告 / the report',
    '  sekimori approve juki --as ACCOUNT       演習で別の人として承認 / approve as another, in a rehearsal',
    '',
    say(
      '終了コード: 0 できた、1 受け付けられない・見つからない、2 使い方の誤り、3 サーバに届かない、4 コマンド自身の誤り',
      'Exit codes: 0 done, 1 refused or not found, 2 wrong use, 3 not reachable, 4 a fault of the command',
    ),
    say(
      '日付は 2023-11-16、R5.11.16、令和5年11月16日、令和5年10月末 のどれでも書けます。',
      'Dates may be written 2023-11-16, R5.11.16 or 令和5年11月16日.',
    ),
  ].join('\n');
}
