// `folder`: the programme out as the folder that `load` and `amend` read.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { programmeFolder } from '../../../server/contract/settings/folder.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { tried, writeOut } from '../../files.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';

async function takeOut(context: Context, folder: string, options: Options): Promise<Answer> {
  const code = await context.programme();
  const asked = { asOf: options.maybe(readWholeDay, 'asOf'), amendment: options.text('amendment') };
  refuseFull(folder);
  const found = await context.client.get(programmeFolder, `/programmes/${code}/folder`, asked);
  for (const { path, text } of found.files) written(join(folder, path), text);
  const { say } = context;
  const { version, files, differs } = found;
  return {
    kind: 'value',
    value: { folder, version, files: files.map(({ path }) => path), differs },
    rehearsal: found.setting.rehearsal,
    lines: [
      say(
        `✔ 第${version}版の計画を ${folder} に取り出しました（${files.length} ファイル）。`,
        `✔ Version ${version} is in ${folder} (${files.length} files).`,
      ),
      ...differs.map(({ ja, en }) => say(`同じにならないところ：${ja}`, `Differs: ${en}`)),
      say(
        `直したら: sekimori amend ${folder}（programme.yaml の version を上げる。中を変えた工程表・暦も）`,
        `Once it is changed: sekimori amend ${folder} (raise version in programme.yaml, and of paths and calendar that change)`,
      ),
    ],
    endsAs: differs.length > 0 ? 'refused' : undefined,
  };
}

/** What is there is not written over: it may be somebody's work. */
function refuseFull(folder: string): void {
  if (!existsSync(folder)) return;
  const names = tried(
    () => readdirSync(folder),
    (why) => ({
      ja: `「${folder}」はフォルダとして読めません（${why}）。`,
      en: `"${folder}" cannot be read as a folder (${why}).`,
    }),
  );
  if (names.length > 0)
    throw new CommandFailure('wrongUse', {
      ja: `フォルダ「${folder}」には既にファイルがあります。空のフォルダか、まだない名前を指定してください。`,
      en: `The folder "${folder}" holds files already. Name an empty one, or one that is not there yet.`,
    });
}

function written(file: string, text: string): void {
  tried(
    () => mkdirSync(dirname(file), { recursive: true }),
    (why) => ({
      ja: `フォルダ「${dirname(file)}」を作れません（${why}）。`,
      en: `The folder "${dirname(file)}" cannot be made (${why}).`,
    }),
  );
  writeOut(file, text);
}

export const folderCommand: CommandSpec = {
  usage: 'folder <folder>',
  text: {
    ja: 'いまの計画を、load と amend が読むフォルダ（YAML）に取り出す',
    en: 'the programme as it is, out into a folder of YAML that load and amend read',
  },
  options: [
    option('--as-of <day>', 'この日に有効だった計画', 'as it was in force on that day'),
    option('--amendment <number>', 'この番号の改定が提案した計画', 'as that amendment proposed it'),
  ],
  examples: [
    example('sekimori folder setagaya-now', 'いまの計画を取り出す', 'what is in force'),
    example('sekimori folder was --as-of 2026-03-31', '3月31日の計画を取り出す', 'as of 31 March'),
  ],
  run: (context, args, options) => takeOut(context, argument(args, 0), options),
};
