// @ts-check
// `npm run backup -- FOLDER` and `npm run restore -- FOLDER`: provides what the program needs, then runs it.
import './node-version.mjs';

const { spawn } = await import('node:child_process');
const { join } = await import('node:path');
const { projectFolder } = await import('./program.mjs');
const { runMain, runInOrder } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');
const { buildPrograms } = await import('./build.mjs');

await runMain(async () => {
  const entry = 'host/backup/main.ts';
  await runInOrder([
    { name: '依存パッケージ / dependencies', run: provideDependencies },
    { name: '組み立て / build', run: (say) => buildPrograms([entry], say) },
  ]);
  const program = join(projectFolder, 'dist', entry.replace(/\.ts$/, '.js'));
  const args = ['--enable-source-maps', program, ...process.argv.slice(2)];
  process.exitCode = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
});
