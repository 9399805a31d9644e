// What of a folder cannot be read is told by its name, whatever the machine's reason.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandFailure } from '../../cli/failure.ts';
import { readSeedFolder } from '../../cli/seed-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekimori-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  [
    'a folder named like a file',
    (path: string) => mkdirSync(path),
    /people\.yaml" cannot be read \(EISDIR\)/,
  ],
  [
    'a link to nothing',
    (path: string) => symlinkSync('gone', path),
    /people\.yaml" cannot be read \(ENOENT\)/,
  ],
  ['bytes of another encoding', (path: string) => writeFileSync(path, Buffer.from([0x90, 0xa2])), /UTF-8/],
])('%s is refused in a sentence', (_, make, said) => {
  writeFileSync(join(folder, 'systems.yaml'), 'systems: []\n');
  make(join(folder, 'people.yaml'));
  expect(() => readSeedFolder(folder)).toThrow(CommandFailure);
  expect(() => readSeedFolder(folder)).toThrow(said);
});

test('a folder that cannot even be looked at is refused in a sentence', () => {
  const loop = join(folder, 'loop');
  symlinkSync(loop, loop);
  expect(() => readSeedFolder(loop)).toThrow(CommandFailure);
  expect(() => readSeedFolder(loop)).toThrow(/loop" cannot be read \(ELOOP\)/);
});
