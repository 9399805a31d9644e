// A command's options as commander takes them: a single value once, what is required named where it is missing, and a
// system by any of its names.
import { type Command, Option } from 'commander';
import type { OptionSpec } from './command-spec.ts';
import type { Context } from './context.ts';
import type { Options } from './options.ts';
import { type Language, speak } from './print/speech.ts';
import { systemNamed } from './system-named.ts';
import { contraryOptions, givenTwice, missingOptions } from './wrong-use.ts';

const isList = ({ kind }: OptionSpec): boolean => kind === 'list' || kind === 'requiredList';
const isRequired = ({ kind }: OptionSpec): boolean => kind === 'required' || kind === 'requiredList';

/** What commander calls an option: `documentNo` for `--document-no <no>`. */
const keyOf = ({ flags }: OptionSpec): string => new Option(flags).attributeName();

export function optionOf(spec: OptionSpec, language: Language): Option {
  const mark = isRequired(spec) ? speak(language)('［必須］', ' [required]') : '';
  const option = new Option(spec.flags, `${spec.text[language]}${mark}`);
  if (isList(spec)) {
    return option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  }
  if (!option.required) return option;
  return option.argParser((value: string, before: string | undefined) => {
    if (before !== undefined) throw givenTwice(spec.flags, [before, value]);
    return value;
  });
}

/** `--decide` and `--no-decide` in one line say nothing. */
export function refuseContrary(command: Command): void {
  for (const option of command.options.filter(({ negate }) => negate)) {
    const pair = [option.name().replace(/^no-/, ''), option.name()];
    const written = new Set<string>();
    for (const name of pair) {
      command.on(`option:${name}`, () => {
        written.add(name);
        if (written.size > 1) throw contraryOptions(pair.map((one) => `--${one}`));
      });
    }
  }
}

/** All at once: commander names the first alone. @throws CommandFailure */
export function refuseMissing(specs: readonly OptionSpec[], options: Options): void {
  const missing = specs.filter((spec) => isRequired(spec) && !options.has(keyOf(spec)));
  if (missing.length > 0) throw missingOptions(missing.map(({ flags }) => flags));
}

/** Those of the options that were written, as they are written. */
export const flagsGiven = (specs: readonly OptionSpec[], options: Options): string[] =>
  specs.filter((spec) => options.has(keyOf(spec))).map(({ flags }) => flags.split(' ')[0] ?? flags);

/** Arguments that name a system: `<system>`, `[system]`, `<other-system>`. */
const SYSTEM = /[<[](?:[a-z]+-)?system[>\]]$/;

export const argumentsMeant = (
  context: Context,
  usage: readonly string[],
  written: readonly string[],
): Promise<string[]> =>
  Promise.all(
    written.map((word, index) => (SYSTEM.test(usage[index] ?? '') ? systemNamed(context, word) : word)),
  );

/** The options' systems by id. */
export async function systemsMeant(
  context: Context,
  specs: readonly OptionSpec[],
  options: Options,
): Promise<Record<string, string>> {
  const meant: Record<string, string> = {};
  for (const spec of specs.filter(({ flags }) => SYSTEM.test(flags))) {
    const word = options.text(keyOf(spec));
    if (word !== undefined) meant[keyOf(spec)] = await systemNamed(context, word);
  }
  return meant;
}
