// One command line from its words to its exit code, wherever its words and its output come from and go: a process's own, or another's.
import { CommandFailure, exitCodes, failureLines, failureValue, unforeseen } from '../failure.ts';
import { printAnswer } from '../print/answer.ts';
import { languageOf, speak } from '../print/speech.ts';
import { visible, visibleJson, visibleLine } from '../print/visible.ts';
import { runProgram } from '../program.ts';
import { refuseBrokenArguments, refuseBrokenSettings } from '../wrong-use.ts';
import { type Asked, readHidden, readLine } from './read-hidden.ts';

export interface Terminal {
  env: NodeJS.ProcessEnv;
  input: Asked;
  out: (data: string | Uint8Array) => void;
  err: (text: string) => void;
  /** Whether what is printed is read by a person as it comes. */
  terminal: boolean;
}

/** @returns the exit code; whatever befalls the command is said by it */
export async function runCommandLine(argv: readonly string[], at: Terminal): Promise<number> {
  const { env, out, err, terminal } = at;
  const language = languageOf(argv, env);
  try {
    refuseBrokenArguments(argv);
    refuseBrokenSettings(env);
    const { answer, json } = await runProgram(argv, { env, language, ...speakerAt(at, language) }, out);
    if (answer === null) return exitCodes.done;
    printAnswer(answer, json, speak(language), { out, err, terminal });
    return exitCodes[(answer.kind === 'value' ? answer.endsAs : undefined) ?? 'done'];
  } catch (error) {
    const failure = error instanceof CommandFailure ? error : unforeseen(error);
    if (argv.includes('--json')) out(`${visibleJson(JSON.stringify(failureValue(failure)))}\n`);
    err(`${visible(failureLines(failure, language).join('\n'))}\n`);
    if (failure !== error && error instanceof Error) err(`${visible(error.stack ?? '')}\n`);
    return exitCodes[failure.kind];
  }
}

function speakerAt({ input, out, err }: Terminal, language: 'ja' | 'en') {
  const asks = { ja: 'パスワード（またはトークン）: ', en: 'Password (or token): ' };
  const ask = (asked: { ja: string; en: string }) => readLine(asked[language], input);
  const tell = (lines: readonly string[]) => err(`${lines.map(visibleLine).join('\n')}\n`);
  return {
    readInput: (asked = asks) => readHidden(asked[language], input, err),
    person: input.isTTY ? { ask, tell } : null,
    emit: (text: string) => out(`${text}\n`),
  };
}
