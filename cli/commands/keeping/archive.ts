// `archive`: a programme out as one file, and where a key is named, handed over to the installation of that key.
import { createHash } from 'node:crypto';
import { handedOver } from '../../../server/contract/keeping.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { writeOut } from '../../files.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';

async function archive(context: Context, file: string, options: Options): Promise<Answer> {
  const { client, say } = context;
  const code = await context.programme();
  const rehearsal = await context.rehearsal(code);
  const publicKey = options.text('toKey');
  const over =
    publicKey === undefined
      ? null
      : await client.post(handedOver, `/programmes/${code}/handover`, { publicKey });
  const bytes = await client.bytes(`/programmes/${code}/archive`);
  writeOut(file, bytes, { anew: true });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const value = { file, bytes: bytes.length, sha256, handedOverTo: over?.key ?? null };
  const lines = [
    say(
      `✔ ${file} に書き出しました（${bytes.length} バイト）。`,
      `✔ Written to ${file} (${bytes.length} bytes).`,
    ),
    `SHA-256 ${sha256}`,
    ...(over === null ? keptLines(context) : overLines(context, over.key, file)),
  ];
  return { kind: 'value', value, rehearsal, lines };
}

const keptLines = ({ say }: Context): string[] => [
  say(
    '引き渡していません。この設置で、これまでどおり続きます。確かめる: npm run archive -- check ファイル',
    'Not handed over: the programme goes on here as before. Prove it: npm run archive -- check FILE',
  ),
];

const overLines = ({ say }: Context, key: string, file: string): string[] => [
  say(
    `鍵 ${key} の設置に引き渡しました。ここでは、もう何も記録されません。移す先で: npm run archive -- open ${file}`,
    `Handed over to the installation of the key ${key}. Nothing more is recorded here. There: npm run archive -- open ${file}`,
  ),
];

export const archiveCommand: CommandSpec = {
  usage: 'archive <file>',
  sends: 'signingKey.handedOver',
  text: {
    ja: '計画のすべて（定義・記録・鍵・人。パスワードは除く）を一つのファイルに書き出す（機械の管理者）',
    en: 'all of a programme (definitions, record, keys, people; no passwords) into one file (administrators of the machine)',
  },
  options: [
    option(
      '--to-key <key>',
      'この公開鍵の設置に引き渡す。以後、ここでは何も記録されない（鍵は移す先の npm run archive -- key が示す）',
      'hand it over to the installation of this public key; from then on nothing is recorded here (npm run archive -- key tells it there)',
    ),
  ],
  examples: [
    example('sekimori archive setagaya.zip', '手元に保管する', 'to keep it'),
    example(
      'sekimori archive setagaya.zip --to-key mXk0…=',
      '別の設置に引き渡す（取り消せない）',
      'hand it over to another installation (for good)',
    ),
  ],
  run: (context, args, options) => archive(context, argument(args, 0), options),
};
