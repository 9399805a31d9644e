// @ts-check
// `npm start`: provides what is missing, then becomes the supervisor. Runs on a fresh clone with nothing but Node.
import './node-version.mjs';

const { join } = await import('node:path');
const { pathToFileURL } = await import('node:url');
const { projectFolder } = await import('./program.mjs');
const { runMain, runInOrder, sayAloud } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');
const { buildAll } = await import('./build.mjs');
const { provideTemporal } = await import('./temporal-program.mjs');

await runMain(async () => {
  process.chdir(projectFolder);
  sayAloud('関守を準備しています / setting up Sekimori');
  const works = 4;
  await runInOrder(
    [
      { name: '依存パッケージ / dependencies', run: provideDependencies },
      { name: '組み立て / build', run: buildAll },
      { name: 'Temporal', run: findTemporal },
    ],
    { of: works },
  );
  sayAloud(`[${works}/${works}] 起動 / start`);
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(projectFolder, 'dist/host/main.js')).href);
});

/** @param {import('./in-order.mjs').Say} say */
async function findTemporal(say) {
  const address = process.env.TEMPORAL_ADDRESS;
  if (address) return `TEMPORAL_ADDRESS: ${address}`;
  const { path, how } = await provideTemporal(say);
  process.env.SEKIMORI_TEMPORAL_PROGRAM = path;
  return how;
}
