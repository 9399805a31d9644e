// Reads what a person types: a secret from the terminal without showing it, else the whole of standard input; a line as it is typed.
import { createInterface, type Interface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readUtf8 } from '../../machines/values/utf8.ts';
import { undecodedText } from '../../texts/values.ts';
import { CommandFailure } from '../failure.ts';

/** Where a secret comes from; standard input, where a person may sit. */
export type Asked = Readable & { isTTY?: boolean };

/** @throws CommandFailure where it is given up (Ctrl-C, Ctrl-D), or is no UTF-8 */
export async function readHidden(
  prompt: string,
  from: Asked = process.stdin,
  show: (text: string) => void = (text) => void process.stderr.write(text),
): Promise<string> {
  if (!from.isTTY) return wholeOf(from);
  show(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: from, output: silent, terminal: true });
  try {
    return await lineOf(lines);
  } finally {
    lines.close();
    show('\n');
  }
}

/** One line of a person at a terminal, shown as it is typed. @throws CommandFailure where it is given up */
export async function readLine(prompt: string, from: Asked = process.stdin): Promise<string> {
  const lines = createInterface({ input: from, output: process.stderr, terminal: true });
  lines.setPrompt(prompt);
  lines.prompt();
  try {
    return (await lineOf(lines)).trim();
  } finally {
    lines.close();
  }
}

/** A secret without the end of its line, which an editor or `echo` adds; nothing else of it is taken off. */
export const withoutLineEnd = (secret: string): string => secret.replace(/\r?\n$/, '');

const lineOf = (lines: Interface): Promise<string> =>
  new Promise((resolve, reject) => {
    const givenUp = () =>
      reject(
        new CommandFailure('wrongUse', {
          ja: '入力が取り消されました。何もしていません。',
          en: 'Nothing was entered; nothing is done.',
        }),
      );
    lines.once('line', resolve).once('SIGINT', givenUp).once('close', givenUp);
  });

/** What was meant is lost in any other reading than UTF-8. */
async function wholeOf(from: Readable): Promise<string> {
  const found = readUtf8(await buffer(from));
  if (found.status === 'read') return found.text;
  throw new CommandFailure('wrongUse', undecodedText('標準入力 (stdin)', found));
}
