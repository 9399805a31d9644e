// `checkpoint`: the ends of all chains now, signed by the server, as a file to be kept elsewhere or as a page of paper.
import { digestLines, headWord } from '../../../machines/values/checkpoint.ts';
import { programmeList } from '../../../server/contract/programmes.ts';
import { pathList } from '../../../server/contract/settings/paths.ts';
import { type CheckpointView, checkpoint as contract } from '../../../server/contract/verification.ts';
import { type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { writeOut } from '../../files.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { instantWord } from '../../print/words.ts';
import { outOption } from '../../written-document.ts';

async function checkpoint(context: Context, options: Options): Promise<Answer> {
  const { client, say } = context;
  const code = await context.programme();
  const signed = await client.get(contract, `/programmes/${code}/checkpoint`);
  const file = options.text('out');
  const content = `${JSON.stringify(signed, null, 2)}\n`;
  if (file !== undefined) writeOut(file, content);
  const asides = file === undefined ? [] : [say(`${file} に書き出しました。`, `Written to ${file}.`)];
  if (file === undefined && !options.flag('print'))
    return { kind: 'document', value: signed, bytes: new TextEncoder().encode(content), asides };
  const lines = options.flag('print')
    ? pageLines(signed, await namesIn(context, code), context)
    : digestOf(signed, context);
  return { kind: 'value', value: signed, rehearsal: signed.checkpoint.rehearsal, lines, asides };
}

const digestOf = ({ digest }: CheckpointView, { say }: Context): string[] => [
  say('全体の検証値（SHA-256）', 'Digest of all (SHA-256)'),
  ...digestLines(digest).map((line) => `    ${line}`),
];

interface Named {
  programme: string;
  /** Of a chain; empty where its system is none of the programme any more. */
  chain: (chain: string) => string;
}

async function namesIn({ client, language, say }: Context, code: string): Promise<Named> {
  const [{ items, notReady }, { systems }] = await Promise.all([
    client.get(programmeList, '/programmes'),
    client.get(pathList, `/programmes/${code}/paths`),
  ]);
  const own = say('計画そのもの', 'the programme itself');
  const names = new Map(systems.map(({ system, name }) => [`${code}/${system}`, name[language]]));
  return {
    programme: [...items, ...notReady].find((one) => one.code === code)?.name[language] ?? code,
    chain: (chain) => (chain === code ? own : (names.get(chain) ?? '')),
  };
}

/** One page: what is compared stands in groups that can be read aloud. */
function pageLines(signed: CheckpointView, names: Named, context: Context): string[] {
  const { say, language } = context;
  const { checkpoint: of, signature } = signed;
  const entries = of.heads.reduce((sum, { seq }) => sum + seq, 0);
  const before = of.previous === null ? say('なし', 'none') : headWord(of.previous);
  const at = instantWord(of.at, language);
  return [
    say(
      `記録のチェックポイント　${names.programme}（${of.programme}）`,
      `Checkpoint of the record: ${names.programme} (${of.programme})`,
    ),
    say(`${of.heads.length}本の連鎖、計${entries}件`, `${of.heads.length} chains, ${entries} entries`),
    say(`読み取った日時（実時刻）：${at}`, `Read at (by the wall): ${at}`),
    say(`署名した鍵：${signature.key}`, `Signed by key: ${signature.key}`),
    say(`一つ前の日次チェックポイント：${before}`, `The daily one before: ${before}`),
    '',
    ...digestOf(signed, context),
    '',
    ...tableLines(
      [
        { head: say('システム', 'System') },
        { head: say('連鎖', 'Chain') },
        { head: say('件数', 'Entries'), right: true },
        { head: say('先頭の検証値（はじめの16字）', 'Head (its first 16 digits)') },
      ],
      of.heads.map(({ chain, seq, hash }) => [names.chain(chain), chain, String(seq), headWord(hash)]),
      '',
    ),
    '',
    say(
      '読み合わせた日　　　　　年　　月　　日　　読み合わせた人',
      'Compared on ____________________  by ____________________',
    ),
  ];
}

export const checkpointCommand: CommandSpec = {
  usage: 'checkpoint',
  text: {
    ja: '署名つきチェックポイント（すべての連鎖の先頭）を作る。サーバの外に保管し、後で verify --anchors で照合する',
    en: 'the ends of all chains now, signed by the server: kept elsewhere, compared later by verify --anchors',
  },
  options: [
    outOption,
    option(
      '--print',
      '読み合わせのできる一枚の紙として示す（--out と合わせれば、同じものをファイルにも書く）',
      'as one page to be read aloud; with --out the same goes to the file',
    ),
  ],
  examples: [
    example(
      'sekimori checkpoint --out checkpoint.json --print | lpr',
      'ファイルに書き出し、同じものを紙に残す',
      'write the file, and print the same on paper',
    ),
    example('sekimori verify --anchors checkpoint.json', '後で照合する', 'compare with it later'),
  ],
  run: (context, _args, options) => checkpoint(context, options),
};
