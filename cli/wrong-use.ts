// What commander says of a wrong command line, in both languages.
import type { CommanderError } from 'commander';
import { CommandFailure } from './failure.ts';

const sentences: Record<string, (what: string) => string> = {
  'commander.unknownOption': (what) => `知らないオプションです：${what}`,
  'commander.unknownCommand': (what) => `知らないコマンドです：${what}`,
  'commander.missingArgument': (what) => `引数が足りません：${what}`,
  'commander.optionMissingArgument': (what) => `オプションの値がありません：${what}`,
  'commander.excessArguments': () => '引数が多すぎます。',
  'commander.invalidArgument': (what) => `値が正しくありません：${what}`,
};

/** Commander quotes what it means, and may suggest a near word on the next line. */
export function commanderFailure({ code, message }: CommanderError): CommandFailure {
  const english = message.replace(/^error: /, '');
  const quoted = /'([^']+)'/.exec(english)?.[1] ?? '';
  const nearest = /\(Did you mean (?:one of )?(.+)\?\)/.exec(english)?.[1];
  if (code === 'commander.help') {
    return new CommandFailure('wrongUse', {
      ja: 'コマンドを指定してください。一覧は sekimori --help で見られます。',
      en: 'Name a command; sekimori --help lists them.',
    });
  }
  const said = sentences[code]?.(quoted) ?? english;
  const hint = nearest === undefined ? '' : `（もしかして：${nearest}）`;
  return withWayToHelp(`${said}${hint}`, english);
}

export const missingOptions = (flags: readonly string[]): CommandFailure =>
  withWayToHelp(
    `必要なオプションがありません：${flags.join('、')}`,
    `required options are missing: ${flags.join(', ')}`,
  );

/** One of the two would be dropped without a word. */
export const givenTwice = (flags: string, [first, second]: readonly [string, string]): CommandFailure =>
  withWayToHelp(
    `${flags} は一度だけ指定できます（「${first}」と「${second}」）。`,
    `${flags} can be given once only ("${first}" and "${second}").`,
  );

export const contraryOptions = (flags: readonly string[]): CommandFailure =>
  withWayToHelp(
    `${flags.join(' と ')} は一緒に指定できません。`,
    `${flags.join(' and ')} cannot be given together.`,
  );

/** Options that do nothing here. */
export const idleOptions = (flags: readonly string[], why: { ja: string; en: string }): CommandFailure =>
  withWayToHelp(
    `${flags.join('、')} は使われません：${why.ja}`,
    `${flags.join(', ')} would do nothing: ${why.en}`,
  );

const withWayToHelp = (ja: string, en: string): CommandFailure =>
  new CommandFailure('wrongUse', {
    ja: `${ja}\n使い方は sekimori --help か sekimori <コマンド> --help で見られます。`,
    en: `${en}\nSee sekimori --help or sekimori <command> --help.`,
  });

const isBroken = (word: string | undefined): boolean => /[\ufffd\p{Surrogate}]/u.test(word ?? '');

/** The same of the settings that this command reads. @throws CommandFailure */
export function refuseBrokenSettings(env: NodeJS.ProcessEnv): void {
  const name = Object.keys(env).find((key) => key.startsWith('SEKIMORI_') && isBroken(env[key]));
  if (name === undefined) return;
  throw new CommandFailure('wrongUse', {
    ja: `環境変数 ${name} が UTF-8 ではありません（「${env[name]}」）。UTF-8 で設定し直してください。`,
    en: `The environment variable ${name} is not UTF-8 ("${env[name]}"). Set it in UTF-8.`,
  });
}

/** Bytes that are not UTF-8 reach a program as U+FFFD: what was typed is lost, so nothing is done. @throws CommandFailure */
export function refuseBrokenArguments(argv: readonly string[]): void {
  const index = argv.findIndex(isBroken);
  if (index < 0) return;
  throw new CommandFailure('wrongUse', {
    ja: `${index + 1}番目の引数が UTF-8 ではありません（「${argv[index]}」）。端末の文字コードを UTF-8 にしてください。`,
    en: `Argument ${index + 1} is not UTF-8 ("${argv[index]}"). Set the terminal's encoding to UTF-8.`,
  });
}
