// Files of the machine on which a command runs: what it refuses is told in a sentence with its reason.
import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { readUtf8 } from '../machines/values/utf8.ts';
import { CommandFailure } from './failure.ts';
import type { Text } from './print/speech.ts';

/** @throws CommandFailure where it cannot be read */
export function readBytes(file: string): Buffer {
  return tried(
    () => readFileSync(file),
    (why) => ({
      ja: `ファイル「${file}」を読めません（${why}）。`,
      en: `The file "${file}" cannot be read (${why}).`,
    }),
  );
}

/** Text as it was saved: bytes that are no UTF-8 are never replaced. @throws CommandFailure */
export function readText(file: string): string {
  const found = readUtf8(readBytes(file));
  if (found.status === 'read') return found.text;
  const { line } = found;
  const likely = found.code === 'bytes.notUtf8' ? found.likely : null;
  throw new CommandFailure('wrongUse', {
    ja: `「${file}」は UTF-8 の文字列ではありません（${line}行目${likely ? `。${likely} のようです` : ''}）。UTF-8 で保存し直してください。`,
    en: `"${file}" is no UTF-8 text (line ${line}${likely ? `; it looks like ${likely}` : ''}). Save it as UTF-8.`,
  });
}

/** Null where there is none. @throws CommandFailure in the words given where it is there and cannot be read */
export function readIfThere(file: string, unreadable: Text): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)))) return null;
    throw new CommandFailure('wrongUse', unreadable);
  }
}

/** @throws CommandFailure where it cannot be written */
export function writeOut(file: string, data: string | Uint8Array, { anew = false } = {}): void {
  tried(
    () => writeFileSync(file, data, { flag: anew ? 'wx' : 'w' }),
    (why) => notWritten(file, why),
  );
}

/** For the user of this machine alone; whole, or as it was before. @throws CommandFailure where it cannot be written */
export function keepPrivately(file: string, text: string): void {
  const fresh = `${file}.${process.pid}`;
  tried(
    () => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(fresh, text, { mode: 0o600 });
      chmodSync(fresh, 0o600);
      renameSync(fresh, file);
    },
    (why) => {
      if (existsSync(fresh)) rmSync(fresh);
      return notWritten(file, why);
    },
  );
}

/**
 * More of what is for the user of this machine alone, on the disk before this is done.
 * @throws CommandFailure where it cannot be written, or others may read what is there
 */
export function addPrivately(file: string, text: string): void {
  tried(
    () => {
      const opened = openSync(file, 'a', 0o600);
      try {
        if ((fstatSync(opened).mode & 0o077) !== 0) throw readByOthers(file);
        writeFileSync(opened, text);
        fsyncSync(opened);
      } finally {
        closeSync(opened);
      }
    },
    (why) => notWritten(file, why),
  );
}

const readByOthers = (file: string): CommandFailure =>
  new CommandFailure('wrongUse', {
    ja: `${file} はほかの利用者も読めます。別のファイルを指定するか、chmod 600 にしてください。`,
    en: `Others may read ${file}. Name another file, or make it 0600.`,
  });

/** What the machine gives; its refusal in words. @throws CommandFailure */
export function tried<T>(act: () => T, refused: (why: string) => Text): T {
  try {
    return act();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    throw new CommandFailure('wrongUse', refused(String(codeOf(error))));
  }
}

const notWritten = (file: string, why: string): Text => ({
  ja: `${file} に書き込めません（${why}）。`,
  en: `${file} cannot be written (${why}).`,
});

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
