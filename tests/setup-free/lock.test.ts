// One supervisor per data folder.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../host/process/lock.ts';
import { startToken } from '../../host/process/processes.ts';

const lockModule = new URL('../../host/process/lock.ts', import.meta.url).href;

let folder: string;
let other: ChildProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekimori-lock-'));
  other = spawn('sleep', ['60']);
});
afterEach(() => {
  other.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const lockFile = () => join(folder, 'sekimori.lock');
const address = 'http://127.0.0.1:8701';

function heldBy(pid: number, started: string): void {
  writeFileSync(lockFile(), JSON.stringify({ pid, started, address }));
}

test('a folder held by a living process is refused with the address of the first one', () => {
  const pid = other.pid ?? 0;
  heldBy(pid, startToken(pid));
  expect(() => takeLock(folder, 'http://127.0.0.1:8702')).toThrow(/http:\/\/127\.0\.0\.1:8701/);
  expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({ pid });
});

test('a lock is taken over from a process that is gone, or whose id another process has now', async () => {
  const pid = other.pid ?? 0;
  heldBy(pid, 'another start');
  expect(takeLock(folder, address).tookOver).toBe(true);
  heldBy(pid, startToken(pid));
  other.kill('SIGKILL');
  await new Promise((resolve) => other.once('exit', resolve));
  expect(takeLock(folder, address).tookOver).toBe(true);
  expect(readdirSync(folder)).toEqual(['sekimori.lock']);
});

test('a lock cut short by a lost machine is taken over', () => {
  writeFileSync(lockFile(), '{"pid":');
  expect(takeLock(folder, address).tookOver).toBe(true);
});

test('a released lock is gone, and a fresh one takes over nothing', () => {
  const lock = takeLock(folder, address);
  expect(lock.tookOver).toBe(false);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock that cannot be written whole is never there', async () => {
  const code = `import { takeLock } from ${JSON.stringify(lockModule)};
    process.on('SIGXFSZ', () => undefined);
    takeLock(${JSON.stringify(folder)}, ${JSON.stringify(address)});`;
  const run = `ulimit -f 0; exec '${process.execPath}' --import tsx --input-type=module -e "$CODE"`;
  const taker = spawn('sh', ['-c', run], { env: { ...process.env, CODE: code, TSX_DISABLE_CACHE: '1' } });
  let said = '';
  taker.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  await new Promise((resolve) => taker.once('close', resolve));
  expect(said).toContain('EFBIG');
  expect(existsSync(lockFile())).toBe(false);
});
