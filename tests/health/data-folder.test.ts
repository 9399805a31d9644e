// What the doctor says of the data folder: others must not be able to read anything in it.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataFolderState } from '../../server/health/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'health-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, mode: number) => {
  writeFileSync(join(folder, name), 'x');
  chmodSync(join(folder, name), mode);
};

it('a private folder exposes nothing, also one that PostgreSQL’s user passes through', () => {
  file('temporal.db', 0o600);
  mkdirSync(join(folder, 'postgres'), { mode: 0o700 });
  expect(dataFolderState(folder)).toMatchObject({ exposed: [], freeMiB: expect.any(Number) });
  chmodSync(folder, 0o711);
  expect(dataFolderState(folder).exposed).toEqual([]);
});

it('a file or a folder that others can read is named with its mode', () => {
  file('temporal.db', 0o644);
  file('operator.json', 0o660);
  mkdirSync(join(folder, 'log'));
  chmodSync(join(folder, 'log'), 0o755);
  symlinkSync('temporal.db', join(folder, 'link'));
  expect(dataFolderState(folder).exposed.sort()).toEqual(['log 755', 'operator.json 660', 'temporal.db 644']);
  chmodSync(folder, 0o755);
  expect(dataFolderState(folder).exposed).toContain('. 755');
});
