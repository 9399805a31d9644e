// @ts-check
// `npm run backup -- FOLDER` and `npm run restore -- FOLDER`: provides what the program needs, then runs it.
import './node-version.mjs';

const { join } = await import('node:path');
const { projectFolder } = await import('./program.mjs');
const { runMain } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');
const { buildPrograms } = await import('./build.mjs');
const { runProvided } = await import('./provided-program.mjs');

await runMain(() => {
  const works = [
    { name: '依存パッケージ / dependencies', run: provideDependencies },
    {
      name: '組み立て / build',
      run: (/** @type {import('./in-order.mjs').Say} */ say) => buildPrograms(['host/backup/main.ts'], say),
    },
  ];
  return runProvided(works, {
    args: ['--enable-source-maps', join(projectFolder, 'dist/host/backup/main.js')],
  });
});
