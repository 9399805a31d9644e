// `load`: a folder's files are sent to be taken in; what came of it, and what should be looked at in them, is said.
import { loadCheck, loaded } from '../../../server/contract/settings/loading.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { issueLine } from '../../failure.ts';
import type { Answer } from '../../print/answer.ts';
import { readSeedFolder } from '../../seed-folder.ts';

type ValueAnswer = Extract<Answer, { kind: 'value' }>;

export async function loadFolder(context: Context, folder: string): Promise<ValueAnswer> {
  const { say, client, language } = context;
  const found = await client.post(loaded, '/programmes', { files: readSeedFolder(folder) });
  const done = found.created
    ? say(
        `${found.name.ja}（${found.code}）を読み込みました：${found.systems}システム、記録${found.entries}件。`,
        `Loaded ${found.name.en} (${found.code}): ${found.systems} systems, ${found.entries} entries.`,
      )
    : say(
        `${found.name.ja}（${found.code}）は既に読み込まれています（変更はありません）。`,
        `${found.name.en} (${found.code}) is already loaded; nothing changed.`,
      );
  const heading = say(
    '確かめるところ（読み込みは済んでいます）：',
    'To be looked at (it is loaded all the same):',
  );
  const accounts =
    found.accounts.length === 0
      ? []
      : [
          say('アカウント（パスワードは今だけ表示します）：', 'Accounts (passwords are shown only now):'),
          ...found.accounts.map(({ account, name, password }) => `  ${account}  ${password}  ${name}`),
        ];
  const remarks = found.remarks.map((remark) => issueLine(remark, language));
  return {
    kind: 'value',
    value: found,
    rehearsal: found.rehearsal,
    lines: [done, ...accounts, ...(remarks.length === 0 ? [] : [heading, ...remarks])],
  };
}

export async function checkFolder(context: Context, folder: string) {
  const { say, client, language } = context;
  const found = await client.post(loadCheck, '/programmes/check', { files: readSeedFolder(folder) });
  const { name, code, systems, entries, accounts, differences, remarks } = found;
  const kind = found.rehearsal ? say('演習', 'a rehearsal') : say('実運用', 'a real programme');
  const would = {
    nothing: say('新しく読み込まれます', 'would be loaded anew'),
    part: say('途中までの読み込みが完了します', 'would complete a loading that was cut off'),
    whole: say('既に読み込まれています（変わりません）', 'is loaded already; nothing would change'),
  };
  const differs = differences.length > 0;
  const outcome = differs
    ? say('別の内容で既に読み込まれており、断られます', 'stands with another content: it would be refused')
    : would[found.stands];
  const lines = [
    say(`${name.ja}（${code}、${kind}）：${outcome}。`, `${name.en} (${code}, ${kind}) ${outcome}.`),
    say(
      `${systems}システム、過去の記録${entries}件、演習のアカウント${accounts}人。何も読み込んでいません。`,
      `${systems} systems, ${entries} entries of the past, ${accounts} rehearsal accounts. Nothing was loaded.`,
    ),
    ...differences.map((difference) => issueLine(difference, language)),
    ...(remarks.length === 0 ? [] : [say('確かめるところ：', 'To be looked at:')]),
    ...remarks.map((remark) => issueLine(remark, language)),
  ];
  const answer: ValueAnswer = {
    kind: 'value',
    value: found,
    rehearsal: found.rehearsal,
    lines,
    endsAs: differs ? 'refused' : undefined,
  };
  return { found, answer };
}

export const loadCommand: CommandSpec = {
  usage: 'load <folder>',
  text: {
    ja: '計画のフォルダを読み込む（誤りがあれば何も変わらない）',
    en: 'load a programme folder (a wrong one changes nothing)',
  },
  options: [
    option(
      '--check',
      '読み込まずに、読み込むと何が起こるかだけを示す',
      'say what loading would do, and load nothing',
    ),
  ],
  examples: [
    example('sekimori load seeds/setagaya --check', '読み込む前に確かめる', 'look before loading'),
    example('sekimori load seeds/setagaya', '世田谷区の計画を読み込む', 'load a programme'),
  ],
  run: async (context, args, options) => {
    const folder = argument(args, 0);
    if (!options.flag('check')) return loadFolder(context, folder);
    return (await checkFolder(context, folder)).answer;
  },
};
