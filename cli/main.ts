// The `sekimori` command: a client of the HTTP API. Exit codes: 0 done, 1 refused or not found, 2 wrong use, 3 not
// reachable, 4 a fault of the command itself.

import { CommandFailure, exitCodes, failureLines, failureValue, unforeseen } from './failure.ts';
import { printAnswer } from './print/answer.ts';
import { languageOf, speak } from './print/speech.ts';
import { visible, visibleJson, visibleLine } from './print/visible.ts';
import { runProgram } from './program.ts';
import { readHidden, readLine } from './session/read-hidden.ts';
import { refuseBrokenArguments, refuseBrokenSettings } from './wrong-use.ts';

const argv = process.argv.slice(2);
const language = languageOf(argv, process.env);
const say = speak(language);
const out = (data: string | Uint8Array) => void process.stdout.write(data);
const err = (text: string) => void process.stderr.write(text);

// A reader that has seen enough (`| head`) closes the pipe: no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    err(
      `${say('標準出力に書けません', 'Standard output cannot be written')} (${error.code ?? error.message})\n`,
    );
    process.exit(exitCodes.wrongUse);
  }
  process.exit();
});

try {
  const readInput = (asked = { ja: 'パスワード（またはトークン）: ', en: 'Password (or token): ' }) =>
    readHidden(asked[language]);
  const ask = (asked: { ja: string; en: string }) => readLine(asked[language]);
  const tell = (lines: readonly string[]) => err(`${lines.map(visibleLine).join('\n')}\n`);
  const person = process.stdin.isTTY ? { ask, tell } : null;
  const emit = (text: string) => out(`${text}\n`);
  refuseBrokenArguments(argv);
  refuseBrokenSettings(process.env);
  const { answer, json } = await runProgram(
    argv,
    { env: process.env, language, readInput, person, emit },
    out,
  );
  if (answer !== null) {
    printAnswer(answer, json, say, { out, err, terminal: process.stdout.isTTY === true });
    process.exitCode = exitCodes[(answer.kind === 'value' ? answer.endsAs : undefined) ?? 'done'];
  }
} catch (error) {
  const failure = error instanceof CommandFailure ? error : unforeseen(error);
  if (argv.includes('--json')) out(`${visibleJson(JSON.stringify(failureValue(failure)))}\n`);
  err(`${visible(failureLines(failure, language).join('\n'))}\n`);
  if (failure !== error && error instanceof Error) err(`${visible(error.stack ?? '')}\n`);
  process.exitCode = exitCodes[failure.kind];
}
