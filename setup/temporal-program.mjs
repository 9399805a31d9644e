// @ts-check
// Finds or makes the `temporal` program: PATH, the cache, the SDK's own download, then a build from source with Go.
// Does not start it.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SetupFailure } from './in-order.mjs';
import { cacheFolder, findProgram, isExecutable, lastLines, projectFolder, run } from './program.mjs';

const goPackage = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';
const downloadLimitMs = 120_000;

/**
 * The path of a `temporal` program that can do what we need; makes one when there is none.
 * @param {import('./in-order.mjs').Say} say
 * @returns {Promise<{ path: string, how: string }>}
 */
export async function provideTemporal(say) {
  /** @type {string[]} */
  const tried = [];
  const onPath = findProgram('temporal');
  if (onPath) {
    if (await isCapable(onPath)) return { path: onPath, how: `PATH: ${onPath}` };
    tried.push(`PATH: ${onPath} は古すぎます / is too old (no --sqlite-pragma)`);
  } else tried.push('PATH: ありません / none');
  const cached = await findCached();
  if (cached) return { path: cached, how: `cache: ${cached}` };
  tried.push(`${join(cacheFolder(), 'bin')}: ありません / none`);
  const made = (await download(say, tried)) ?? (await build(say, tried));
  if (made) return { path: made, how: made };
  throw new SetupFailure(
    `Temporal のプログラムを用意できませんでした。試したこと:\n${bullets(tried)}\n` +
      'Go（1.24 以上）を入れるか、temporal の実行ファイルを PATH か上のフォルダに置くか、TEMPORAL_ADDRESS で既存の Temporal を指定してください。',
    'No `temporal` program could be found or made (tried: see the list above). Install Go 1.24 or newer, or put a `temporal` program on PATH ' +
      'or into that folder, or name a running Temporal in TEMPORAL_ADDRESS.',
  );
}

const bullets = (/** @type {string[]} */ lines) => lines.map((line) => `  - ${line}`).join('\n');

/** @param {string} path whether it starts and knows the options we pass */
async function isCapable(path) {
  const help = await run(path, ['server', 'start-dev', '--help'], { limitMs: 20_000 });
  return (
    help.code === 0 && help.output.includes('--sqlite-pragma') && help.output.includes('--search-attribute')
  );
}

async function findCached() {
  const bin = join(cacheFolder(), 'bin');
  const names = readdirSync(bin).filter(
    (name) => /^temporal(?!-test-server)/.test(name) && !name.endsWith('.downloading'),
  );
  for (const name of names.sort()) {
    const path = join(bin, name);
    if (isExecutable(path) && (await isCapable(path))) return path;
  }
  return null;
}

/**
 * The SDK keeps a downloaded server in a folder of ours; it has no call that only downloads, so one is started and stopped.
 * @param {import('./in-order.mjs').Say} say @param {string[]} tried
 */
async function download(say, tried) {
  const bin = join(cacheFolder(), 'bin');
  say('Temporal をダウンロードしています（最長2分）/ downloading Temporal (two minutes at most)');
  const code = `import { TestWorkflowEnvironment as T } from '@temporalio/testing';
    const env = await T.createLocal({ server: { executable: { type: 'cached-download', downloadDir: process.argv[1] } } });
    await env.teardown();`;
  const result = await run(process.execPath, ['--input-type=module', '-e', code, bin], {
    cwd: projectFolder,
    limitMs: downloadLimitMs,
  });
  const path = result.code === 0 ? await findCached() : null;
  const why = result.timedOut ? '時間切れ / timed out' : errorLine(result.output);
  if (!path) tried.push(`SDK のダウンロード / the SDK's download: ${why}`);
  return path;
}

const errorLine = (/** @type {string} */ output) =>
  output
    .split('\n')
    .find((line) => /error/i.test(line))
    ?.trim()
    .slice(0, 200) ?? lastLines(output, 1);

/**
 * @param {import('./in-order.mjs').Say} say @param {string[]} tried
 */
async function build(say, tried) {
  const go = findProgram('go', ['/usr/local/go/bin']);
  if (!go) {
    tried.push('go install: Go がありません / Go is not installed');
    return null;
  }
  say('ダウンロードできないため、Go でソースから組み立てます（2コアで約5分。初回だけです）');
  say('the download failed, so Temporal is built from source with Go (about 5 minutes on 2 cores, once)');
  const bin = join(cacheFolder(), 'bin');
  const began = Date.now();
  const count = { modules: 0, packages: 0 };
  const result = await run(go, ['install', '-v', goPackage], {
    env: { ...process.env, GOBIN: bin, CGO_ENABLED: '0', GOFLAGS: '' },
    onLine: (line) => void (line.startsWith('go: downloading') ? count.modules++ : count.packages++),
    onWait: () =>
      say(
        `… ${Math.round((Date.now() - began) / 1000)} s: modules ${count.modules}, compiled packages ${count.packages}`,
      ),
  });
  const path = join(bin, 'temporal');
  if (result.code === 0 && existsSync(path)) return path;
  rmSync(path, { force: true });
  tried.push(`go install ${goPackage}: ${lastLines(result.output, 3)}`);
  return null;
}
