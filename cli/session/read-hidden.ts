// Reads a secret: from the terminal without showing it, else the whole of standard input.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readUtf8 } from '../../machines/values/utf8.ts';
import { undecodedText } from '../../texts/values.ts';
import { CommandFailure } from '../failure.ts';

export async function readHidden(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) return wholeInput();
  process.stderr.write(prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/** @throws CommandFailure where it is no UTF-8: what was meant is lost in any other reading */
async function wholeInput(): Promise<string> {
  const found = readUtf8(await buffer(process.stdin));
  if (found.status === 'read') return found.text;
  throw new CommandFailure('wrongUse', undecodedText('標準入力 (stdin)', found));
}
