// @ts-check
// `npm run faults`: provides what a storm needs (all of `npm start`, and Temporal), then runs it. Further arguments go to it.
import './node-version.mjs';

const { spawn } = await import('node:child_process');
const { join } = await import('node:path');
const { projectFolder } = await import('./program.mjs');
const { runMain, runInOrder } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');
const { buildAll } = await import('./build.mjs');
const { provideTemporal } = await import('./temporal-program.mjs');

await runMain(async () => {
  let temporal = '';
  const works = [
    { name: '依存パッケージ / dependencies', run: provideDependencies },
    { name: '組み立て / build', run: buildAll },
    {
      name: 'Temporal',
      run: async (/** @type {import('./in-order.mjs').Say} */ say) => {
        const found = await provideTemporal(say);
        temporal = found.path;
        return found.how;
      },
    },
  ];
  // stdout is for the figures
  await runInOrder(works, { say: (line) => void process.stderr.write(`${line}\n`) });
  const entry = join(projectFolder, 'tests/weather/main.ts');
  const env = { ...process.env, SEKIMORI_TEMPORAL_PROGRAM: temporal };
  const args = ['--import', 'tsx', entry, ...process.argv.slice(2)];
  process.exitCode = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: projectFolder, env, stdio: 'inherit' });
    process.on('SIGINT', () => undefined); // it got the same Ctrl-C and ends in its own order
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
});
