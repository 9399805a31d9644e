// A document that the server made, printed byte for byte or written into a file.
import { createHash } from 'node:crypto';
import { option } from './command-spec.ts';
import type { Context } from './context.ts';
import { writeOut } from './files.ts';
import type { Options } from './options.ts';
import type { Answer } from './print/answer.ts';
import type { Query } from './session/client.ts';

export const outOption = option(
  '--out <file>',
  'ファイルに書き出す（--json は何をどこに書いたかを出す）',
  'write to a file (--json then tells what was written where)',
);

/** A document as the server made it, to stdout or into a file. */
export async function document(
  context: Context,
  path: string,
  query: Query,
  options: Options,
): Promise<Answer> {
  const file = options.text('out');
  if (file === undefined)
    return { kind: 'document', value: null, bytes: await context.client.bytes(path, query) };
  const rehearsal = await context.rehearsal(await context.programme());
  return written(context, file, await context.client.bytes(path, query), rehearsal);
}

export function written(context: Context, file: string, bytes: Uint8Array, rehearsal: boolean): Answer {
  writeOut(file, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    kind: 'value',
    value: { file, bytes: bytes.length, sha256 },
    rehearsal,
    lines: [
      context.say(
        `${file} に書き出しました（${bytes.length} バイト）。`,
        `Written to ${file} (${bytes.length} bytes).`,
      ),
      `SHA-256 ${sha256}`,
    ],
  };
}
