// What was dropped or chosen, as a programme's folder: YAML files by their path within it, from files, folders and zips.
import { unzip, ZipFault } from './zip.ts';

export interface FolderFile {
  path: string;
  text: string;
}
export type Folder =
  | { status: 'read'; files: FolderFile[] }
  | {
      status: 'wrong';
      word: 'amend.noYaml' | `amend.zip.${ZipFault['why']}` | 'amend.badText';
      facts: Record<string, string>;
    };

export interface Named {
  path: string;
  bytes: () => Promise<Uint8Array>;
}

export const namedOf = (files: Iterable<File>): Named[] =>
  Array.from(files, (file) => ({
    path: file.webkitRelativePath || file.name,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
  }));

/** Folders in a drop are walked; what a browser gives as plain files stays so. */
export async function namedInDrop(items: DataTransferItemList): Promise<Named[]> {
  // Asked for at once: they are gone after the first wait.
  const entries = Array.from(items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  return (await Promise.all(entries.map(walk))).flat();
}

async function walk(entry: FileSystemEntry): Promise<Named[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((found, failed) => entry.file(found, failed));
    const path = entry.fullPath.replace(/^\//, '');
    return [{ path, bytes: async () => new Uint8Array(await file.arrayBuffer()) }];
  }
  return isFolder(entry) ? (await Promise.all((await listed(entry)).map(walk))).flat() : [];
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives some at a time, and none once it is at the end. */
async function listed(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

export async function folderOf(named: readonly Named[]): Promise<Folder> {
  const all: { path: string; bytes: Uint8Array }[] = [];
  for (const { path, bytes } of named)
    try {
      if (/\.zip$/i.test(path)) all.push(...(await unzip(await bytes())));
      else all.push({ path, bytes: await bytes() });
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error;
      return { status: 'wrong', word: `amend.zip.${error.why}`, facts: { file: path } };
    }
  const yaml = all.filter(({ path }) => /\.ya?ml$/i.test(path) && !/(^|\/)(__MACOSX|\.)/.test(path));
  if (yaml.length === 0) return { status: 'wrong', word: 'amend.noYaml', facts: {} };
  return asText(withoutTop(yaml));
}

/** Paths as the programme's own folder has them: below the one that holds `programme.yaml`. */
function withoutTop<T extends { path: string }>(files: readonly T[]): T[] {
  const root = files.find(({ path }) => /(^|\/)programme\.ya?ml$/i.test(path))?.path;
  const top = root?.includes('/') ? root.slice(0, root.lastIndexOf('/') + 1) : '';
  return files.flatMap((file) =>
    file.path.startsWith(top) ? [{ ...file, path: file.path.slice(top.length) }] : [],
  );
}

function asText(files: readonly { path: string; bytes: Uint8Array }[]): Folder {
  const read: FolderFile[] = [];
  for (const { path, bytes } of files)
    try {
      read.push({ path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
    } catch {
      return { status: 'wrong', word: 'amend.badText', facts: { file: path } };
    }
  return { status: 'read', files: read.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}
