// The `sekimori` command: a client of the HTTP API. Exit codes: 0 done, 1 refused or not found, 2 wrong use, 3 not
// reachable, 4 a fault of the command itself, 5 nothing differs from what holds.
import { exitCodes } from './failure.ts';
import { languageOf, speak } from './print/speech.ts';
import { runCommandLine } from './session/run.ts';

const argv = process.argv.slice(2);
const err = (text: string) => void process.stderr.write(text);

// A reader that has seen enough (`| head`) closes the pipe: no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    const say = speak(languageOf(argv, process.env));
    err(
      `${say('標準出力に書けません', 'Standard output cannot be written')} (${error.code ?? error.message})\n`,
    );
    process.exit(exitCodes.wrongUse);
  }
  process.exit();
});

process.exitCode = await runCommandLine(argv, {
  env: process.env,
  input: process.stdin,
  out: (data) => void process.stdout.write(data),
  err,
  terminal: process.stdout.isTTY === true,
});
