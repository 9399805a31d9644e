// @ts-check
// `npm run bench`: provides what the measurements need, then runs them. Further arguments go to them.
import './node-version.mjs';

const { join } = await import('node:path');
const { projectFolder } = await import('./program.mjs');
const { runMain } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');
const { buildAll, buildPrograms } = await import('./build.mjs');
const { runProvided } = await import('./provided-program.mjs');

await runMain(() => {
  const works = [
    { name: '依存パッケージ / dependencies', run: provideDependencies },
    { name: '組み立て / build', run: buildAll },
    {
      name: '計測プログラム / measurements',
      run: (/** @type {import('./in-order.mjs').Say} */ say) =>
        buildPrograms(['bench/main.ts', 'bench/engine/bare-worker.ts'], say),
    },
  ];
  const args = ['--enable-source-maps', join(projectFolder, 'dist/bench/main.js')];
  return runProvided(works, { args, withTemporal: true, quiet: true }); // with --json, stdout is one JSON value
});
