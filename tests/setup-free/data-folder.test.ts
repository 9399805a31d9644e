// A data folder that cannot keep data safely is refused before anything starts. Full and read-only disks are real ones,
// mounted in memory, which only root may do.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLog, prepareDataFolder } from '../../host/embedded/data-folder.ts';
import { postgresUser, requireReach } from '../../host/embedded/postgres-user.ts';
import { keepLogsShort } from '../../host/embedded/short-logs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekimori-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const unmount = (place: string) => spawnSync('umount', [place]);

const isRoot = process.getuid?.() === 0;
const canMount = isRoot && process.platform === 'linux' && tryMount();

function tryMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'sekimori-mount-'));
  const mounted = mount(place, 'size=1m');
  if (mounted) unmount(place);
  rmSync(place, { recursive: true });
  return mounted;
}

function mount(place: string, options: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]).status === 0;
}

test('a fresh folder is made, with nothing left of the trial', () => {
  const data = join(folder, 'new', 'data');
  prepareDataFolder(data);
  expect(readdirSync(data)).toEqual(['log']);
});

const modeOf = (path: string) => statSync(path).mode & 0o777;
const ownMode = process.getuid?.() === 0 ? 0o710 : 0o700;

test('a fresh folder is its owner’s alone; by root, PostgreSQL’s own user may pass through by its group', () => {
  const data = join(folder, 'data');
  prepareDataFolder(data);
  expect([modeOf(data), modeOf(join(data, 'log'))]).toEqual([ownMode, 0o700]);
});

test('a folder that an earlier start left open is narrowed, its database, logs and secrets too', () => {
  const data = join(folder, 'data');
  mkdirSync(join(data, 'log'), { recursive: true });
  const files = ['temporal.db', 'temporal.db-wal', 'secrets.json', 'session-secret', 'log/server.log'];
  for (const name of files) writeFileSync(join(data, name), '', { mode: 0o644 });
  chmodSync(join(data, 'log'), 0o777);
  chmodSync(data, 0o777);
  prepareDataFolder(data);
  expect([modeOf(data), modeOf(join(data, 'log'))]).toEqual([ownMode, 0o700]);
  expect(files.map((name) => modeOf(join(data, name)))).toEqual(files.map(() => 0o600));
});

test('a folder of something else is refused and left as it was, also one that has a log/', () => {
  mkdirSync(join(folder, 'log'));
  writeFileSync(join(folder, 'thesis.odt'), '');
  chmodSync(folder, 0o755);
  expect(() => prepareDataFolder(folder)).toThrow(/関守のものでないファイル[\s\S]*not Sekimori's/);
  expect(modeOf(folder)).toBe(0o755);
});

test('a log that grows while it is written is cut, its older parts kept, and its writer goes on', () => {
  const data = join(folder, 'data');
  prepareDataFolder(data);
  const log = openLog(data, 'server');
  const stops = [1, 2, 3, 4, 5].map((part) => {
    writeSync(log, `${part}`.repeat(2_000));
    return keepLogsShort(data, 1_000);
  });
  writeSync(log, 'after');
  closeSync(log);
  for (const stop of stops) stop();
  const read = (name: string) => readFileSync(join(data, 'log', name), 'utf8');
  expect(read('server.log')).toBe('after');
  expect(['.1', '.2', '.3'].map((end) => read(`server.log${end}`)[0])).toEqual(['5', '4', '3']);
  expect(readdirSync(join(data, 'log'))).toHaveLength(4);
  expect(modeOf(join(data, 'log/server.log.1'))).toBe(0o600);
});

test('a file in the place of the folder is named', () => {
  const file = join(folder, 'data');
  writeFileSync(file, '');
  expect(() => prepareDataFolder(file)).toThrow(/はフォルダではありません[\s\S]*is not a folder/);
});

test.skipIf(isRoot)('a folder without write permission is named', () => {
  chmodSync(folder, 0o555);
  expect(() => prepareDataFolder(join(folder, 'data'))).toThrow(/EACCES/);
});

describe.skipIf(!canMount)('on disks of their own (needs root)', () => {
  afterEach(() => unmount(folder));

  test('a read-only disk is named as not writable', () => {
    mount(folder, 'size=300m');
    mkdirSync(join(folder, 'log'));
    spawnSync('mount', ['-o', 'remount,ro', folder]);
    expect(() => prepareDataFolder(folder)).toThrow(
      /書き込めません（EROFS）[\s\S]*cannot be written to \(EROFS\)/,
    );
  });

  test('a full disk is named with what is free and what is needed', () => {
    mount(folder, 'size=1m');
    const missing = /空き [01] MiB、必要 256 MiB[\s\S]*[01] MiB free, 256 MiB needed/;
    expect(() => prepareDataFolder(folder)).toThrow(missing);
    mkdirSync(join(folder, 'log'), { recursive: true });
    writeFileSync(join(folder, 'log', 'filler'), Buffer.alloc(1024 * 1024 - 8192));
    expect(() => prepareDataFolder(folder)).toThrow(missing);
  });
});

test.skipIf(!isRoot)('run by root, the folder that keeps PostgreSQL out is named', () => {
  const closed = join(folder, 'closed');
  mkdirSync(join(closed, 'data'), { recursive: true });
  chmodSync(folder, 0o755);
  chmodSync(closed, 0o700);
  const user = postgresUser();
  expect(() => requireReach(join(closed, 'data'), user)).toThrow(
    new RegExp(`${user?.name} は ${closed} を通れない[\\s\\S]*may not pass through ${closed}`),
  );
  chmodSync(closed, 0o711);
  expect(() => requireReach(join(closed, 'data'), user)).not.toThrow();
});
