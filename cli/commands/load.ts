// `load`: a folder's files are sent to be taken in; what came of it, and what should be looked at in them, is said.
import { loaded } from '../../server/contract/programmes.ts';
import { argument, type CommandSpec, example } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { issueLine } from '../failure.ts';
import type { Answer } from '../print/answer.ts';
import { readSeedFolder } from '../seed-folder.ts';

async function load(context: Context, folder: string): Promise<Answer> {
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
    rehearsal: await context.rehearsal(found.code),
    lines: [done, ...accounts, ...(remarks.length === 0 ? [] : [heading, ...remarks])],
  };
}

export const loadCommand: CommandSpec = {
  usage: 'load <folder>',
  text: {
    ja: '計画のフォルダを読み込む（誤りがあれば何も変わらない）',
    en: 'load a programme folder (a wrong one changes nothing)',
  },
  examples: [example('sekimori load seeds/setagaya', '世田谷区の計画を読み込む', 'load a programme')],
  run: (context, args) => load(context, argument(args, 0)),
};
