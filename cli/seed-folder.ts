// A programme's folder on this disk as the files' text to send. Knows nothing of what they say.
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readUtf8 } from '../machines/values/utf8.ts';
import { undecodedText } from '../texts/values.ts';
import { CommandFailure } from './failure.ts';
import { readBytes, tried } from './files.ts';

export interface SeedText {
  path: string;
  text: string;
}

/** The YAML files of a folder and its subfolders, in the order of their names. */
export function readSeedFolder(folder: string): SeedText[] {
  const unreadable = (why: string) => ({
    ja: `フォルダ「${folder}」を読めません（${why}）。`,
    en: `The folder "${folder}" cannot be read (${why}).`,
  });
  if (!tried(() => statSync(folder, { throwIfNoEntry: false }), unreadable)?.isDirectory()) {
    throw new CommandFailure('wrongUse', {
      ja: `フォルダ「${folder}」がありません。`,
      en: `There is no folder "${folder}".`,
    });
  }
  const names = tried(() => readdirSync(folder, { recursive: true, encoding: 'utf8' }), unreadable);
  const found = names
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => name.split(sep).join('/'))
    .sort();
  if (found.length > 0) return found.map((path) => ({ path, text: textOf(folder, path) }));
  throw new CommandFailure('wrongUse', {
    ja: `フォルダ「${folder}」に計画のファイル（.yaml）がありません。sekimori new で作れます。`,
    en: `The folder "${folder}" holds no programme files (.yaml). sekimori new makes some.`,
  });
}

function textOf(folder: string, path: string): string {
  const found = readUtf8(readBytes(join(folder, path)));
  if (found.status === 'read') return found.text;
  throw new CommandFailure('wrongUse', undecodedText(join(folder, path), found));
}
