// A command as data: its name, sentences in both languages, options, examples, and what it does. The program is put
// together from these; none of them prints.

import type { Context } from './context.ts';
import type { Options } from './options.ts';
import type { Answer } from './print/answer.ts';
import type { Text } from './print/speech.ts';

export interface OptionSpec {
  flags: string;
  text: Text;
  /** A list is given by repeating the option; any other takes one value, once. */
  kind?: 'required' | 'list' | 'requiredList';
}

export interface Example {
  line: string;
  text: Text;
}

export interface CommandSpec {
  /** With its arguments: `show <system>`. */
  usage: string;
  text: Text;
  options?: OptionSpec[];
  examples?: Example[];
  /** The act that it sends, or acts, so that what may be done can be said as what to type. */
  sends?: string | readonly string[];
  run?: (context: Context, args: readonly string[], options: Options) => Promise<Answer>;
  subcommands?: CommandSpec[];
}

/** A word of an option that takes one of a few: shown in help in both languages at once. */
export const option = (flags: string, ja: string, en: string, kind?: OptionSpec['kind']): OptionSpec => ({
  flags,
  text: { ja, en },
  ...(kind ? { kind } : {}),
});

export const example = (line: string, ja: string, en: string): Example => ({ line, text: { ja, en } });

/** Which command sends which act: `go-back approve`. */
export function commandsByAct(specs: readonly CommandSpec[], above: string[] = []): Map<string, string> {
  return new Map(
    specs.flatMap(({ usage, sends, subcommands = [] }) => {
      const words = [...above, usage.split(' ')[0] ?? ''];
      const types = sends === undefined ? [] : [sends].flat();
      const own = types.map((type): [string, string] => [type, words.join(' ')]);
      return [...own, ...commandsByAct(subcommands, words)];
    }),
  );
}

/** An argument that commander has made sure of. */
export const argument = (args: readonly string[], index: number): string => args[index] ?? '';
