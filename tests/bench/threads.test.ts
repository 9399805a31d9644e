// Where a worker's threads begin, the SDK finds no hook on promises; the process's own thread keeps it, and Node its own everywhere.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { workerFlags } from '../../host/process/kept-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'sekimori-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = `import { AsyncLocalStorage } from 'node:async_hooks';
import v8 from 'node:v8';
import { isMainThread, Worker } from 'node:worker_threads';
const where = isMainThread ? 'process' : 'thread';
try { v8.promiseHooks.createHook({ init() {} })(); console.log(where, 'hooked'); } catch { console.log(where, 'untraced'); }
const scope = new AsyncLocalStorage();
scope.run('its scope', () => Promise.resolve().then(() => console.log(where, 'keeps', scope.getStore())));
if (isMainThread) new Worker(new URL(import.meta.url));
`;

test('no promise of a workflow is traced in a worker started with its flags, and each keeps its scope', async () => {
  const main = join(folder, 'main.mjs');
  writeFileSync(main, program);
  const [entryPoints, outdir] = [['worker/untraced-promises.ts'], folder];
  await build({ entryPoints, outdir, bundle: true, platform: 'node', format: 'esm' });
  const said = execFileSync(process.execPath, [...workerFlags(main), main], { encoding: 'utf8' });
  expect(said.trim().split('\n').sort()).toEqual([
    'process hooked',
    'process keeps its scope',
    'thread keeps its scope',
    'thread untraced',
  ]);
});
