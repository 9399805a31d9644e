// Seeds as tests read them: a folder's files, and the same with one place altered.
import { fileURLToPath } from 'node:url';
import type { ExpandedSeed } from '../../machines/seed/expand/expand.ts';
import { judgeSeed, readSeed, type SeedFile, type SeedIssue } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { readYamlFiles, type YamlFile } from '../../server/intake/yaml-document.ts';

export const folder = (name: string): string =>
  fileURLToPath(new URL(`../../seeds/${name}`, import.meta.url));

export const setagayaFiles = await readSeedFolder(folder('setagaya'));

export function soundSeed(files: readonly SeedFile[]): ExpandedSeed {
  const outcome = readSeed(files);
  if (outcome.status === 'wrong')
    throw new Error(
      outcome.problems.map((issue) => `${issue.file}:${issue.line} ${issue.message.en}`).join('\n'),
    );
  return outcome.seed;
}

/** Setagaya's files with `from` in one of them replaced by `to`, once. */
export function altered(path: string, from: string, to: string, files = setagayaFiles): SeedFile[] {
  const file = files.find((candidate) => candidate.path === path);
  if (!file?.text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  const text = file.text.replace(from, () => to);
  return files.map((candidate) => (candidate === file ? { path, text } : candidate));
}

export function problemsOf(files: readonly SeedFile[]): SeedIssue[] {
  const outcome = readSeed(files);
  return outcome.status === 'wrong' ? outcome.problems : [];
}

const readBefore = new WeakMap<SeedFile, YamlFile[]>();

/** The same of a folder in which few files were altered: every other is read once for all that ask. */
export function problemsOfAltered(files: readonly SeedFile[]): SeedIssue[] {
  const read = files.flatMap((file) => {
    const one = readBefore.get(file) ?? readYamlFiles([file]);
    readBefore.set(file, one);
    return one;
  });
  const outcome = judgeSeed(read);
  return outcome.status === 'wrong' ? outcome.problems : [];
}

/** The line, from 1, on which `marker` first stands. */
export function lineOf(files: readonly SeedFile[], path: string, marker: string): number {
  const text = files.find((candidate) => candidate.path === path)?.text ?? '';
  const offset = text.indexOf(marker);
  if (offset < 0) throw new Error(`${path} does not hold ${marker}`);
  return text.slice(0, offset).split('\n').length;
}
