// `new`: writes a starting programme for another municipality into a new folder. Asks no server.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dayOf, instantFromMs } from '../../../machines/values/date.ts';
import { type NewProgrammeRefusal, newProgramme } from '../../../seeds/new-programme.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { tried, writeOut } from '../../files.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { readSeedFolder, type SeedText } from '../../seed-folder.ts';

/** No municipality's: its first two digits name no prefecture, its check digit is right. */
const sample = { code: '000001', name: '見本市', nameEn: 'Sample City' };

async function begin({ say }: Context, folder: string, options: Options): Promise<Answer> {
  const code = options.text('code') ?? sample.code;
  const name = options.text('name') ?? sample.name;
  const nameEn = options.text('nameEn') ?? (options.text('name') === undefined ? sample.nameEn : name);
  const made = newProgramme(readSeedFolder(templateFolder()), { code, name, nameEn, today: today() });
  if (made.status === 'refused') throw refused(made.refusal, code);
  write(folder, made.files);
  return {
    kind: 'value',
    value: { folder, code, name, files: made.files.map(({ path }) => path) },
    rehearsal: false,
    lines: [
      say(
        `${folder} に ${name}（${code}）の計画のひな形を作りました。`,
        `Wrote a starting programme for ${nameEn} (${code}) into ${folder}.`,
      ),
      ...made.files.map(({ path }) => `  ${join(folder, path)}`),
      say(
        `書き換えたら sekimori load ${folder} --check で確かめ（誤りはファイルと行で示されます）、sekimori load ${folder} で読み込みます。`,
        `Edit it, look with sekimori load ${folder} --check (every mistake is told with its file and line), then run sekimori load ${folder}.`,
      ),
    ],
  };
}

/** Found upwards from here: beside the built command's folder, or beside the sources. */
function templateFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const template = join(folder, 'seeds/template');
    if (existsSync(template)) return template;
    if (folder === dirname(folder)) throw new Error('seeds/template is missing from this installation');
  }
}

/** The civil day in Japan. */
const today = (): string => dayOf(instantFromMs(Date.now()));

function refused(refusal: NewProgrammeRefusal, code: string): CommandFailure {
  switch (refusal.code) {
    case 'code.format':
      return new CommandFailure('wrongUse', {
        ja: `--code には6桁の団体コードを指定してください（「${code}」）。`,
        en: `--code takes a 6-digit municipality code, not "${code}".`,
      });
    case 'code.checkDigit':
      return new CommandFailure('wrongUse', {
        ja: `団体コード ${code} の検査数字が違います。正しくは ${refusal.right} です。`,
        en: `The check digit of ${code} is wrong: it would be ${refusal.right}.`,
      });
    case 'name.format':
      return new CommandFailure('wrongUse', {
        ja: '名称は目に見える文字を含む200文字までの一行です。引用符、円記号（\\）、波括弧、制御文字は使えません。',
        en: 'A name is one line of up to 200 characters, with something to see; no quotes, backslashes, braces or control characters.',
      });
  }
}

/** Never into a folder that holds anything. */
function write(folder: string, files: readonly SeedText[]): void {
  const unwritable = (why: string) => ({
    ja: `${folder} に書き込めません（${why}）。`,
    en: `${folder} cannot be written (${why}).`,
  });
  if (tried(() => existsSync(folder) && readdirSync(folder).length > 0, unwritable)) {
    throw new CommandFailure('refused', {
      ja: `${folder} は空ではありません。新しいフォルダを指定してください。`,
      en: `${folder} is not empty. Name a new folder.`,
    });
  }
  for (const { path, text } of files) {
    tried(() => mkdirSync(dirname(join(folder, path)), { recursive: true }), unwritable);
    writeOut(join(folder, path), text, { anew: true });
  }
}

export const newCommands: CommandSpec[] = [
  {
    usage: 'new <folder>',
    text: { ja: '別の団体の計画のひな形を作る', en: 'write a starting programme for another municipality' },
    options: [
      option('--code <code>', '団体コード（6桁）', 'municipality code, 6 digits'),
      option('--name <name>', '団体名', "the municipality's name"),
      option('--name-en <name>', '団体名（英語）', 'its English name'),
    ],
    examples: [
      example(
        'sekimori new keikaku --code 131130 --name 渋谷区',
        '渋谷区のひな形を作る',
        'begin one for 渋谷区',
      ),
      example('sekimori load keikaku', '読み込む', 'load it'),
    ],
    run: (context, args, options) => begin(context, argument(args, 0), options),
  },
];
