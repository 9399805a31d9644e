// Runs one command line after the other in one process: the whole of `sekimori` but its own start, which takes a command longer than
// its work does.
import { Readable } from 'node:stream';
import { runCommandLine } from '../../cli/session/run.ts';

export interface Line {
  number: number;
  argv: string[];
  env: Record<string, string>;
  input: Uint8Array;
}
export interface Ended {
  number: number;
  code: number;
  out: Uint8Array;
  err: string;
}

process.on('message', async ({ number, argv, env, input }: Line) => {
  const printed: Uint8Array[] = [];
  let err = '';
  const code = await runCommandLine(argv, {
    env,
    input: Readable.from([Buffer.from(input)]),
    out: (data) => void printed.push(Buffer.from(data)),
    err: (text) => {
      err += text;
    },
    terminal: false,
  });
  process.send?.({ number, code, out: Buffer.concat(printed), err } satisfies Ended);
});
