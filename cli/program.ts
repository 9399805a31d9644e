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
import { loadCommands } from './commands/by-name.ts';
import { createContext, type Surroundings } from './context.ts';
import { CommandFailure } from './failure.ts';
import { type Options, optionsOf } from './options.ts';
import type { Answer } from './print/answer.ts';
import { namingOf } from './print/naming/place-word.ts';
import { type Language, speak } from './print/speech.ts';
import { commanderFailure } from './wrong-use.ts';

/** Everything every command understands, before or after its name. */
export const everywhere: readonly OptionSpec[] = [
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
  const commands = async () => commandsByAct((await loadCommands()).flatMap(({ specs }) => specs));
  const tell = (found: Outcome) => {
    outcome = found;
  };
  const { language } = given;
  const root = rootCommand(language, print);
  for (const { title, specs } of await loadCommands(nameIn(argv))) {
    for (const spec of specs) {
      const command = build(spec, { ...given, commands }, { tell, print });
      root.addCommand(command.helpGroup(`${title[language]}:`));
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

const takingValue = new Set(
  everywhere.map(({ flags }) => flags.split(' ')).flatMap(([flag, value]) => (flag && value ? [flag] : [])),
);

/** The word that names the command: the first that is neither an option nor the value of one. */
function nameIn(argv: readonly string[]): string | undefined {
  const words = argv.filter(
    (word, index) => !word.startsWith('-') && !takingValue.has(argv[index - 1] ?? ''),
  );
  return words[0] === 'help' ? words[1] : words[0];
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
      // One that does something by itself has no other default.
      isDefault: spec.run === undefined && ['show', 'list'].includes(below.usage),
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
      const answer = await named(spec, () => run(context, meant, options));
      const asides = [...options.remarks.map((remark) => remark[language]), ...(answer.asides ?? [])];
      tell({ answer: { ...answer, asides }, json: context.json });
    });
  }
  return command;
}

/** What it refuses is told by its own options' names. */
async function named<T>({ options = [] }: CommandSpec, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandFailure)
      error.naming = namingOf([...options, ...everywhere].map(({ flags }) => flags));
    throw error;
  }
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
