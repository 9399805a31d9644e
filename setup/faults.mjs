// @ts-check
// `npm run faults`: provides what a storm needs (all of `npm start`, and Temporal), then runs it. Further arguments go to it.
import './node-version.mjs';

const { join } = await import('node:path');
const { projectFolder } = await import('./program.mjs');
const { runMain } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');
const { buildAll } = await import('./build.mjs');
const { runProvided } = await import('./provided-program.mjs');

await runMain(() => {
  const works = [
    { name: '依存パッケージ / dependencies', run: provideDependencies },
    { name: '組み立て / build', run: buildAll },
  ];
  const args = ['--import', 'tsx', join(projectFolder, 'tests/weather/main.ts')];
  return runProvided(works, { args, withTemporal: true, quiet: true }); // stdout is for the figures
});
